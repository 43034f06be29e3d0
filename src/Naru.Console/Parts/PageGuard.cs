using Microsoft.AspNetCore.Http;

namespace Naru.Console.Parts;

/// <summary>
/// What every page says to the browser: only our own scripts and styles, no frames, no guessing, nothing kept. Pictures of templates
/// may come from elsewhere over TLS; they are fetched without a referrer.
/// </summary>
internal static class PageGuard
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A page that came without TLS, as the demo's does, shows images that come without it too.</summary>
    private static readonly string s_plainPolicy = Policy.Replace("https: data:", "https: http: data:", StringComparison.Ordinal);

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = context.HttpContext.Request.IsHttps ? Policy : s_plainPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        return await next(context);
    }
}

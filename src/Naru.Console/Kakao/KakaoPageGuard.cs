using Microsoft.AspNetCore.Http;

namespace Naru.Console.Kakao;

/// <summary>
/// What the pages of the platform say to the browser. Their forms end at the app's redirect address, so that one is named besides our own; a share picker is
/// a window that an app's page opened and is told the outcome, so it keeps its opener.
/// </summary>
internal static class KakaoPageGuard
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy(null);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache, no-store";
        return await next(context);
    }

    /// <summary>Lets the forms of this page end at an address of the app's.</summary>
    public static void LetEndAt(HttpContext context, string redirect) => context.Response.Headers.ContentSecurityPolicy = Policy(SourceOf(redirect));

    private static string Policy(string? formTarget) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http: data:; connect-src 'self'; "
        + $"form-action 'self'{(formTarget is null ? "" : " " + formTarget)}; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>An origin of the web, or the scheme of an installed app.</summary>
    private static string? SourceOf(string redirect) => Uri.TryCreate(redirect, UriKind.Absolute, out var uri)
        ? uri.Scheme is "http" or "https" ? uri.GetLeftPart(UriPartial.Authority) : uri.Scheme + ":"
        : null;
}

using Microsoft.AspNetCore.Http;

namespace Naru.Console.Parts;

/// <summary>
/// Another site's page must not press buttons here. Browsers say where a request comes from (<c>Sec-Fetch-Site</c>, and
/// <c>Origin</c> with every POST); programs such as curl say neither and are not a browser that could be tricked.
/// </summary>
internal static class SameOrigin
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsForeign(context.HttpContext.Request)
            ? Results.Text("This request comes from another site.", statusCode: StatusCodes.Status403Forbidden)
            : await next(context);

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

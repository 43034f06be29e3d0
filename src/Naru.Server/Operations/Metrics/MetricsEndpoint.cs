using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Naru.Server.Operations.Metrics;

/// <summary><c>/metrics</c>, for Prometheus and everything that reads its text.</summary>
internal static class MetricsEndpoint
{
    private const string Scheme = "Bearer ";

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", static Results<ContentHttpResult, UnauthorizedHttpResult> (HttpContext http, MetricsCollector collector, MetricsOptions options) =>
        {
            if (IsAllowed(http.Request.Headers.Authorization.ToString(), options.Token))
            {
                return TypedResults.Text(collector.Scrape(), PrometheusText.ContentType);
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Unauthorized();
        });

    private static bool IsAllowed(string authorization, string? token) =>
        token is null
        || (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Scheme.Length..]), Encoding.UTF8.GetBytes(token)));
}

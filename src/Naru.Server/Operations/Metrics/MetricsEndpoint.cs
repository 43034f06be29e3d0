using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Engine.Reference;

namespace Naru.Server.Operations.Metrics;

/// <summary><c>/metrics</c>, for Prometheus and everything that reads its text.</summary>
internal static class MetricsEndpoint
{
    private const string Scheme = "Bearer ";

    private static readonly AuthScheme s_token = new("metricsToken", AuthSchemeKind.Bearer, $"The setting `{MetricsOptions.Section}:Token`.");

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", static Results<ContentHttpResult, UnauthorizedHttpResult> (HttpContext http, MetricsCollector collector, MetricsOptions options) =>
        {
            if (IsAllowed(http.Request.Headers.Authorization.ToString(), options.Token))
            {
                return TypedResults.Text(collector.Scrape(), PrometheusText.ContentType);
            }

            http.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Unauthorized();
        }).Describe(Described(routes.ServiceProvider.GetRequiredService<MetricsOptions>()));

    private static Operation Described(MetricsOptions options) => new("Counters and gauges of this process")
    {
        Details = "Prometheus text 0.0.4. It counts, and names no customer, number or text.",
        Answers =
        [
            new Answer(200, "All metrics that have a measurement.", PrometheusText.ContentType),
            new Answer(401, "The token is missing or wrong."),
        ],
        Security = options.Token is null ? [] : [s_token],
    };

    private static bool IsAllowed(string authorization, string? token) =>
        token is null
        || (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authorization[Scheme.Length..]), Encoding.UTF8.GetBytes(token)));
}

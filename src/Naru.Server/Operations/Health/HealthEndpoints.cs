using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Naru.Server.Operations.Health;

/// <summary><c>/livez</c> and <c>/readyz</c>, named as Kubernetes names them.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", static () => TypedResults.Json(HealthAnswer.Live, HealthJson.Default.HealthAnswer));
        routes.MapGet("/readyz", static (Readiness readiness) => Answer(readiness.Look()));
    }

    private static JsonHttpResult<HealthAnswer> Answer(ReadinessAnswer answer) => answer.IsReady
        ? TypedResults.Json(HealthAnswer.Ready, HealthJson.Default.HealthAnswer)
        : TypedResults.Json(new HealthAnswer("not ready", answer.Reasons), HealthJson.Default.HealthAnswer, statusCode: StatusCodes.Status503ServiceUnavailable);
}

internal sealed record HealthAnswer(string Status, IReadOnlyList<string>? Reasons)
{
    public static readonly HealthAnswer Live = new("live", null);
    public static readonly HealthAnswer Ready = new("ready", null);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;

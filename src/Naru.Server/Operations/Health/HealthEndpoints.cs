using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Engine.Reference;

namespace Naru.Server.Operations.Health;

/// <summary><c>/livez</c> and <c>/readyz</c>, named as Kubernetes names them.</summary>
internal static class HealthEndpoints
{
    private static readonly Operation s_live = new("Is the process up?")
    {
        Details = "What a supervisor asks in order to restart it.",
        Answers = [Answer.Of<HealthAnswer>(200, "It answers at all.")],
    };

    private static readonly Operation s_ready = new("Does the process want traffic?")
    {
        Details = "What a load balancer asks. Not a reason to restart it: a gateway that is not ready may be busy becoming it.",
        Answers = [Answer.Of<HealthAnswer>(200, "Yes."), Answer.Of<HealthAnswer>(503, "No; the body has the reasons.")],
    };

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", static () => TypedResults.Json(HealthAnswer.Live, HealthJson.Default.HealthAnswer)).Describe(s_live);
        routes.MapGet("/readyz", static (Readiness readiness) => AnswerOf(readiness.Look())).Describe(s_ready);
    }

    private static JsonHttpResult<HealthAnswer> AnswerOf(ReadinessAnswer answer) => answer.IsReady
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

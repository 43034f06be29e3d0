using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Engine.Reference;
using Naru.Engine.Time;

namespace Naru.Console.Testing;

/// <summary>
/// The gateway's clock, which can be moved forward so that "Monday at nine" takes no days to try. It is the whole installation's, not a
/// workspace's.
/// </summary>
internal static class ClockRoutes
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(366);

    public static void MapClock(this IEndpointRouteBuilder routes)
    {
        var clock = routes.MapGroup("/simulator/clock").AddEndpointFilter(ApiGuard.LoopbackOnlyAsync);
        clock.MapGet("", static (GatewayClock clock) => AnswerOf(clock)).Describe(ClockReference.Read);
        clock.MapPost("", AdvanceAsync).Describe(ClockReference.Advance);
    }

    private static async Task<IResult> AdvanceAsync(HttpContext context, GatewayClock clock, ITimeTravel travel)
    {
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.ClockBody);
        var by = Duration.Read(
            body.Advance ?? throw new ApiProblemException(ApiProblem.Bad("advance", "'advance' says how far, such as PT8H.")), "advance", LongestStep);
        await travel.TravelAsync(by, context.RequestAborted);
        return AnswerOf(clock);
    }

    private static IResult AnswerOf(GatewayClock clock) => Results.Json(
        new ClockAnswer(clock.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture), Duration.Show(clock.Offset)),
        ApiJson.Readable.ClockAnswer);
}

/// <param name="Advance">How far forward.</param>
internal sealed record ClockBody(
    [property: Description(TestReference.DurationRule + ", at most 366 days."), Required] string? Advance = null);

/// <param name="Now">The gateway's time.</param>
/// <param name="Ahead">How far it is ahead of the machine's.</param>
internal sealed record ClockAnswer(
    [property: Description("The gateway's time, in UTC.")] string Now,
    [property: Description("How far it is ahead of the machine's, as ISO 8601.")] string Ahead);

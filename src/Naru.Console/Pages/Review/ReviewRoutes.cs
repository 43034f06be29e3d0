using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Naru.Console.Access;
using Naru.Console.Live;
using Naru.Console.Pages.Parts;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Review;

/// <summary>
/// The desk of the simulated KakaoTalk's reviewers. Demo and test modes only, and as everything that plays KakaoTalk from this machine only, unless the
/// program was started for others too.
/// </summary>
internal static class ReviewRoutes
{
    public static void MapReview(this IEndpointRouteBuilder workspace)
    {
        var desk = workspace.MapGroup("/review").AddEndpointFilter(Loopback.OnlyAsync);
        desk.MapGet("", (string? done, string? q, HttpContext context, ReviewReader reader) =>
        {
            var visitor = Visitor.Of(context);
            return Page(visitor, reader, q, notice: Notice(done, visitor));
        });
        desk.MapGet("/events", Watch);
        desk.MapPost("/mode", SwitchAsync);
        desk.MapVerdicts();
    }

    public static RazorComponentResult<ReviewPage> Page(
        Visitor visitor, ReviewReader reader, string? search = null, string? notice = null, string? fault = null, ReviewDraft? draft = null, int status = StatusCodes.Status200OK) => new(new
        {
            Visitor = visitor,
            View = reader.Read(visitor.Workspace.Id, search?.Trim() ?? ""),
            Draft = draft,
            Notice = notice,
            Fault = fault,
        })
        {
            StatusCode = status,
        };

    private static string? Notice(string? done, Visitor visitor) => done switch
    {
        "mode" => visitor.Words.Review.ModeSaved,
        "approved" => visitor.Words.Review.ApprovedDone,
        "rejected" => visitor.Words.Review.RejectedDone,
        "comment" => visitor.Words.Provisioning.CommentSaved,
        "taken-out" => visitor.Words.Review.TakenOutDone,
        "put-back" => visitor.Words.Review.PutBackDone,
        _ => null,
    };

    private static ServerSentEventsResult<string> Watch(
        HttpContext context, ReviewReader reader, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var workspace = Visitor.Of(context).Workspace.Id;
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(
            DirectoryEvents.StreamAsync(directory, clock, () => reader.Mark(workspace), lifetime.ApplicationStopping, context.RequestAborted));
    }

    private static async Task<IResult> SwitchAsync(HttpContext context, ReviewReader reader, IReviewControl control, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var mode = ReviewMode.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        var after = mode.After(visitor.Words.Review, faults);
        if (faults.Count > 0)
        {
            return Page(visitor, reader, draft: new ReviewDraft("mode", mode.Seconds, faults), status: StatusCodes.Status400BadRequest);
        }

        control.ReviewAfter = after;
        return Results.LocalRedirect(visitor.Path("review") + "?done=mode");
    }
}

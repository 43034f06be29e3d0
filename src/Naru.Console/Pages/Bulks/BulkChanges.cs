using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Console.Access;
using Naru.Console.Text;
using Naru.Engine;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Bulks;

/// <summary>What an operator does with a bulk, and what the page says afterwards.</summary>
internal sealed class BulkChanges(IGateway gateway, GatewayClock clock)
{
    public static string? Notice(string? done, BulkWords words) => done switch
    {
        "paused" => words.PauseDone,
        "resumed" => words.ResumeDone,
        "cancelled" => words.CancelDone,
        "rescheduled" => words.RescheduleDone,
        _ => null,
    };

    /// <param name="done">See <see cref="Notice"/>.</param>
    public async Task<IResult> MakeAsync(HttpContext context, string? id, BulkChange change, string done)
    {
        var visitor = Visitor.Of(context);
        var result = await gateway.ChangeBulkAsync(visitor.Workspace.Id, id ?? "", change, CancellationToken.None);
        return result.Kind switch
        {
            BulkChangeResultKind.Done => Results.LocalRedirect(BulkLinks.Detail(visitor, id!) + "&done=" + done),
            BulkChangeResultKind.TooLate when result.Standing is { } standing =>
                Page(visitor, standing, visitor.Words.Bulks.TooLate, StatusCodes.Status409Conflict),
            BulkChangeResultKind.Refused when await FindAsync(visitor, id) is { } standing =>
                Page(visitor, standing, visitor.Words.Bulks.Refused, StatusCodes.Status503ServiceUnavailable),
            _ => Answers.NotFound(visitor),
        };
    }

    public async Task<IResult> RescheduleAsync(HttpContext context, string? id)
    {
        var visitor = Visitor.Of(context);
        var asked = NewStart.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        var (start, fault) = asked.Instant(clock.Now, visitor.Words.Bulks);
        if (fault is null)
        {
            return await MakeAsync(context, id, new BulkChange.Reschedule(start), "rescheduled");
        }

        return await FindAsync(visitor, id) is { } standing
            ? Page(visitor, standing, fault, StatusCodes.Status400BadRequest, asked)
            : Answers.NotFound(visitor);
    }

    private ValueTask<BulkStanding?> FindAsync(Visitor visitor, string? id) => gateway.FindBulkAsync(visitor.Workspace.Id, id ?? "", CancellationToken.None);

    private static RazorComponentResult<BulkPage> Page(Visitor visitor, BulkStanding standing, string fault, int status, NewStart? asked = null) =>
        new(new { Visitor = visitor, Standing = standing, Fault = fault, Asked = asked }) { StatusCode = status };
}

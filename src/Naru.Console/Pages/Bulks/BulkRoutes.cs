using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Naru.Console.Access;
using Naru.Core.Messages;
using Naru.Engine;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Bulks;

/// <summary>Bulks: how they stand, live, and what their owner does with them.</summary>
internal static class BulkRoutes
{
    private const int PageSize = 50;

    public static void MapBulks(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/bulks", ListAsync);
        workspace.MapGet("/bulks/events", WatchList);
        workspace.MapGet("/bulk", ShowAsync);
        workspace.MapGet("/bulk/events", WatchOne);
        workspace.MapPost("/bulk/pause", (string? id, HttpContext context, BulkChanges changes) => changes.MakeAsync(context, id, new BulkChange.Pause(), "paused"));
        workspace.MapPost("/bulk/resume", (string? id, HttpContext context, BulkChanges changes) => changes.MakeAsync(context, id, new BulkChange.Resume(), "resumed"));
        workspace.MapPost("/bulk/cancel", (string? id, HttpContext context, BulkChanges changes) => changes.MakeAsync(context, id, new BulkChange.Cancel(), "cancelled"));
        workspace.MapPost("/bulk/reschedule", (string? id, HttpContext context, BulkChanges changes) => changes.RescheduleAsync(context, id));
    }

    private static async Task<IResult> ListAsync(long? before, HttpContext context, IGateway gateway, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var found = await gateway.ListBulksAsync(visitor.Workspace.Id, Key(before), PageSize + 1, cancellationToken);
        return new RazorComponentResult<BulkListPage>(new
        {
            Visitor = visitor,
            Bulks = found.Take(PageSize).Select(bulk => bulk.Standing).ToArray(),
            Before = before,
            Next = found.Count > PageSize ? found[PageSize - 1].Key.Value : (long?)null,
        });
    }

    private static async Task<IResult> ShowAsync(string? id, string? done, HttpContext context, IGateway gateway, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return id is { Length: > 0 } && await gateway.FindBulkAsync(visitor.Workspace.Id, id, cancellationToken) is { } standing
            ? new RazorComponentResult<BulkPage>(new { Visitor = visitor, Standing = standing, Notice = BulkChanges.Notice(done, visitor.Words.Bulks) })
            : Answers.NotFound(visitor);
    }

    private static IResult WatchList(long? before, HttpContext context, IGateway gateway, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var workspace = Visitor.Of(context).Workspace.Id;
        return Watch(
            async token => [.. (await gateway.ListBulksAsync(workspace, Key(before), PageSize, token)).Select(bulk => bulk.Standing)], context, clock, lifetime);
    }

    private static IResult WatchOne(string? id, HttpContext context, IGateway gateway, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var workspace = Visitor.Of(context).Workspace.Id;
        return Watch(
            async token => await gateway.FindBulkAsync(workspace, id ?? "", token) is { } standing ? [standing] : [], context, clock, lifetime);
    }

    private static IResult Watch(
        Func<CancellationToken, ValueTask<IReadOnlyList<BulkStanding>>> read, HttpContext context, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(BulkEvents.StreamAsync(read, clock.System, lifetime.ApplicationStopping, context.RequestAborted));
    }

    private static BulkKey? Key(long? number) => number is { } value ? new BulkKey(value) : null;
}

using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>Bulks: how they stand, and what their owners do with them.</summary>
public sealed partial class Gateway
{
    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null) =>
        Machine.Plan(SubmissionRouter.Route(submission, Routes), at ?? _clock.Now);

    public async ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        await FindAllAsync(workspace, publicBulkId, cancellationToken) is [.., var newest] ? await StandingAsync(newest, publicBulkId, cancellationToken) : null;

    public async ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            return new BulkChangeResult(BulkChangeResultKind.Refused, null);
        }

        var found = await FindAllAsync(workspace, publicBulkId, cancellationToken);
        if (found.Count == 0)
        {
            return new BulkChangeResult(BulkChangeResultKind.NotFound, null);
        }

        // Requests that bear one id are one bulk to who sent them: all of them are told at once.
        var changed = await Task.WhenAll(found.Select(one => one.Single is { } single
            ? ChangeAsync(single.Key, change, cancellationToken)
            : ChangeAsync(one.Bulk!.Key, change, cancellationToken)));
        if (changed.Any(static one => one is null))
        {
            return new BulkChangeResult(BulkChangeResultKind.Refused, null);
        }

        return new BulkChangeResult(
            changed.Any(static one => one == true) ? BulkChangeResultKind.Done : BulkChangeResultKind.TooLate, await FindBulkAsync(workspace, publicBulkId, cancellationToken));
    }

    public async ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(
        WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken)
    {
        var standings = new List<(BulkKey, BulkStanding)>();
        foreach (var bulk in await Store.ListBulksAsync(workspace, before, limit, cancellationToken))
        {
            standings.Add((bulk.Key, await StandingAsync((bulk, await SingleOfAsync(bulk, cancellationToken)), bulk.PublicId, cancellationToken)));
        }

        return standings;
    }

    /// <summary>In the words of the door that has apps: theirs is the only one so far through which an app's bulks come.</summary>
    private (DialectName Dialect, string Body)? NoticeOf(BulkNews news, DateTimeOffset at) =>
        _notices.GetValueOrDefault(DialectName.Sinch) is { } writer && _directory.FindApp(news.App) is { } app && _directory.FindWorkspace(news.Workspace) is { } workspace
        && writer.Write(new BulkNoticeOrder(workspace, app, news, at)) is { } body
            ? (writer.Dialect, body)
            : null;

    /// <summary>The bulks in whose lanes something waits.</summary>
    private static BulkKey[] BulksOf(IReadOnlyList<LaneHead> lanes) =>
        [.. lanes.Where(static head => head.Lane.Kind == LaneKind.Bulk).Select(static head => head.Lane.BulkOf).Distinct()];

    /// <summary>The bulks of this id, oldest first; a message that came alone stands for its bulk, because it holds its own instant.</summary>
    private async ValueTask<List<(Bulk? Bulk, Message? Single)>> FindAllAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken)
    {
        if (BulkIds.TryRead(publicBulkId, Machine.Ids, out var made) && made.Single is { } key)
        {
            return await Store.LoadAsync([key], cancellationToken) is [var message] && message.Workspace == workspace ? [(null, message)] : [];
        }

        var bulks = made.Bulk.Exists
            ? await Store.LoadBulksAsync([made.Bulk], cancellationToken)
            : await Store.FindBulksAsync(workspace, publicBulkId, cancellationToken);
        var found = new List<(Bulk?, Message?)>();
        foreach (var bulk in bulks.Where(bulk => bulk.Workspace == workspace))
        {
            found.Add((bulk, await SingleOfAsync(bulk, cancellationToken)));
        }

        return found;
    }

    /// <summary>The message of a bulk that has but one and no timing of its own; null for every other.</summary>
    private async ValueTask<Message?> SingleOfAsync(Bulk bulk, CancellationToken cancellationToken)
    {
        if (bulk.Timing is not null || bulk.Count != 1)
        {
            return null;
        }

        var query = new MessageQuery { Workspace = bulk.Workspace, Bulks = [bulk.Key], Limit = 1 };
        return await Store.ListAsync(query, cancellationToken) is [var message] ? message : null;
    }

    /// <returns>False where it came too late; null where the gateway is stopping.</returns>
    private async Task<bool?> ChangeAsync(BulkKey bulk, BulkChange change, CancellationToken cancellationToken)
    {
        var ticket = new BulkTicket(bulk, change);
        var durable = Watch(ticket.Done);
        return _events.Writer.TryWrite(new EngineEvent.BulkChanged(ticket)) && await durable.WaitAsync(cancellationToken) ? ticket.Done.Value is not null : null;
    }

    private async Task<bool?> ChangeAsync(MessageKey message, BulkChange change, CancellationToken cancellationToken)
    {
        JourneyEvent happening = change switch
        {
            BulkChange.Pause => JourneyEvent.Held.Instance,
            BulkChange.Resume => JourneyEvent.Released.Instance,
            BulkChange.Cancel => JourneyEvent.Cancelled.Instance,
            BulkChange.Reschedule reschedule => new JourneyEvent.Rescheduled(reschedule.SendAt),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No such change."),
        };
        var ticket = new AmendTicket(message, null, happening);
        var durable = Watch(ticket.Done);
        if (!_events.Writer.TryWrite(new EngineEvent.Amended(ticket)) || !await durable.WaitAsync(cancellationToken))
        {
            return null;
        }

        return ticket.Changed || ticket.Done.Value is { WaitsForItsInstant: true };
    }

    private async ValueTask<BulkStanding> StandingAsync((Bulk? Bulk, Message? Single) found, string publicId, CancellationToken cancellationToken)
    {
        var (bulk, single) = found;
        if (single is not null)
        {
            return BulkStandings.Of(single, publicId);
        }

        // What was recalled waits again, although its rows do not say so yet.
        long waiting = bulk!.Timing?.Recalled.Count ?? 0;
        for (var line = 0; line < bulk.Timing?.Lines.Count; line++)
        {
            waiting += await Store.CountLaneAsync(LaneId.Bulk(bulk.Key, bulk.Timing.Lines[line].Class, line), cancellationToken);
        }

        return BulkStandings.Of(bulk, Math.Min(waiting, bulk.Count), _clock.Now);
    }
}

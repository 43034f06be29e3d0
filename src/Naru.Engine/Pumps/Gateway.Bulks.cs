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
    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null) => Machine.Plan(submission, at ?? _clock.Now);

    public async ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        await NewestAsync(workspace, publicBulkId, cancellationToken) is { } found ? await StandingAsync(found.Bulk, found.Single, publicBulkId, cancellationToken) : null;

    public async ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            return new BulkChangeResult(BulkChangeResultKind.Refused, null);
        }

        if (await NewestAsync(workspace, publicBulkId, cancellationToken) is not var (bulk, single))
        {
            return new BulkChangeResult(BulkChangeResultKind.NotFound, null);
        }

        var changed = single is { } message ? await ChangeAsync(message.Key, change, cancellationToken) : await ChangeAsync(bulk!.Key, change, cancellationToken);
        if (changed is null)
        {
            return new BulkChangeResult(BulkChangeResultKind.Refused, null);
        }

        // As it is now.
        var after = await NewestAsync(workspace, publicBulkId, cancellationToken);
        return new BulkChangeResult(
            changed.Value ? BulkChangeResultKind.Done : BulkChangeResultKind.TooLate,
            after is var (bulkAfter, singleAfter) ? await StandingAsync(bulkAfter, singleAfter, publicBulkId, cancellationToken) : null);
    }

    public async ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(
        WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken)
    {
        var standings = new List<(BulkKey, BulkStanding)>();
        foreach (var bulk in await Store.ListBulksAsync(workspace, before, limit, cancellationToken))
        {
            standings.Add((bulk.Key, await StandingAsync(bulk, await SingleOfAsync(bulk, cancellationToken), bulk.PublicId, cancellationToken)));
        }

        return standings;
    }

    /// <summary>The bulks in whose lanes something waits.</summary>
    private static BulkKey[] BulksOf(IReadOnlyList<LaneHead> lanes) =>
        [.. lanes.Where(static head => head.Lane.Kind == LaneKind.Bulk).Select(static head => head.Lane.BulkOf).Distinct()];

    /// <summary>A bulk, or the message that came alone: it holds its own instant, also where its caller named the bulk.</summary>
    private async ValueTask<(Bulk? Bulk, Message? Single)?> NewestAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken)
    {
        if (BulkIds.TryRead(publicBulkId, Machine.Ids, out var made) && made.Single is { } key)
        {
            return await Store.LoadAsync([key], cancellationToken) is [var message] && message.Workspace == workspace ? (null, message) : null;
        }

        var bulks = made.Bulk.Exists
            ? await Store.LoadBulksAsync([made.Bulk], cancellationToken)
            : await Store.FindBulksAsync(workspace, publicBulkId, cancellationToken);
        if (bulks.LastOrDefault() is not { } bulk || bulk.Workspace != workspace)
        {
            return null;
        }

        return (bulk, await SingleOfAsync(bulk, cancellationToken));
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
    private async ValueTask<bool?> ChangeAsync(BulkKey bulk, BulkChange change, CancellationToken cancellationToken)
    {
        var ticket = new BulkTicket(bulk, change);
        var durable = Watch(ticket.Done);
        return _events.Writer.TryWrite(new EngineEvent.BulkChanged(ticket)) && await durable.WaitAsync(cancellationToken) ? ticket.Done.Value is not null : null;
    }

    private async ValueTask<bool?> ChangeAsync(MessageKey message, BulkChange change, CancellationToken cancellationToken)
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

    private async ValueTask<BulkStanding> StandingAsync(Bulk? bulk, Message? single, string publicId, CancellationToken cancellationToken)
    {
        if (single is not null)
        {
            return BulkStandings.Of(single, publicId);
        }

        long waiting = 0;
        for (var line = 0; line < bulk!.Timing?.Lines.Count; line++)
        {
            waiting += await Store.CountLaneAsync(LaneId.Bulk(bulk.Key, bulk.Timing.Lines[line].Class, line), cancellationToken);
        }

        return BulkStandings.Of(bulk, waiting, _clock.Now);
    }
}

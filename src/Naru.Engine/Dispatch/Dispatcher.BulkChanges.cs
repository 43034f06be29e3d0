using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>What owners do with their bulks: one row, and whatever of it has not left yet is recalled. Nothing begins against it after the answer.</summary>
internal sealed partial class Dispatcher
{
    public void Change(BulkTicket ticket, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (!_bulks.TryGetValue(ticket.Bulk, out var bulk) || !HasWaiting(bulk) || bulk.Timing.State == BulkState.Cancelled)
        {
            commands.Signals.Add(ticket.Done);
            return;
        }

        flush.Signals.Add(ticket.Done);
        var before = bulk.Timing;
        var after = Changed(before, ticket.Change, now);
        ticket.Done.Value = after;
        if (after == before)
        {
            // What it says already may not be durable yet: answered with the next flush.
            return;
        }

        bulk.Write(after with { Revision = before.Revision + 1 }, flush);
        Recall(bulk, flush);
        ticket.Done.Value = bulk.Timing;
        foreach (var lane in bulk.Lanes)
        {
            Disarrange(lane);
            lane.IsOpen = false;
        }

        foreach (var lane in bulk.Drawn.Keys.ToArray())
        {
            LetGoOfDrawn(bulk, lane);
        }

        Wake(bulk, now);
    }

    /// <summary>Something of it waits, or is on its way back to where it waits.</summary>
    private bool HasWaiting(OpenBulk bulk) =>
        bulk.Lanes.Count > 0 || bulk.Drawn.Count > 0 || _working.Values.Any(work => work.Bulk == bulk && (work.IsRecalled || work.Message.Lane.Kind == LaneKind.Bulk));

    public void BulksLoaded(IReadOnlyList<Bulk> found, Flush flush, DateTimeOffset now)
    {
        foreach (var bulk in found)
        {
            if (bulk.Timing is { } timing && (timing.Pace is not null || timing.Recalled.Count > 0) && !_gone.Contains(bulk.Workspace))
            {
                _unpaced.Remove(bulk.Key);
                _bulks.TryAdd(bulk.Key, new OpenBulk(bulk));
            }
        }

        if (_recovery is { Waiting: { } page } recovery)
        {
            recovery.Waiting = null;
            RecoverPage(page, flush, now);
        }
    }

    private static BulkTiming Changed(BulkTiming timing, BulkChange change, DateTimeOffset now)
    {
        switch (change)
        {
            case BulkChange.Pause:
                return timing with { State = BulkState.Paused };
            case BulkChange.Cancel:
                return timing with { State = BulkState.Cancelled };
            case BulkChange.Resume when timing.State != BulkState.Paused:
                return timing;
            case BulkChange.Resume:
                // The time for which it was paused counts against nobody's validity.
                return timing with { State = BulkState.Running, Start = Later(timing.Start, now), Next = Later(timing.Next, now) };
            case BulkChange.Reschedule reschedule:
                var start = Later(reschedule.SendAt, now);

                // Where slots were used, the next keeps its distance from them.
                return timing with { SendAt = reschedule.SendAt, Start = start, Next = timing.Next > timing.Start ? Later(timing.Next, start) : start };
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "No such change.");
        }
    }

    /// <summary>The gateway stops: what waits for its slot never left, and after the restart nobody would know that.</summary>
    private void GiveBackReady(Flush flush, DateTimeOffset now)
    {
        foreach (var bulk in _bulks.Values.Where(static b => b.Ready.Count > 0).ToArray())
        {
            for (var count = bulk.Ready.Count; count > 0; count--)
            {
                var work = bulk.Ready.Dequeue();
                if (work.Message.Resends > 0)
                {
                    // It may have left before.
                    bulk.Ready.Enqueue(work);
                    continue;
                }

                GiveBack(work, "the gateway stopped", flush, now);
                Unpin(work);
            }
        }
    }

    private void ForgetBulks(WorkspaceId workspace)
    {
        foreach (var bulk in _bulks.Values.Where(b => b.Workspace == workspace).ToArray())
        {
            foreach (var work in bulk.Drawn.Values.SelectMany(static drawn => drawn).Concat(bulk.Ready).Concat(bulk.Again).ToArray())
            {
                Unpin(work);
            }

            foreach (var lane in bulk.Lanes.ToArray())
            {
                _lanes.Remove(lane.Id);
                Disarrange(lane);
            }

            Rest(bulk);
            _starved.Remove(bulk);
            _bulks.Remove(bulk.Key);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}

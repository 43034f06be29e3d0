using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>Bulks draw their messages: from their start on, while the openings of a line are open, as fast as they can go or slot by slot.</summary>
internal sealed partial class Dispatcher
{
    private readonly Dictionary<BulkKey, OpenBulk> _bulks = [];

    /// <summary>By <see cref="OpenBulk.TurnAt"/>.</summary>
    private readonly SortedSet<(DateTimeOffset At, long Bulk)> _turns = [];

    /// <summary>While the last run's attempts are recovered: bulks that were looked up and have no pace.</summary>
    private readonly HashSet<BulkKey> _unpaced = [];

    /// <summary>A bulk is stored whole: its lanes open when its time says so.</summary>
    public void BulkStored(Bulk stored)
    {
        if (_gone.Contains(stored.Workspace))
        {
            return;
        }

        var bulk = new OpenBulk(stored);
        _bulks.Add(bulk.Key, bulk);
        for (var line = 0; line < bulk.Timing.Lines.Count; line++)
        {
            LaneOf(LaneId.Bulk(bulk.Key, bulk.Timing.Lines[line].Class, line)).Note(stored.CreatedAt);
        }

        Wake(bulk, stored.CreatedAt);
    }

    /// <summary>When a bulk is to be looked at although nothing happens.</summary>
    private DateTimeOffset? NextBulk() => _turns.Count == 0 ? null : _turns.Min.At;

    /// <summary>It is looked at then, or before.</summary>
    private void Wake(OpenBulk bulk, DateTimeOffset at)
    {
        if (bulk.TurnAt <= at || !_bulks.ContainsKey(bulk.Key))
        {
            return;
        }

        Rest(bulk);
        bulk.TurnAt = at;
        _turns.Add((at, bulk.Key.Value));
    }

    private void Rest(OpenBulk bulk)
    {
        if (bulk.TurnAt is { } at)
        {
            _turns.Remove((at, bulk.Key.Value));
            bulk.TurnAt = null;
        }
    }

    private void TurnBulks(Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (_starved.Count > 0 && _recovery is null && Room(MessageClass.Standard) > 0)
        {
            foreach (var bulk in _starved)
            {
                Wake(bulk, now);
            }

            _starved.Clear();
        }

        while (NextBulk() is { } at && at <= now)
        {
            var bulk = _bulks[new BulkKey(_turns.Min.Bulk)];
            Rest(bulk);
            if (Turn(bulk, flush, now, commands) is { } next)
            {
                Wake(bulk, next);
            }
        }
    }

    /// <returns>When it is to be looked at again although nothing happens.</returns>
    private DateTimeOffset? Turn(OpenBulk bulk, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        while (bulk.Ready.TryPeek(out var work) && work.Slot <= now)
        {
            bulk.Ready.Dequeue();
            Submit(work);
            Unpin(work);
        }

        DateTimeOffset? next = bulk.Ready.TryPeek(out var ready) ? ready.Slot : null;
        if (bulk.IsPaced)
        {
            return Earliest(next, DrawSlots(bulk, flush, now, commands));
        }

        while (bulk.Again.TryDequeue(out var again))
        {
            // It was cancelled: there are no slots to wait for any more.
            Submit(again);
            Unpin(again);
        }

        foreach (var lane in bulk.Lanes)
        {
            var isOpen = IsOpen(bulk, bulk.LineOf(lane), now, out var changes);
            next = Earliest(next, changes);
            if (isOpen != lane.IsOpen)
            {
                Disarrange(lane);
                lane.IsOpen = isOpen;
                Arrange(lane);
            }
        }

        return next;
    }

    /// <param name="changes">When that is another by the clock alone; null = it is not.</param>
    private static bool IsOpen(OpenBulk bulk, BulkLine line, DateTimeOffset now, out DateTimeOffset? changes)
    {
        var timing = bulk.Timing;
        changes = null;
        if (timing.State != BulkState.Running)
        {
            return timing.State == BulkState.Cancelled;
        }

        if (now < timing.Start)
        {
            changes = timing.Start;
            return false;
        }

        var openings = line.Openings;
        var isOpen = openings.IsOpen(now);
        changes = isOpen ? openings.ClosesAt(now) : openings.Next(now);
        changes = changes == DateTimeOffset.MaxValue ? null : changes;
        return isOpen;
    }

    /// <summary>A message was read from a lane of a bulk.</summary>
    private void Draw(OpenBulk bulk, Lane lane, Message message, Flush flush, DateTimeOffset now)
    {
        if (bulk.IsPaced)
        {
            var work = new Work(message) { Pins = 1 };
            _working.Add(message.Key.Sequence, work);
            if (!bulk.Drawn.TryGetValue(lane, out var drawn))
            {
                bulk.Drawn.Add(lane, drawn = new Queue<Work>());
            }

            drawn.Enqueue(work);
        }
        else if (!IsOpen(bulk, bulk.LineOf(lane), now, out _))
        {
            lane.Note(message.LookAt);
        }
        else if (bulk.Timing.State == BulkState.Cancelled)
        {
            Decide(new Work(message), JourneyEvent.Cancelled.Instance, flush, now, null);
        }
        else
        {
            Begin(bulk, new Work(message), bulk.LineOf(lane).Openings.Next(bulk.Timing.Start)!.Value, null, flush, now);
        }
    }

    private void Begin(OpenBulk bulk, Work work, DateTimeOffset planned, DateTimeOffset? slot, Flush flush, DateTimeOffset now)
    {
        Bind(work, bulk);
        (work.Revision, work.Planned, work.Slot) = (bulk.Timing.Revision, planned, slot);
        Decide(work, new JourneyEvent.Begun(planned), flush, now, null);
        if (bulk.Timing is { App: not 0, Progress: BulkProgress.None } timing)
        {
            bulk.Write(timing with { Progress = BulkProgress.Some }, flush);
        }
    }

    /// <summary>Where subscribers want to know: whether that was the last of it.</summary>
    private void NoteEnd(OpenBulk bulk, Flush flush)
    {
        if (bulk.Timing is { App: not 0, Progress: not BulkProgress.All, State: not BulkState.Cancelled } timing && !HasWaiting(bulk))
        {
            bulk.Write(timing with { Progress = BulkProgress.All }, flush);
        }
    }

    /// <summary>Its attempt is durable: it goes to the desk, or waits for its slot, or goes back because its window closed meanwhile.</summary>
    private void Depart(Work work, Flush flush, DateTimeOffset now)
    {
        var message = work.Message;
        if (work.IsRecalled)
        {
            return;
        }

        if (message is { Resends: > 0, Retries: 0, Bulk.Exists: true } && _bulks.TryGetValue(message.Bulk, out var paced) && paced.IsPaced)
        {
            work.ReleaseClaims();
            work.Pins++;
            Bind(work, paced);
            paced.Again.Enqueue(work);
            Wake(paced, now);
        }
        else if (work.Bulk is not { } bulk || message.Resends > 0)
        {
            Submit(work);
        }
        else if (work.Slot is null && !message.Envelope.Openings.IsOpen(now))
        {
            GiveBack(work, "its window closed before it left", flush, now);
        }
        else if (work.Slot > now)
        {
            work.Pins++;
            bulk.Ready.Enqueue(work);
            Wake(bulk, now);
        }
        else
        {
            Submit(work);
        }
    }

    /// <summary>Its slot passed, or its window closed, before it could leave.</summary>
    private void Missed(Work work, Flush flush, DateTimeOffset now)
    {
        work.ReleaseClaims();
        if (work.Message.Resends > 0 && work.Slot is not null && work.Message.Envelope.Openings.IsOpen(now))
        {
            // It keeps its pin: another slot is taken for it.
            work.Slot = null;
            work.Bulk!.Again.Enqueue(work);
            Wake(work.Bulk, now);
            return;
        }

        if (work.Message.Resends > 0)
        {
            // It may have left before.
            Decide(work, new JourneyEvent.Answered(work.Message.Attempt, CarrierAnswer.Unclear("its window closed")), flush, now, null);
        }
        else if (work.Bulk is not null)
        {
            GiveBack(work, "its slot had passed, or its window closed", flush, now);
        }
        else
        {
            Decide(work, new JourneyEvent.Answered(work.Message.Attempt, CarrierAnswer.NotSent("its window closed")), flush, now, null);
        }

        Unpin(work);
    }

    /// <summary>Nothing of the attempt left: the message waits in its bulk again.</summary>
    private void GiveBack(Work work, string note, Flush flush, DateTimeOffset now)
    {
        work.ReleaseClaims();
        work.Slot = null;
        if (work.Bulk!.Timing is { Progress: BulkProgress.All } timing)
        {
            work.Bulk.Write(timing with { Progress = BulkProgress.Some }, flush);
        }

        var line = work.Bulk.Timing.Lines.Select((l, i) => (l, i)).First(x => Fits(x.l, work.Message)).i;
        Decide(work, new JourneyEvent.GivenBack(LaneId.Bulk(work.Message.Bulk, work.Message.Class, line), work.Planned, note), flush, now, null);
    }

    private static bool Fits(BulkLine line, Message message) =>
        line.Class == message.Class && line.Window == message.Envelope.Window && line.IsAdvertisement == message.Envelope.IsAdvertisement;

    private static void Bind(Work work, OpenBulk bulk)
    {
        if (work.Bulk is null)
        {
            work.Bulk = bulk;
            bulk.Begun++;
        }
    }

    private void Unbind(Work work)
    {
        if (work.Bulk is { } bulk)
        {
            work.Bulk = null;
            bulk.Begun--;
            DropIfDone(bulk);
        }
    }

    /// <summary>Nothing of it waits and nothing of it is on its way: it is forgotten, its row says how it stood.</summary>
    private void DropIfDone(OpenBulk bulk)
    {
        if (bulk is { Begun: 0, Lanes.Count: 0, Drawn.Count: 0 })
        {
            Rest(bulk);
            _starved.Remove(bulk);
            _bulks.Remove(bulk.Key);
        }
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}

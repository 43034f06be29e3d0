using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Time, judged where carriers stand: windows, advertising hours, paces, and what owners said.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<BulkKey, Queue<DateTimeOffset>> _paced = [];
    private readonly Dictionary<BulkKey, DateTimeOffset> _closedUntil = [];
    private readonly HashSet<MessageKey> _arrived = [];

    /// <summary>In which life of the gateway attempts became durable, where it lived to see it.</summary>
    private readonly Dictionary<AttemptId, int> _openedIn = [];

    /// <summary>Attempts that were to be handed over.</summary>
    private readonly HashSet<AttemptId> _ordered = [];

    /// <summary>
    /// Attempts that were open and had never been ordered when a stop of their bulk was answered, and that this life of the gateway had opened, so that it knew: they do
    /// not leave any more, whatever crashes afterwards.
    /// </summary>
    private readonly HashSet<AttemptId> _stopped = [];

    /// <summary>How many orders to go on are out, answered to nobody yet, or never: nobody knows whether they hold.</summary>
    private readonly Dictionary<BulkKey, int> _mayOpen = [];

    /// <summary>First arrivals that a pace was asked for.</summary>
    public int Paced { get; private set; }

    /// <summary>Hand-overs of messages that have a window, or are advertisements.</summary>
    public int Windowed { get; private set; }

    /// <summary>First arrivals of messages whose bulk had been stopped and went on.</summary>
    public int Stopped { get; private set; }

    private readonly HashSet<AttemptId> _recalled = [];
    private readonly HashSet<AttemptId> _heldUp = [];

    /// <summary>Attempts that were taken back when their bulk was changed.</summary>
    public int Recalled => _recalled.Count;

    /// <summary>An owner says something: until it is answered, nobody knows whether it holds.</summary>
    public void Asked(BulkKey bulk, BulkChange change)
    {
        if (change is BulkChange.Resume or BulkChange.Reschedule)
        {
            _closedUntil.Remove(bulk);
            _mayOpen[bulk] = _mayOpen.GetValueOrDefault(bulk) + 1;
        }
    }

    /// <summary>It came too late and changed nothing.</summary>
    public void Came(BulkKey bulk, BulkChange change)
    {
        if (change is BulkChange.Resume or BulkChange.Reschedule)
        {
            _mayOpen[bulk]--;
        }
    }

    /// <summary>It was answered: from now on nothing begins against it.</summary>
    public void Changed(BulkKey bulk, BulkChange change)
    {
        var timing = world.Disk.TimingOf(bulk);
        if (change is BulkChange.Resume or BulkChange.Reschedule)
        {
            _mayOpen[bulk]--;
            _closedUntil.Remove(bulk);
        }

        if (change is BulkChange.Cancel || (change is BulkChange.Pause && timing.State == BulkState.Paused))
        {
            Close(bulk, DateTimeOffset.MaxValue);
        }
        else if (change is BulkChange.Reschedule && timing.State == BulkState.Running && timing.Start > world.Loop.Now)
        {
            Close(bulk, timing.Start);
        }

        Stopped++;
    }

    private void Close(BulkKey bulk, DateTimeOffset until)
    {
        _closedUntil[bulk] = until;
        if (_mayOpen.GetValueOrDefault(bulk) == 0)
        {
            _stopped.UnionWith(world.Disk.Messages.Where(m => m.Bulk == bulk && m.AttemptOpen && _openedIn.GetValueOrDefault(m.AttemptId, -1) == world.Crashes && !_ordered.Contains(m.AttemptId)).Select(static m => m.AttemptId));
        }
    }

    /// <summary>It is to be handed over now. What was out when its owner was answered has begun, even if it is still on its way to the carrier.</summary>
    private void InItsOwnersTime(Message message)
    {
        if (_closedUntil.TryGetValue(message.Bulk, out var until) && (message.Resends == 0 || _stopped.Contains(message.AttemptId)) && _mayOpen.GetValueOrDefault(message.Bulk) == 0
            && message is { Retries: 0, StepIndex: 0 })
        {
            world.Loop.Now.ShouldBeGreaterThanOrEqualTo(
                until, $"{message.Key} began after its bulk was stopped: {string.Join(", ", message.Timeline.Select(l => $"{l.At:HH:mm:ss.ffff} {l.Kind} {l.Note}"))}; {world.Disk.TimingOf(message.Bulk)}.");
        }
    }

    private void InItsTime(Handover handover)
    {
        var (now, key) = (world.Loop.Now, handover.Id.Message);
        var message = world.Disk.Find(key).ShouldNotBeNull();
        var openings = message.Envelope.Openings;
        if (openings != Openings.Always)
        {
            Windowed++;
            openings.IsOpen(now).ShouldBeTrue($"{key} left at {now:O}, outside its window.");
        }

        if (!_arrived.Add(key) || message.StepIndex > 0 || !message.Bulk.Exists || world.Disk.FindBulk(message.Bulk)?.Timing is not { } timing)
        {
            return;
        }

        if (timing.Pace is { } pace)
        {
            Paced++;
            if (!_paced.TryGetValue(message.Bulk, out var line))
            {
                _paced.Add(message.Bulk, line = new Queue<DateTimeOffset>());
            }

            while (line.TryPeek(out var first) && first <= now - pace.Period)
            {
                line.Dequeue();
            }

            line.Enqueue(now);
            line.Count.ShouldBeLessThanOrEqualTo(pace.Count, $"{key} of bulk {message.Bulk.Value}: more than {pace.Count} in {pace.Period}.");
        }
    }

    /// <summary>What stands on a bulk's list has an open attempt that nobody was handed; it is struck off with the commit that closes the attempt.</summary>
    private void Listed(CommitBatch batch)
    {
        foreach (var update in batch.Bulks)
        {
            foreach (var recalled in update.Timing.Recalled)
            {
                var message = world.Disk.Find(recalled.Sequence).ShouldNotBeNull();
                _recalled.Add(message.AttemptId);
                (message.AttemptOpen && message.Attempt == recalled.Attempt).ShouldBeTrue($"{message.Key} is on its bulk's list and its attempt is closed.");
                (!_ordered.Contains(message.AttemptId) || _heldUp.Contains(message.AttemptId)).ShouldBeTrue($"{message.Key} is on its bulk's list and was handed over.");
            }
        }
    }

    /// <summary>A batch that was to be handed over came back unsent.</summary>
    public void HeldUp(IReadOnlyList<Handover> batch) => _heldUp.UnionWith(batch.Select(static h => h.Id));

    private bool IsTimed(Message message) =>
        message.Lane.Kind != LaneKind.Bulk || world.Disk.FindBulk(message.Bulk)?.Timing is not { Pace: null, SendAt: null };

    /// <summary>Waits because its bulk has not come to it, or for the slot that it takes to be handed over again.</summary>
    private bool IsHeldByItsBulk(Message message) => world.Disk.FindBulk(message.Bulk)?.Timing is { } timing && (message.Lane.Kind == LaneKind.Bulk
        ? timing.Pace is not null || timing.State == BulkState.Paused || timing.Start > world.Loop.Now - TimeSpan.FromHours(4) || message.Envelope.Openings != Openings.Always
        : timing.Pace is not null && message is { State: MessageState.Submitting, Resends: > 0 });
}

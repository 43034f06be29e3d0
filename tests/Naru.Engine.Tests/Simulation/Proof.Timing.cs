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

    /// <summary>Counts what was to be handed over, from the first order of each attempt.</summary>
    private readonly Dictionary<AttemptId, long> _firstOrder = [];
    private long _orders;

    /// <summary>How many had been ordered when the stop was answered: what was ordered before may have left, and be handed over again.</summary>
    private readonly Dictionary<BulkKey, long> _ordersBefore = [];

    /// <summary>How many orders to go on are out, answered to nobody yet, or never: nobody knows whether they hold.</summary>
    private readonly Dictionary<BulkKey, int> _mayOpen = [];

    /// <summary>First arrivals that a pace was asked for.</summary>
    public int Paced { get; private set; }

    /// <summary>Hand-overs of messages that have a window, or are advertisements.</summary>
    public int Windowed { get; private set; }

    /// <summary>First arrivals of messages whose bulk had been stopped and went on.</summary>
    public int Stopped { get; private set; }

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
            _closedUntil[bulk] = DateTimeOffset.MaxValue;
        }
        else if (change is BulkChange.Reschedule && timing.State == BulkState.Running && timing.Start > world.Loop.Now)
        {
            _closedUntil[bulk] = timing.Start;
        }

        _ordersBefore[bulk] = _orders;
        Stopped++;
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

        if (!_arrived.Add(key) || !message.Bulk.Exists || world.Disk.FindBulk(message.Bulk)?.Timing is not { } timing)
        {
            return;
        }

        if (_closedUntil.TryGetValue(message.Bulk, out var until) && (message.Resends == 0 || _firstOrder[handover.Id] > _ordersBefore[message.Bulk]) && _mayOpen.GetValueOrDefault(message.Bulk) == 0)
        {
            now.ShouldBeGreaterThanOrEqualTo(until, $"{key} began after its bulk was stopped.");
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

    private bool IsTimed(Message message) =>
        message.Lane.Kind != LaneKind.Bulk || world.Disk.FindBulk(message.Bulk)?.Timing is not { Pace: null, SendAt: null };

    /// <summary>Waits because its bulk has not come to it, or for the slot that it takes to be handed over again.</summary>
    private bool IsHeldByItsBulk(Message message) => world.Disk.FindBulk(message.Bulk)?.Timing is { } timing && (message.Lane.Kind == LaneKind.Bulk
        ? timing.Pace is not null || timing.State == BulkState.Paused || timing.Start > world.Loop.Now - TimeSpan.FromHours(4) || message.Envelope.Openings != Openings.Always
        : timing.Pace is not null && message is { State: MessageState.Submitting, Resends: > 0 });
}

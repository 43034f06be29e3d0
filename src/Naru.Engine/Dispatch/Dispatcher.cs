using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>
/// Owns the messages that are being worked on, the lanes that the others wait in, and the carriers' desks.
/// </summary>
/// <remarks>
/// A message in <c>_working</c> is at its latest version; whatever happens to it is decided on that, and written in the order of
/// deciding. What follows from a decision (a hand-over, a push) is done when it is durable and not before. A message leaves
/// memory as soon as nothing of it is on its way; everything else is found again through its lane.
/// On SQLite the one process owns all 64 partitions, so one dispatcher stands for all of their owners.
/// </remarks>
internal sealed partial class Dispatcher
{
    private readonly EngineSettings _settings;
    private readonly Dictionary<long, Work> _working = [];
    private readonly Dictionary<LaneId, Lane> _lanes = [];
    private readonly Dictionary<string, CarrierDesk> _carriers;
    private readonly Dictionary<long, WaitingReports> _waitingReports = [];
    private readonly Departures _departures = new();
    private readonly HashSet<WorkspaceId> _gone = [];
    private readonly HandoverBudget _budget;
    private Recovery? _recovery;

    /// <summary>Messages that reads on their way may bring.</summary>
    private int _expected;

    public Dispatcher(EngineSettings settings, IReadOnlyDictionary<string, CarrierTraits> carriers)
    {
        _settings = settings;
        _budget = new HandoverBudget(settings.HandoversPerAccepted);
        _carriers = carriers.ToDictionary(c => c.Key, c => new CarrierDesk(c.Key, c.Value), StringComparer.Ordinal);
    }

    public int Working => _working.Count;

    public bool Knows(string carrier) => _carriers.ContainsKey(carrier);

    /// <summary>Messages that can be taken into memory now.</summary>
    public int Room => Math.Max(0, _settings.MaxWorking - _working.Count - _expected);

    /// <summary>There is room for a page worth reading: a trickle of tiny reads would cost more than the wait.</summary>
    private bool HasRoomToRead => Room >= Math.Max(1, Math.Min(_settings.LanePage, _settings.MaxWorking) / 4);

    /// <summary>The lanes that the last run left behind. Attempts it left open are recovered before anything else is read.</summary>
    public void Open(IReadOnlyList<LaneHead> heads, long nextSequence, DateTimeOffset now)
    {
        foreach (var head in heads)
        {
            LaneOf(head.Lane).Note(head.NextLookAt);
        }

        if (_lanes.ContainsKey(LaneId.Settle))
        {
            _recovery = new Recovery(nextSequence, now + _settings.Journey.AttemptTimeout);
        }
    }

    /// <summary>
    /// Whether a message that is due now may be stored with its attempt open: there is room, nothing older waits in its lane or was
    /// left open by the last run, and the carrier drops duplicates.
    /// </summary>
    public bool MayStartAtOnce(Message message, int rows, DateTimeOffset now) =>
        Room >= rows
        && _recovery is null
        && (!_lanes.TryGetValue(message.Lane, out var lane) || (!lane.Reading && !(lane.NextLookAt <= now)))
        && _carriers.TryGetValue(message.Step.Carrier, out var carrier)
        && carrier.Traits.Deduplicates;

    public CarrierTraits? TraitsOf(string carrier) => _carriers.TryGetValue(carrier, out var desk) ? desk.Traits : null;

    /// <summary>A message that was stored: it is worked on from here, or found again through its lane.</summary>
    public void Stored(Message message)
    {
        if (message.State == MessageState.Submitting)
        {
            var work = new Work(message);
            _working.Add(message.Key.Sequence, work);
            Submit(work);
        }

        LaneOf(message.Lane).Note(message.LookAt);
    }

    /// <summary>Rows wait in a lane that was closed until now.</summary>
    public void Opened(LaneId lane, DateTimeOffset lookAt) => LaneOf(lane).Note(lookAt);

    public void Forget(WorkspaceId workspace) => _gone.Add(workspace);

    public bool IsGone(WorkspaceId workspace) => _gone.Contains(workspace);

    /// <summary>When something waits in a lane that could be read now or later, or at a desk until requests press no more.</summary>
    public DateTimeOffset? NextLook()
    {
        var read = NextRead();
        return _budget.EndsAt is { } end && (read is null || end < read) && _carriers.Values.Any(static desk => desk.Wanted > 0) ? end : read;
    }

    private DateTimeOffset? NextRead()
    {
        if (_recovery is not null || !HasRoomToRead)
        {
            // What makes room comes back as an event.
            return null;
        }

        DateTimeOffset? next = null;
        foreach (var lane in _lanes.Values)
        {
            if (!lane.Reading && lane.NextLookAt is { } at && (next is null || at < next))
            {
                next = at;
            }
        }

        return next;
    }

    /// <inheritdoc cref="HandoverBudget.Committed"/>
    public void Committed(bool requestsWait, int accepted, DateTimeOffset now) => _budget.Committed(requestsWait, accepted, now);

    /// <summary>Reads the lanes that are due, the most urgent class first, and hands batches to carriers that wait for one.</summary>
    /// <param name="idle">Nothing is being made durable and nothing waits to be.</param>
    public void Order(DateTimeOffset now, bool idle, EngineCommands commands)
    {
        foreach (var carrier in _carriers.Values)
        {
            if (carrier.NextBatch(_budget.Allowed(carrier.Wanted, idle, now), IsWanted, Unpin) is { } batch)
            {
                _budget.Spent(batch.Messages.Count);
                commands.Submits.Add(batch);
            }
        }

        if (_recovery is { } recovery)
        {
            if (!recovery.Reading && HasRoomToRead)
            {
                recovery.Reading = true;
                recovery.Limit = Expect();
                recovery.Read = _departures.Begin();
                commands.LaneReads.Add(new LaneOrder(LaneId.Settle, recovery.Until, recovery.After, recovery.Limit, Recovery: true));
            }

            return;
        }

        foreach (var lane in _lanes.Values.OrderBy(l => l.Id.Kind == LaneKind.Settle ? 0 : (int)l.Id.Class))
        {
            if (!lane.Reading && lane.NextLookAt <= now && HasRoomToRead)
            {
                lane.BeginRead(Expect(), _departures.Begin());
                commands.LaneReads.Add(new LaneOrder(lane.Id, now, lane.After, lane.Limit));
            }
        }
    }

    /// <summary>Makes room for a page. What is read becomes rows of one flush: while requests press, it is kept as small as the batches.</summary>
    private int Expect()
    {
        var limit = Math.Min(Room, _budget.EndsAt is null ? _settings.LanePage : Math.Min(_settings.LanePage, HandoverBudget.Burst));
        _expected += limit;
        return limit;
    }

    private Lane LaneOf(LaneId id)
    {
        if (!_lanes.TryGetValue(id, out var lane))
        {
            lane = new Lane(id);
            _lanes.Add(id, lane);
        }

        return lane;
    }

    private void Submit(Work work)
    {
        if (!_carriers.TryGetValue(work.Message.Step.Carrier, out var desk))
        {
            // Its lane brings it back at its time-out; the intake refuses routes over carriers that do not exist.
            return;
        }

        work.Pins++;
        desk.Add(work);
    }

    private bool IsWanted(Work work) =>
        !work.Stale && work.Message is { State: MessageState.Submitting, AttemptOpen: true } && !_gone.Contains(work.Message.Workspace);

    private void Unpin(Work work)
    {
        work.Pins--;
        if (work.Pins <= 0)
        {
            Leave(work);
        }
    }

    /// <summary>Nothing of it is on its way: from now on the store knows it best.</summary>
    private void Leave(Work work)
    {
        var sequence = work.Message.Key.Sequence;
        if (!_working.TryGetValue(sequence, out var held) || held != work)
        {
            return;
        }

        _working.Remove(sequence);
        _departures.Left(sequence);
        if (work.PassedBy && !work.Stale && !work.Message.IsFinal)
        {
            LaneOf(work.Message.Lane).Note(work.Message.LookAt);
        }
    }
}

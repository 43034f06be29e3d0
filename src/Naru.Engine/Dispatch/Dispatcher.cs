using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Limits;
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

    /// <summary>The lanes that no limit holds, the most urgent first.</summary>
    private readonly List<Lane> _free = [];
    private readonly LimitKeeper _limits;
    private readonly LimitLanes _limited;
    private readonly Dictionary<string, CarrierDesk> _carriers;
    private readonly Dictionary<long, WaitingReports> _waitingReports = [];
    private readonly Departures _departures = new();
    private readonly HashSet<WorkspaceId> _gone = [];
    private readonly HandoverBudget _budget;
    private readonly WorkingBound _bound;
    private Recovery? _recovery;

    /// <summary>Messages that reads on their way may bring.</summary>
    private int _expected;

    /// <summary>Computed by <see cref="Order"/>.</summary>
    private DateTimeOffset? _nextLook;

    public Dispatcher(EngineSettings settings, IReadOnlyDictionary<string, CarrierTraits> carriers, LimitKeeper limits)
    {
        _settings = settings;
        _limits = limits;
        _limited = new LimitLanes(limits);
        _budget = new HandoverBudget(settings.HandoversPerAccepted);
        _bound = new WorkingBound(settings.MaxWorking);
        _carriers = carriers.ToDictionary(c => c.Key, c => new CarrierDesk(c.Key, c.Value, limits), StringComparer.Ordinal);
    }

    public int Working => _working.Count;

    public bool Knows(string carrier) => _carriers.ContainsKey(carrier);

    /// <summary>Messages of a class that can be taken into memory now. Some room is kept for authentication.</summary>
    public int Room(MessageClass messageClass) => Math.Max(
        0, _bound.Now - (messageClass == MessageClass.Authentication ? 0 : _settings.RoomForAuthentication) - _working.Count - _expected);

    /// <summary>There is room for a page worth reading: a trickle of tiny reads would cost more than the wait.</summary>
    private bool HasRoomToRead(MessageClass messageClass) =>
        Room(messageClass) >= Math.Max(1, Math.Min(_settings.LanePage, _bound.Now - _settings.RoomForAuthentication) / 4);

    /// <summary>The lanes that the last run left behind. Attempts it left open are recovered before anything else is read.</summary>
    /// <param name="bulks">Those whose lanes are among the heads.</param>
    public void Open(IReadOnlyList<LaneHead> heads, IReadOnlyList<Bulk> bulks, long nextSequence, DateTimeOffset now)
    {
        foreach (var bulk in bulks)
        {
            if (bulk.Timing is not null)
            {
                _bulks.TryAdd(bulk.Key, new OpenBulk(bulk));
            }
        }

        foreach (var head in heads)
        {
            LaneOf(head.Lane).Note(head.NextLookAt);
        }

        foreach (var bulk in _bulks.Values.ToArray())
        {
            Wake(bulk, now);
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
        message.Lane.Kind != LaneKind.Limit
        && Room(message.Class) >= rows
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

    public void Forget(WorkspaceId workspace)
    {
        _gone.Add(workspace);
        ForgetBulks(workspace);
        _limits.Forget(workspace);
        LimitsChanged();
    }

    /// <summary>The lanes in which messages wait on whose way a limit hangs; <see cref="LaneId.None"/> where none does.</summary>
    public LaneId LimitLaneOf(Message message) => _limits.LaneOf(message);

    /// <summary>Limits of apps were set, changed or taken away.</summary>
    public void LimitsChanged()
    {
        _limited.Clear();
        _free.Clear();
        foreach (var lane in _lanes.Values)
        {
            Arrange(lane);
        }

        foreach (var desk in _carriers.Values)
        {
            desk.LimitsChanged();
        }
    }

    public bool IsGone(WorkspaceId workspace) => _gone.Contains(workspace);

    /// <summary>When something waits in a lane that could be read now or later, or at a desk until requests press no more.</summary>
    public DateTimeOffset? NextLook() => _nextLook;

    /// <summary>What makes room comes back as an event.</summary>
    private DateTimeOffset? NextRead(DateTimeOffset now)
    {
        if (_recovery is not null)
        {
            return null;
        }

        var next = _limited.NextLook(now);
        foreach (var lane in _free)
        {
            if (!lane.Reading && lane.NextLookAt is { } at && (next is null || at < next) && HasRoomToRead(lane.Id.Class) && lane.Bulk is not { IsBusy: true })
            {
                next = at;
            }
        }

        return next;
    }

    /// <inheritdoc cref="HandoverBudget.Committed"/>
    public void Committed(bool requestsWait, IReadOnlyList<SubmissionAppend> accepted, DateTimeOffset now) => _budget.Committed(
        requestsWait,
        accepted.Sum(static append => append.Messages.Count),
        accepted.Sum(static append => append.Messages is [{ Message.Envelope.TellsSubmitted: true }, ..] ? append.Messages.Count : 0),
        now);

    /// <summary>Reads the lanes that are due, the most urgent class first, and hands batches to carriers that wait for one.</summary>
    /// <param name="idle">Nothing is being made durable and nothing waits to be.</param>
    public void Order(Flush flush, DateTimeOffset now, bool idle, EngineCommands commands)
    {
        TurnBulks(flush, now, commands);
        foreach (var carrier in _carriers.Values)
        {
            var others = _budget.Allowed(carrier.OthersWanted(now), idle, now);
            if (carrier.NextBatch(others, now, IsWanted, Unpin, late => Missed(late, flush, now)) is { } batch)
            {
                _budget.Spent(carrier.OthersOut);
                commands.Submits.Add(batch);
            }
        }

        Read(now, commands);
        _nextLook = NextRead(now);
        foreach (var carrier in _carriers.Values)
        {
            if (carrier.NextLook(now, _budget.EndsAt) is { } at && (_nextLook is null || at < _nextLook))
            {
                _nextLook = at;
            }
        }

        if (NextBulk() is { } turn && (_nextLook is null || turn < _nextLook))
        {
            _nextLook = turn;
        }

        _limits.Reserve(flush, now);
    }

    /// <summary>
    /// Nothing is handed over any more. What waits for a carrier that does not drop duplicates goes back to its lane: its attempt never left, and after
    /// the restart nobody would know that.
    /// </summary>
    public void GiveBack(Flush flush, DateTimeOffset now)
    {
        GiveBackReady(flush, now);
        foreach (var desk in _carriers.Values)
        {
            foreach (var work in desk.Traits.Deduplicates ? [] : desk.TakeWaiting())
            {
                if (IsWanted(work))
                {
                    Decide(work, new JourneyEvent.Answered(work.Message.Attempt, CarrierAnswer.NotSent("the gateway stopped")), flush, now, null);
                }

                Unpin(work);
            }
        }
    }

    private void Read(DateTimeOffset now, EngineCommands commands)
    {
        if (_recovery is { } recovery)
        {
            if (!recovery.Reading && HasRoomToRead(MessageClass.Standard))
            {
                recovery.Reading = true;
                recovery.Limit = Expect(MessageClass.Standard);
                recovery.Read = _departures.Begin();
                commands.LaneReads.Add(new LaneOrder(LaneId.Settle, recovery.Until, recovery.After, recovery.Limit, Recovery: true));
            }

            return;
        }

        foreach (var lane in _free)
        {
            if (!lane.Reading && lane.NextLookAt <= now && HasRoomToRead(lane.Id.Class) && lane.Bulk is not { IsBusy: true })
            {
                Read(lane, Expect(lane.Id.Class), now, commands);
            }
        }

        _limited.Draw(now, _settings.LanePage, Room, (lane, rows) =>
        {
            _expected += rows;
            Read(lane, rows, now, commands);
        });
    }

    private void Read(Lane lane, int limit, DateTimeOffset now, EngineCommands commands)
    {
        lane.BeginRead(limit, _departures.Begin());
        commands.LaneReads.Add(new LaneOrder(lane.Id, now, lane.After, lane.Limit));
    }

    /// <summary>Makes room for a page. What is read becomes rows of one flush: while requests press, it is kept as small as the batches.</summary>
    private int Expect(MessageClass messageClass)
    {
        var limit = Math.Min(Room(messageClass), _budget.EndsAt is null ? _settings.LanePage : Math.Min(_settings.LanePage, HandoverBudget.Burst));
        _expected += limit;
        return limit;
    }

    private Lane LaneOf(LaneId id)
    {
        if (!_lanes.TryGetValue(id, out var lane))
        {
            lane = new Lane(id, id.Kind == LaneKind.Bulk ? _bulks.GetValueOrDefault(id.BulkOf) : null);
            _lanes.Add(id, lane);
            lane.Bulk?.Lanes.Add(lane);
            Arrange(lane);
        }

        return lane;
    }

    /// <summary>Puts it among those that are read: not where its bulk keeps it closed, or draws from it slot by slot.</summary>
    private void Arrange(Lane lane)
    {
        if (!lane.IsOpen)
        {
            return;
        }

        var isLimited = lane.Id.Kind == LaneKind.Limit;
        if (lane.Bulk is { Timing: var timing } bulk)
        {
            var way = _limits.WayOf(timing.Carrier, timing.App, bulk.Workspace);
            isLimited = way is not null && timing.State == BulkState.Running;
            lane.Way = way ?? default;
        }

        if (!isLimited || !_limited.TryAdd(lane))
        {
            var behind = _free.FindIndex(other => Urgency(other) > Urgency(lane));
            _free.Insert(behind < 0 ? _free.Count : behind, lane);
        }
    }

    private static int Urgency(Lane lane) => lane.Id.Kind == LaneKind.Settle ? 0 : (int)lane.Id.Class;

    /// <summary>Lanes of bulks and of limits are many and come and go.</summary>
    private void DropIfEmpty(Lane lane)
    {
        if (lane is { IsEmpty: true, Id.Kind: LaneKind.Bulk or LaneKind.Limit } && lane.Bulk?.Drawn.ContainsKey(lane) != true)
        {
            _lanes.Remove(lane.Id);
            Disarrange(lane);
            if (lane.Bulk is { } bulk)
            {
                bulk.Lanes.Remove(lane);
                DropIfDone(bulk);
            }
        }
    }

    private void Disarrange(Lane lane)
    {
        if (!_free.Remove(lane))
        {
            _limited.Remove(lane);
        }
    }

    private void Submit(Work work)
    {
        if (!_carriers.TryGetValue(work.Message.Step.Carrier, out var desk))
        {
            // Its lane brings it back at its time-out; the intake refuses routes over carriers that do not exist.
            work.ReleaseClaims();
            return;
        }

        work.Pins++;
        desk.Add(work);
    }

    /// <summary>A row waits in its lane from now on.</summary>
    private void Note(Message message)
    {
        var lane = LaneOf(message.Lane);
        lane.Note(message.LookAt);
        if (lane.Bulk is { } bulk)
        {
            Wake(bulk, message.LookAt);
        }
    }

    /// <summary>It is on its way to slots of its limits.</summary>
    private void Claim(Work work)
    {
        if (_limits.Any)
        {
            work.ClaimCarrier(_limits.OfCarrier(work.Message.Step.Carrier));
            work.ClaimApp(_limits.OfApp(work.Message.Envelope.App));
        }
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
        work.ReleaseClaims();
        Remove(work);
        Unbind(work);
    }

    private void Remove(Work work)
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
            Note(work.Message);
        }
    }
}

using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Dispatch;
using Naru.Engine.Intake;
using Naru.Engine.Limits;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Machine;

/// <summary>What the machine looks up while it works: reads of memory, no I/O.</summary>
public sealed record GatewayLookups(Func<WorkspaceId, Step, bool> OwnsSender, Func<int, WebhookEndpoint?> Endpoint)
{
    /// <summary>An app's endpoints that want to be told of this, as they are now.</summary>
    public Func<int, ReportEvent, IReadOnlyList<WebhookEndpoint>> Subscribers { get; init; } = static (_, _) => [];

    /// <summary>A workspace's own endpoints, no app's, that want to be told of this.</summary>
    public Func<WorkspaceId, ReportEvent, IReadOnlyList<WebhookEndpoint>> WorkspaceSubscribers { get; init; } = static (_, _) => [];

    /// <summary>How many callbacks of an app may leave in a second; null = any number.</summary>
    public Func<int, int?> WebhooksPerSecond { get; init; } = static _ => null;

    /// <summary>What an app's subscribers are told of a bulk, and in whose words; null where that is nothing.</summary>
    public Func<BulkNews, DateTimeOffset, (DialectName Dialect, string Body)?> NoticeOf { get; init; } = static (_, _) => null;

    /// <summary>Who wants to be told of an alarm, and of what: UTF-8 JSON.</summary>
    public Func<AlarmNews, (string Body, IReadOnlyList<WebhookEndpoint> Endpoints)> AlarmNoticeOf { get; init; } = static _ => ("", []);

    /// <summary>How many items a request of this front door carries.</summary>
    public Func<DialectName, int> ItemsPerRequest { get; init; } = static _ => Push.MaxItems;
}

/// <summary>
/// The engine, as one synchronous machine: events go in, commands come out. No task, thread, lock, clock or chance inside, so that a
/// simulation runs it whole, from a seed.
/// </summary>
/// <remarks>
/// The rhythm is that of the store: while one flush is being made durable, everything that happens gathers in the next. What
/// follows from a change (answering a client, handing over, pushing) is done when its flush is durable, and never before.
/// </remarks>
public sealed class GatewayMachine
{
    private readonly Dispatcher _dispatcher;
    private readonly IntakeDesk _intake;
    private readonly PushDesk _pushes;
    private readonly LimitKeeper _limits;
    private readonly AppQueues _queues;
    private readonly AlarmDesk _alarms;
    private Flush _next = new();
    private Flush? _inFlight;
    private bool _broken;
    private bool _stopping;

    public GatewayMachine(
        EngineSettings settings, StoreOpening opening, IReadOnlyList<LaneHead> lanes, IReadOnlyList<PushHead> pushes,
        IReadOnlyDictionary<string, CarrierTraits> carriers, GatewayLookups lookups, DateTimeOffset now, IReadOnlyList<Bulk>? bulks = null)
    {
        Ids = new MessageIdCodec(opening.InstallationKey);
        _limits = new LimitKeeper(settings.CarriersPerSecond, opening.Limits, now);
        _queues = new AppQueues(opening.OpenByApp);
        _dispatcher = new Dispatcher(settings, carriers, _limits);
        _dispatcher.Open(lanes, bulks ?? [], opening.NextSequence, now);
        _intake = new IntakeDesk(
            settings, opening, Ids, new IntakeRefusals(settings.Journey, _dispatcher.Knows, lookups.OwnsSender), _dispatcher, _queues);
        _pushes = new PushDesk(settings, opening.NextPush, lookups, now);
        _pushes.Open(pushes);
        _alarms = new AlarmDesk(settings.Alarms, opening.Alarms);
    }

    public MessageIdCodec Ids { get; }

    /// <summary>Messages held in memory.</summary>
    public int Working => _dispatcher.Working;

    /// <summary>Messages of an app that were accepted, or are about to be, and have not ended. May be asked from any thread.</summary>
    public int QueuedOf(int app) => _queues.Of(app);

    /// <summary>Slots of limits that were used, and that were reserved and not used. May be asked from any thread.</summary>
    public (long Used, long Forfeited) Slots => _limits.Slots;

    /// <inheritdoc cref="AlarmDesk.Shown"/>
    public IReadOnlyList<Alarm> Alarms => _alarms.Shown;

    /// <summary>What would become of a submission. Touches nothing: may be asked from any thread.</summary>
    public SubmissionPlan Plan(Submission submission, DateTimeOffset at) => _intake.Plan(submission, at);

    /// <summary>Nothing is on its way to the store and nothing waits for it.</summary>
    public bool IsQuiet => _inFlight is null && _next.IsEmpty && !_intake.HasWaiting;

    /// <summary>The store failed: nothing is accepted any more.</summary>
    public bool IsBroken => _broken;

    /// <summary>From now on nothing new is begun: what is on its way comes back and is written, then the machine is quiet.</summary>
    public void Stop() => _stopping = true;

    public void Handle(EngineEvent happened, DateTimeOffset now, EngineCommands commands)
    {
        switch (happened)
        {
            case EngineEvent.Submitted submitted when _broken || _stopping:
                _intake.Failed(submitted.Ticket, commands);
                break;
            case EngineEvent.Submitted submitted:
                _intake.Arrive(submitted.Ticket, now, commands);
                break;
            case EngineEvent.Committed committed:
                Committed(committed.Outcome, now, commands);
                break;
            case EngineEvent.CommitFailed:
                Failed(commands);
                break;
            case EngineEvent.CarrierAnswered answered:
                _dispatcher.Answered(answered, _next, now);
                break;
            case EngineEvent.CarrierHeldUp heldUp:
                _dispatcher.HeldUp(heldUp.Carrier, _next);
                break;
            case EngineEvent.LimitsChanged changed:
                _limits.Change(changed.Apps, now);
                _queues.Change(changed.Apps);
                _dispatcher.LimitsChanged();
                break;
            case EngineEvent.Reported reported:
                _dispatcher.Reported(reported.Ticket, _next, now, commands);
                break;
            case EngineEvent.Amended amended when _broken || _stopping:
                commands.Failed.Add(amended.Ticket.Done);
                break;
            case EngineEvent.Amended amended:
                _dispatcher.Amend(amended.Ticket, _next, now, commands);
                break;
            case EngineEvent.BulkChanged changed when _broken || _stopping:
                commands.Failed.Add(changed.Ticket.Done);
                break;
            case EngineEvent.BulkChanged changed:
                _dispatcher.Change(changed.Ticket, _next, now, commands);
                break;
            case EngineEvent.BulksLoaded loaded:
                _dispatcher.BulksLoaded(loaded.Found, _next, now);
                break;
            case EngineEvent.LaneRead read:
                _dispatcher.LaneRead(read, _next, now, commands);
                break;
            case EngineEvent.Loaded loaded:
                _dispatcher.Loaded(loaded, _next, now, commands);
                break;
            case EngineEvent.PushAnswered answered:
                _pushes.Answered(answered, _next, now, commands);
                break;
            case EngineEvent.PushesRead read:
                _pushes.Read(read, now);
                break;
            case EngineEvent.PushReplayed replayed:
                _pushes.Replay(replayed.Push, _next, now);
                break;
            case EngineEvent.Noticed noticed when _broken:
                commands.Failed.Add(noticed.Done);
                break;
            case EngineEvent.Noticed noticed:
                noticed.Write?.Invoke(_next.Batch);
                _pushes.Noticed(noticed, _next, now);
                _next.Signals.Add(noticed.Done);
                break;
            case EngineEvent.Alarmed alarmed when _broken:
                commands.Failed.Add(alarmed.Done);
                break;
            case EngineEvent.Alarmed alarmed:
                _next.Alarms.AddRange(alarmed.Steps);
                _next.Signals.Add(alarmed.Done);
                break;
            case EngineEvent.PullConfirmed confirmed:
                _next.Batch.PullConsumed.AddRange(confirmed.Reports);
                _next.Signals.Add(confirmed.Done);
                break;
            case EngineEvent.Removing removing:
                _next.Batch.Removals.Add(removing.Removal);
                _next.Removals.Add(removing.Done);
                break;
            case EngineEvent.WorkspaceGone gone:
                _dispatcher.Forget(gone.Workspace);
                _pushes.Forget(gone.Workspace);
                _alarms.Forget(gone.Workspace);
                break;
            case EngineEvent.Woken:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "No such event.");
        }
    }

    /// <summary>After a run of events: what is to be done now. Starts the next flush where none is in flight.</summary>
    public void Order(DateTimeOffset now, EngineCommands commands)
    {
        if (_broken)
        {
            return;
        }

        if (_stopping)
        {
            _dispatcher.GiveBack(_next, now);
        }
        else
        {
            _dispatcher.Order(_next, now, idle: _inFlight is null && _next.IsEmpty && !_intake.HasWaiting, commands);
            _pushes.Order(_next, now, commands);
        }

        if (_inFlight is not null)
        {
            return;
        }

        _intake.Fill(_next, now);
        _next.LooksAtAlarms = !_stopping && _alarms.IsDue(now);
        if (_next.HasSignalsOnly)
        {
            Signalled(_next, commands);
            _next = new Flush();
        }
        else if (!_next.IsEmpty)
        {
            _alarms.Close(_next, now);
            _pushes.Close(_next, now);
            _next.ClosedAt = now;
            _inFlight = _next;
            _next = new Flush();
            commands.Commit = _inFlight.Batch;
        }
    }

    /// <summary>When something is to be done although nothing happens; null = never.</summary>
    public DateTimeOffset? NextWake()
    {
        if (_stopping || _broken)
        {
            // Nothing new begins.
            return null;
        }

        // While a flush is in flight alarms wait for the next.
        return Earlier(Earlier(_dispatcher.NextLook(), _pushes.NextLook()), _inFlight is null ? _alarms.NextLook : null);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is { } a && other is { } b ? (a < b ? a : b) : one ?? other;

    private void Committed(CommitOutcome outcome, DateTimeOffset now, EngineCommands commands)
    {
        var flush = _inFlight ?? throw new InvalidOperationException("No flush is in flight.");
        _inFlight = null;
        _limits.Committed(flush, now);
        _dispatcher.CommitTook(now - flush.ClosedAt);
        _dispatcher.Committed(_intake.HasWaiting, flush.Batch.Appends, now);
        var stale = outcome.StaleTransitions;
        var nextStale = 0;
        for (var i = 0; i < flush.Changes.Count; i++)
        {
            var isStale = nextStale < stale.Count && stale[nextStale] == i;
            nextStale += isStale ? 1 : 0;
            if (!isStale && flush.Changes[i].Effects.HasFlag(Effects.Report))
            {
                _queues.Leave(flush.Changes[i].Work.Message.Envelope.App, 1);
            }

            _dispatcher.Committed(flush.Changes[i], isStale, _next, now, commands);
        }

        _dispatcher.Slotted(flush, now);
        _dispatcher.Recalled(flush, _next, now);

        // After the changes: what was read back goes out before what came in with the same flush.
        for (var i = 0; i < flush.Tickets.Count; i++)
        {
            _intake.Committed(flush.Tickets[i], flush.Batch.Appends[i], outcome.Appends[i], _next, commands);
        }

        _pushes.Committed(flush, _next, now);
        commands.AlarmsChanged |= _alarms.Committed(flush);
        for (var i = 0; i < flush.Removals.Count; i++)
        {
            flush.Removals[i].Value = outcome.Removed[i];
            commands.Signals.Add(flush.Removals[i]);
        }

        Signalled(flush, commands);
    }

    private static void Signalled(Flush flush, EngineCommands commands)
    {
        commands.Signals.AddRange(flush.Signals);
        flush.Repeated.ForEach(ticket => Dispatcher.Settle(ticket, commands));
    }

    /// <summary>
    /// Nobody knows what of the flush is durable. Whoever waits is told that nothing was stored or nothing is known, and no more is accepted:
    /// a restart finds out from the store.
    /// </summary>
    private void Failed(EngineCommands commands)
    {
        _broken = true;
        foreach (var flush in new[] { _inFlight, _next })
        {
            if (flush is null)
            {
                continue;
            }

            flush.Tickets.ForEach(t => _intake.Failed(t, commands));
            commands.Failed.AddRange(flush.Signals);
            commands.Failed.AddRange(flush.Removals);
            commands.Failed.AddRange(flush.Changes.Where(change => change.Amendment is not null).Select(change => change.Amendment!.Done));
        }

        _dispatcher.FailAmendments(commands);

        _intake.FailAll(commands);
    }
}

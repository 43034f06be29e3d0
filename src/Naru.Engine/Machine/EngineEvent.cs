using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Limits;
using Naru.Engine.Ports;

namespace Naru.Engine.Machine;

/// <summary>What can be said to the engine. Handled one at a time, in the order of arrival.</summary>
public abstract record EngineEvent
{
    private EngineEvent()
    {
    }

    /// <summary>A front door handed in a submission.</summary>
    public sealed record Submitted(SubmissionTicket Ticket) : EngineEvent;

    /// <summary>The flush that was in flight is durable.</summary>
    public sealed record Committed(CommitOutcome Outcome) : EngineEvent;

    /// <summary>The store failed: nothing of the flush is durable, as far as anybody can say.</summary>
    public sealed record CommitFailed(string Reason) : EngineEvent;

    /// <summary>The carrier answered a batch, answer by answer.</summary>
    public sealed record CarrierAnswered(string Carrier, IReadOnlyList<CarrierAnswer> Answers) : EngineEvent;

    /// <summary>The batch was held up until its <see cref="CarrierOrder.NotAfter"/> had passed, and was not handed over.</summary>
    public sealed record CarrierHeldUp(string Carrier) : EngineEvent;

    /// <summary>All limits of apps, as they are from now on.</summary>
    public sealed record LimitsChanged(IReadOnlyList<AppAllowance> Apps) : EngineEvent;

    /// <summary>Reports came in.</summary>
    public sealed record Reported(ReportTicket Ticket) : EngineEvent;

    /// <summary>An owner changes what may be changed of a message.</summary>
    public sealed record Amended(AmendTicket Ticket) : EngineEvent;

    /// <summary>The owner of a bulk pauses, resumes, reschedules or cancels it.</summary>
    public sealed record BulkChanged(BulkTicket Ticket) : EngineEvent;

    /// <summary>Bulks that recovered messages belong to.</summary>
    public sealed record BulksLoaded(IReadOnlyList<Bulk> Found) : EngineEvent;

    /// <param name="Recovery">Read to recover what the last run left open, not because it is due.</param>
    public sealed record LaneRead(LaneId Lane, LanePage Page, bool Recovery = false) : EngineEvent;

    /// <summary>Messages that reports asked for.</summary>
    public sealed record Loaded(IReadOnlyList<MessageKey> Asked, IReadOnlyList<Message> Found) : EngineEvent;

    /// <summary>A push came back.</summary>
    /// <param name="Results">What became of its items; those that are in none of them were not tried.</param>
    /// <param name="Chance">For the jitter of the next try: 0 ≤ chance &lt; 1.</param>
    public sealed record PushAnswered(long PushId, int EndpointId, IReadOnlyList<PushResult> Results, double Chance) : EngineEvent;

    /// <summary>Something happened to contacts or conversations: whoever subscribes to it is told.</summary>
    /// <param name="Notices">In the order in which it happened.</param>
    /// <param name="Done">When all of it is durable.</param>
    /// <param name="Write">Adds what else the same commit writes; null = nothing.</param>
    public sealed record Noticed(
        WorkspaceId Workspace, DialectName Dialect, IReadOnlyList<NoticedEvent> Notices, Signal Done, Action<CommitBatch>? Write = null) : EngineEvent;

    public sealed record PushesRead(int EndpointId, IReadOnlyList<Push> Pushes, bool More) : EngineEvent;

    /// <summary>Push again, whatever became of it.</summary>
    public sealed record PushReplayed(Push Push) : EngineEvent;

    /// <summary>Something happened to alarms that no message's commit says.</summary>
    public sealed record Alarmed(IReadOnlyList<AlarmStep> Steps, Signal Done) : EngineEvent;

    /// <summary>Pulled reports whose answer was flushed.</summary>
    public sealed record PullConfirmed(IReadOnlyList<PulledReport> Reports, Signal Done) : EngineEvent;

    /// <summary>Remove what is past its retention, or everything of a workspace.</summary>
    public sealed record Removing(Removal Removal, Signal<int> Done) : EngineEvent;

    /// <summary>A workspace is gone: its messages and pushes are not worked on any more.</summary>
    public sealed record WorkspaceGone(WorkspaceId Workspace) : EngineEvent;

    /// <summary>Time has passed.</summary>
    public sealed record Woken : EngineEvent
    {
        public static readonly Woken Instance = new();
    }
}

public readonly record struct NoticedEvent(ReportEvent Event, Notice Notice);

/// <summary>What items of a push were answered alike.</summary>
/// <param name="Took">The longest of the requests.</param>
/// <param name="Requests">How many requests were made for it; 0 where none could be.</param>
/// <param name="Gone">What it would tell is not there any more: no try can mend that.</param>
public sealed record PushResult(ItemSet Items, WebhookAnswer Answer, TimeSpan Took, int Requests = 1, bool Gone = false);

/// <summary>Reports on their way in; settled when what they lead to is durable.</summary>
public sealed class ReportTicket(IReadOnlyList<CarrierReport> reports)
{
    public IReadOnlyList<CarrierReport> Reports { get; } = reports;

    public Signal Done { get; } = new();

    /// <summary>Reports that are not settled yet.</summary>
    internal int Outstanding { get; set; } = reports.Count;
}

/// <summary>A change of a bulk on its way in; <see cref="Done"/> when it is durable, with the bulk's time as it is then, or with null where nothing of it waits.</summary>
public sealed class BulkTicket(BulkKey bulk, BulkChange change)
{
    public BulkKey Bulk { get; } = bulk;

    public BulkChange Change { get; } = change;

    public Signal<BulkTiming> Done { get; } = new();
}

/// <summary>A change on its way in; <see cref="Done"/> when it is durable, with the message as it is then, or with null where there is none.</summary>
public sealed class AmendTicket(MessageKey key, Amendment? amendment, JourneyEvent? happening = null)
{
    public MessageKey Key { get; } = key;

    /// <summary>What touches no journey.</summary>
    public Amendment? Amendment { get; } = amendment;

    /// <summary>What its owner does to its journey.</summary>
    public JourneyEvent? Happening { get; } = happening;

    /// <summary>Whether that changed anything.</summary>
    public bool Changed { get; internal set; }

    public Signal<Message> Done { get; } = new();
}

/// <summary>Something that somebody waits for. The machine only says that it happened; how to wait is the pump's affair.</summary>
public class Signal
{
    /// <summary>The pump's waiter.</summary>
    public Action<bool>? OnDone { get; set; }
}

public sealed class Signal<T> : Signal
{
    public T? Value { get; set; }
}

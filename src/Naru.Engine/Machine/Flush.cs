using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Engine.Alarms;
using Naru.Engine.Dispatch;
using Naru.Engine.Intake;
using Naru.Engine.Limits;
using Naru.Engine.Ports;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Machine;

/// <summary>
/// One group commit: what it writes, and beside it what follows when it is durable. Nothing follows before.
/// </summary>
internal sealed class Flush
{
    public CommitBatch Batch { get; } = new();

    /// <summary>When nothing was added to it any more.</summary>
    public DateTimeOffset ClosedAt { get; set; }

    /// <summary>Parallel to the batch's appends.</summary>
    public List<SubmissionTicket> Tickets { get; } = [];

    /// <summary>Parallel to the batch's transitions.</summary>
    public List<Change> Changes { get; } = [];

    /// <summary>What endpoints are told, in the order in which it happened: made into pushes when the flush is closed.</summary>
    public List<Happening> Told { get; } = [];

    /// <summary>Bulks that stand otherwise now: told with the flush that makes it so.</summary>
    public List<BulkNews> BulkNews { get; } = [];

    /// <summary>What happened to alarms: becomes rows when the flush is closed.</summary>
    public List<AlarmStep> Alarms { get; } = [];

    /// <summary>Alarms are due to be looked at although nothing happened to them.</summary>
    public bool LooksAtAlarms { get; set; }

    /// <summary>Alarms that were raised or cleared: their subscribers are told with the flush that makes it so.</summary>
    public List<AlarmNews> AlarmNews { get; } = [];

    /// <summary>All alarms, as they are when the flush is durable; null = as they were.</summary>
    public IReadOnlyList<Alarm>? AlarmsAfter { get; set; }

    /// <summary>Pushes that may start when the flush is durable, with the messages of their items.</summary>
    public List<(Push Push, IReadOnlyList<Message>? Messages)> NewPushes { get; } = [];

    /// <summary>Pushes that were merged into another: forgotten when that one is durable.</summary>
    public List<(EndpointPusher Pusher, long PushId)> MergedAway { get; } = [];

    /// <summary>Slots that may be used when the flush is durable.</summary>
    public List<Reservation> Reservations { get; } = [];

    /// <summary>Slots that were taken for attempts to be handed over again.</summary>
    public List<(OpenBulk Bulk, Work Work)> Slotted { get; } = [];

    /// <summary>Attempts that were recalled with changes of their bulks: closed when the flush is durable.</summary>
    public List<(OpenBulk Bulk, IReadOnlyList<Work> Works)> Recalls { get; } = [];

    public List<Signal> Signals { get; } = [];

    /// <summary>Reports that said nothing new: settled with this flush, because what they repeat may be durable no sooner.</summary>
    public List<ReportTicket> Repeated { get; } = [];

    /// <summary>Parallel to the batch's removals.</summary>
    public List<Signal<int>> Removals { get; } = [];

    public bool IsEmpty => Batch.IsEmpty && Told.Count == 0 && BulkNews.Count == 0 && Alarms.Count == 0 && !LooksAtAlarms;

    /// <summary>Somebody may wait for it without any row: then there is nothing to commit.</summary>
    public bool HasSignalsOnly => IsEmpty && (Signals.Count > 0 || Repeated.Count > 0);
}

/// <summary>Something that an endpoint, or an app's subscribers, are told.</summary>
internal readonly record struct Happening(Message Message, ReportEvent Event);

/// <summary>A changed message and what follows from it.</summary>
/// <param name="Cause">The report that led to it, where it was one: it is applied again should the row turn out to have moved.</param>
/// <param name="Amendment">The change by its owner that led to it, likewise.</param>
internal readonly record struct Change(Work Work, Effects Effects, PendingReport? Cause, AmendTicket? Amendment = null);

internal sealed record PendingReport(ReportTicket Ticket, CarrierReport Report);

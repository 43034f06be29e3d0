using Naru.Core.Messages;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A message as reports and logs show it.</summary>
/// <param name="Happened">What the report is about. <see cref="ReportEvent.Submitted"/> is an intermediate report, whatever has become of the message since.</param>
internal readonly record struct ReportFacts(Message Message, string MessageId, string BulkId, ReportEvent Happened = ReportEvent.Final)
{
    /// <summary>When its first attempt began; before that, when it was accepted: the vendor's logs always have a date here.</summary>
    public DateTimeOffset SentAt => Message.SentAt ?? Message.AcceptedAt;

    /// <summary>When it ended. A final message has it; an intermediate report tells of the moment of sending.</summary>
    public DateTimeOffset DoneAt => IsIntermediate ? SentAt : Message.DoneAt ?? SentAt;

    public (InfobipStatus Status, InfobipError Error) Outcome => IsIntermediate ? InfobipOutcome.Taken : InfobipOutcome.Of(Message);

    private bool IsIntermediate => Happened == ReportEvent.Submitted;
}

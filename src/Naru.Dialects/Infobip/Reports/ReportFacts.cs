using Naru.Core.Messages;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A message as reports and logs show it.</summary>
/// <param name="Happened">
/// What the report is about. <see cref="ReportEvent.Submitted"/> is an intermediate report, whatever has become of the message since; that a step failed is one of a
/// failover that was triggered.
/// </param>
internal readonly record struct ReportFacts(Message Message, string MessageId, string BulkId, ReportEvent Happened = ReportEvent.Final)
{
    /// <summary>The way that the report is about: one that failed, or the one that decided.</summary>
    public Step Step => Message.Envelope.Route[FailedStep?.Index ?? Message.StepIndex];

    /// <summary>When its first attempt began; before that, when it was accepted: the vendor's logs always have a date here.</summary>
    public DateTimeOffset SentAt => FailedStep is { } failed ? FirstAttemptOf(failed.Index) ?? failed.End.At : Message.SentAt ?? Message.AcceptedAt;

    /// <summary>When it ended. A final message has it; an intermediate report tells of the moment of sending.</summary>
    public DateTimeOffset DoneAt => FailedStep?.End.At ?? (IsIntermediate ? SentAt : Message.DoneAt ?? SentAt);

    public (InfobipStatus Status, InfobipError Error) Outcome =>
        FailedStep is { } failed ? InfobipOutcome.Of(failed.End) : IsIntermediate ? InfobipOutcome.Taken : InfobipOutcome.Of(Message);

    private bool IsIntermediate => Happened == ReportEvent.Submitted;

    private (int Index, StepEnd End)? FailedStep => Happened.FailedStep() is { } step && StepEnd.Of(Message, step) is { } end ? (step, end) : null;

    private DateTimeOffset? FirstAttemptOf(int step)
    {
        foreach (var line in Message.Timeline)
        {
            if (line.Kind == TimelineKind.AttemptStarted && line.Step == step)
            {
                return line.At;
            }
        }

        return null;
    }
}

using Naru.Core.Messages;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A message as reports and logs show it.</summary>
/// <param name="Happened">
/// What the report is about. That a step was taken is an intermediate report, whatever has become of the message since; that a step failed is one of a
/// failover that was triggered.
/// </param>
internal readonly record struct ReportFacts(Message Message, string MessageId, string BulkId, ReportEvent Happened = ReportEvent.Final)
{
    /// <summary>The way that the report is about: one that failed or was taken, or the one that decided.</summary>
    public Step Step => Message.Envelope.Route[FailedStep?.Index ?? TakenStep ?? Message.StepIndex];

    /// <summary>When its first attempt began, of an intermediate report that of its step; before that, when it was accepted: the vendor's logs always have a date here.</summary>
    public DateTimeOffset SentAt => FailedStep is { } failed ? FirstAttemptOf(failed.Index) ?? failed.End.At : FirstAttemptOf(TakenStep) ?? Message.SentAt ?? Message.AcceptedAt;

    /// <summary>When it ended. A final message has it; an intermediate report tells of the moment of sending.</summary>
    public DateTimeOffset DoneAt => FailedStep?.End.At ?? (IsIntermediate ? SentAt : Message.DoneAt ?? SentAt);

    public (InfobipStatus Status, InfobipError Error) Outcome =>
        FailedStep is { } failed ? InfobipOutcome.Of(failed.End) : IsIntermediate ? InfobipOutcome.Taken : InfobipOutcome.Of(Message);

    private bool IsIntermediate => TakenStep is not null;

    private int? TakenStep => Happened.TakenStep();

    private (int Index, StepEnd End)? FailedStep => Happened.FailedStep() is { } step && StepEnd.Of(Message, step) is { } end ? (step, end) : null;

    private DateTimeOffset? FirstAttemptOf(int? step)
    {
        if (step is null)
        {
            return null;
        }

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

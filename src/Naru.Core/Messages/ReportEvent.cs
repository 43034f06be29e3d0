namespace Naru.Core.Messages;

/// <summary>What a report is about. Numbers are stored: never renumber.</summary>
public enum ReportEvent : byte
{
    /// <summary>The journey ended.</summary>
    Final = 1,

    /// <summary>A carrier took the message: once for each step of its route.</summary>
    Submitted = 2,

    /// <summary>The first step of its route failed and the next one begins; <see cref="SecondStepFailed"/> and the rest say the same of theirs.</summary>
    FirstStepFailed = 3,
    SecondStepFailed = 4,
    ThirdStepFailed = 5,
    FourthStepFailed = 6,

    ContactCreated = 10,
    ContactUpdated = 11,
    ContactDeleted = 12,
    ContactMerged = 13,

    ConversationStarted = 20,
    ConversationStopped = 21,
    ConversationDeleted = 22,

    /// <summary>A bulk stands otherwise than before.</summary>
    BulkStatusChanged = 30,

    SenderActive = 40,
    SenderInactive = 41,
    SenderRejected = 42,
    SenderCommentAdded = 43,

    TemplateApproved = 50,
    TemplateRejected = 51,
    TemplateCommentAdded = 52,

    AlarmRaised = 60,
    AlarmCleared = 61,
}

public static class ReportEvents
{
    /// <summary>How many steps can be told of by themselves; a failing one behind them is told of by the final report only.</summary>
    public const int StepsTold = 4;

    /// <summary>That this step failed; null where it cannot be told by itself.</summary>
    public static ReportEvent? StepFailed(int step) => step < StepsTold ? (ReportEvent)((int)ReportEvent.FirstStepFailed + step) : null;

    /// <summary>Which step failed; null where it is about something else.</summary>
    public static int? FailedStep(this ReportEvent happened) =>
        happened is >= ReportEvent.FirstStepFailed and <= ReportEvent.FourthStepFailed ? happened - ReportEvent.FirstStepFailed : null;
}

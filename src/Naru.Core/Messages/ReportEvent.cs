namespace Naru.Core.Messages;

/// <summary>What a report is about. Numbers are stored: never renumber.</summary>
public enum ReportEvent : byte
{
    /// <summary>The journey ended.</summary>
    Final = 1,

    /// <summary>A carrier took the message: once for each step of its route.</summary>
    Submitted = 2,

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
}

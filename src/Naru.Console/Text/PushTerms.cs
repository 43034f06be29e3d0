using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Console.Text;

/// <summary>The words for what pushes tell, and what became of it.</summary>
public static class PushTerms
{
    public static string Event(ReportEvent happened, WebhookWords words) => happened switch
    {
        ReportEvent.Final => words.EventFinal,
        _ when happened.TakenStep() is not null => words.EventSubmitted,
        _ when happened.FailedStep() is not null => words.EventStepFailed,
        ReportEvent.ContactCreated => words.EventContactCreated,
        ReportEvent.ContactUpdated => words.EventContactUpdated,
        ReportEvent.ContactDeleted => words.EventContactDeleted,
        ReportEvent.ContactMerged => words.EventContactMerged,
        ReportEvent.ConversationStarted => words.EventConversationStarted,
        ReportEvent.ConversationStopped => words.EventConversationStopped,
        ReportEvent.ConversationDeleted => words.EventConversationDeleted,
        ReportEvent.SenderActive => words.EventSenderActive,
        ReportEvent.SenderInactive => words.EventSenderInactive,
        ReportEvent.SenderRejected => words.EventSenderRejected,
        ReportEvent.SenderCommentAdded => words.EventSenderCommentAdded,
        ReportEvent.TemplateApproved => words.EventTemplateApproved,
        ReportEvent.TemplateRejected => words.EventTemplateRejected,
        ReportEvent.TemplateCommentAdded => words.EventTemplateCommentAdded,
        ReportEvent.BulkStatusChanged => words.EventBulkStatusChanged,
        ReportEvent.AlarmRaised => words.EventAlarmRaised,
        ReportEvent.AlarmCleared => words.EventAlarmCleared,
        ReportEvent.TextReceived => words.EventTextReceived,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No such event."),
    };

    public static string Fate(PushItemFate fate, WebhookWords words) => fate switch
    {
        PushItemFate.Open => words.ItemOpen,
        PushItemFate.Taken => words.ItemTaken,
        PushItemFate.GivenUp => words.ItemGivenUp,
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "No such fate."),
    };

    public static string FateTone(PushItemFate fate) => fate switch
    {
        PushItemFate.Taken => "good",
        PushItemFate.GivenUp => "bad",
        _ => "open",
    };

    public static string Status(PushAttempt attempt, WebhookWords words) => attempt switch
    {
        { Requests: 0 } => words.NothingSent,
        { Status: 0 } => words.NoAnswer,
        _ => attempt.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>How many of its items the subscriber has taken.</summary>
    public static int Taken(Push push) => Enumerable.Range(0, push.Items.Length).Count(item => push.FateOf(item) == PushItemFate.Taken);
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Text;

/// <summary>The words for what an app is set to, and what its webhooks are told.</summary>
public static class AppTerms
{
    public static string Mode(ProcessingMode mode, AppWords words) => mode switch
    {
        ProcessingMode.Dispatch => words.Dispatch,
        ProcessingMode.Conversation => words.Conversation,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "No such mode."),
    };

    public static string Retention(RetentionKind kind, AppWords words) => kind switch
    {
        RetentionKind.Message => words.ByMessage,
        RetentionKind.Conversation => words.ByConversation,
        RetentionKind.Persist => words.Persist,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static string Status(AppChannelStatus status, AppWords words) => status switch
    {
        AppChannelStatus.Pending => words.Pending,
        AppChannelStatus.Active => words.Active,
        AppChannelStatus.Failing => words.Failing,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    public static string Tone(AppChannelStatus status) => status switch
    {
        AppChannelStatus.Active => "good",
        AppChannelStatus.Failing => "bad",
        _ => "warn",
    };

    public static string Event(ReportEvent happened, SubscriptionWords words) => happened.Kind() switch
    {
        ReportEvent.Final => words.Final,
        ReportEvent.Submitted => words.Submitted,
        ReportEvent.ContactCreated => words.ContactCreated,
        ReportEvent.ContactUpdated => words.ContactUpdated,
        ReportEvent.ContactDeleted => words.ContactDeleted,
        ReportEvent.ContactMerged => words.ContactMerged,
        ReportEvent.ConversationStarted => words.ConversationStarted,
        ReportEvent.ConversationStopped => words.ConversationStopped,
        ReportEvent.ConversationDeleted => words.ConversationDeleted,
        ReportEvent.BulkStatusChanged => words.BulkStatusChanged,
        ReportEvent.TextReceived => words.TextReceived,
        ReportEvent.SenderActive => words.SenderActive,
        ReportEvent.SenderInactive => words.SenderInactive,
        ReportEvent.SenderRejected => words.SenderRejected,
        ReportEvent.SenderCommentAdded => words.SenderCommentAdded,
        ReportEvent.TemplateApproved => words.TemplateApproved,
        ReportEvent.TemplateRejected => words.TemplateRejected,
        ReportEvent.TemplateCommentAdded => words.TemplateCommentAdded,
        ReportEvent.AlarmRaised => words.AlarmRaised,
        ReportEvent.AlarmCleared => words.AlarmCleared,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No such event."),
    };

    /// <summary>What the trigger tells; null where it never happens here.</summary>
    public static string? Trigger(string word, SubscriptionWords words) =>
        SubscriptionTriggers.EventsOf([word]) is [var happened] ? Event(happened, words) : null;

    /// <summary>The channel in the words of the clients: they stand in their code.</summary>
    public static string WireName(Channel channel) => channel switch
    {
        Channel.AlimTalk => "KAKAOTALK",
        Channel.ConsultationTalk => "KAKAOTALKCHAT",
        Channel.BrandMessage or Channel.Sms => channel.ToString().ToUpperInvariant(),
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
    };
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>A send request as read, before endpoints have numbers and envelopes are made.</summary>
internal sealed class SendDraft
{
    public string? BulkId { get; set; }

    /// <summary>Later than the instant at which the request was read; null = at once.</summary>
    public DateTimeOffset? SendAt { get; set; }

    public EvenPace? Pace { get; set; }

    public MessageClass Class { get; set; } = MessageClass.Standard;

    /// <summary>By which of the workspace's scenarios it goes; null: by the default one.</summary>
    public string? ScenarioKey { get; set; }

    /// <summary>The answer is to say how many texts each message is.</summary>
    public bool CountsTexts { get; set; }

    /// <summary>What was not read, anywhere; null = nothing.</summary>
    public IgnoredMembers? Ignored { get; set; }

    /// <summary>What was not read outside of the messages: it concerns them all.</summary>
    public IgnoredMembers? IgnoredForAll { get; set; }

    public List<MessageDraft> Messages { get; } = [];

    /// <summary>Of all messages, in the order of the answer; each message holds its range.</summary>
    public List<DestinationDraft> Destinations { get; } = [];
}

internal readonly record struct DestinationDraft(Recipient To, string? MessageId);

/// <summary><c>smsFailover</c>: the text that is sent where the message itself fails.</summary>
/// <param name="Sender">Null: the workspace's first number.</param>
internal sealed record SmsFailover(string? Sender, SmsContent Content, TimeSpan? Validity);

/// <summary>A step of an OMNI message.</summary>
/// <param name="Sender">Of the scenario; null: the workspace's first number.</param>
internal sealed record StepDraft(string? Sender, MessageContent Content, TimeSpan? Validity);

/// <summary>One element of <c>messages</c>.</summary>
internal sealed class MessageDraft
{
    /// <summary>A sender key, or the number of a text; null for a text: the workspace's first number.</summary>
    public string? Sender { get; set; }

    public MessageContent? Content { get; set; }

    /// <summary>Of a text: it stands among the options.</summary>
    public string? SmsTitle { get; set; }

    public SmsFailover? Failover { get; set; }

    /// <summary>Of an OMNI message: what it has for each channel.</summary>
    public Dictionary<Channel, StepDraft>? ByChannel { get; set; }

    /// <summary>Of an OMNI message: what is tried, in the order of its scenario, instead of <see cref="Content"/> and <see cref="Failover"/>.</summary>
    public IReadOnlyList<StepDraft>? Steps { get; set; }

    /// <summary>Channels of the scenario for which the message has nothing.</summary>
    public IReadOnlyList<Channel> Skipped { get; set; } = [];

    public int FirstDestination { get; set; }

    public int Destinations { get; set; }

    public TimeSpan? Validity { get; set; }

    public string? EntityId { get; set; }

    public string? ApplicationId { get; set; }

    public string? CampaignReference { get; set; }

    public string? CallbackData { get; set; }

    public string? ReportUrl { get; set; }

    public string? ReportContentType { get; set; }

    public bool? Notify { get; set; }

    public bool IntermediateReport { get; set; }

    /// <summary>Each failing step is told, not the last alone.</summary>
    public bool FailoverReports { get; set; }

    public DeliveryWindow? Window { get; set; }

    /// <summary>What of it was not read; its paths are those of any message.</summary>
    public IgnoredMembers? Ignored { get; set; }

    /// <summary>Everything but the destinations is the same: both messages can share an envelope.</summary>
    public bool Shares(MessageDraft other) =>
        Same(Sender, other.Sender)
        && Same(Content!, other.Content!)
        && Failover == other.Failover
        && Validity == other.Validity
        && Same(EntityId, other.EntityId)
        && Same(ApplicationId, other.ApplicationId)
        && Same(CampaignReference, other.CampaignReference)
        && Same(CallbackData, other.CallbackData)
        && Same(ReportUrl, other.ReportUrl)
        && Same(ReportContentType, other.ReportContentType)
        && Notify == other.Notify
        && IntermediateReport == other.IntermediateReport
        && FailoverReports == other.FailoverReports
        && Window == other.Window;

    private static bool Same(MessageContent a, MessageContent b) => (a, b) switch
    {
        (AlimTalkContent one, AlimTalkContent two) => Same(one.Text, two.Text)
            && Same(one.TemplateCode, two.TemplateCode)
            && Same(one.Title, two.Title)
            && Same(one.GroupKey, two.GroupKey)
            && one.Buttons.SequenceEqual(two.Buttons),
        _ => a == b,
    };

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}

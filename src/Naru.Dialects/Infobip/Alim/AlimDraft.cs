using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>A send request as read, before endpoints have numbers and envelopes are made.</summary>
internal sealed class AlimDraft
{
    public string? BulkId { get; set; }

    /// <summary>Later than the instant at which the request was read; null = at once.</summary>
    public DateTimeOffset? SendAt { get; set; }

    public EvenPace? Pace { get; set; }

    public MessageClass Class { get; set; } = MessageClass.Standard;

    /// <summary>What was not read, anywhere; null = nothing.</summary>
    public IgnoredMembers? Ignored { get; set; }

    /// <summary>What was not read outside of the messages: it concerns them all.</summary>
    public IgnoredMembers? IgnoredForAll { get; set; }

    public List<MessageDraft> Messages { get; } = [];

    /// <summary>Of all messages, in the order of the answer; each message holds its range.</summary>
    public List<DestinationDraft> Destinations { get; } = [];
}

internal readonly record struct DestinationDraft(Recipient To, string? MessageId);

/// <summary>One element of <c>messages</c>.</summary>
internal sealed class MessageDraft
{
    public string? Sender { get; set; }

    public AlimTalkContent? Content { get; set; }

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

    public DeliveryWindow? Window { get; set; }

    /// <summary>What of it was not read; its paths are those of any message.</summary>
    public IgnoredMembers? Ignored { get; set; }

    /// <summary>Everything but the destinations is the same: both messages can share an envelope.</summary>
    public bool Shares(MessageDraft other) =>
        Same(Sender, other.Sender)
        && Same(Content!.Text, other.Content!.Text)
        && Same(Content.TemplateCode, other.Content.TemplateCode)
        && Same(Content.Title, other.Content.Title)
        && Same(Content.GroupKey, other.Content.GroupKey)
        && Content.Buttons.SequenceEqual(other.Content.Buttons)
        && Validity == other.Validity
        && Same(EntityId, other.EntityId)
        && Same(ApplicationId, other.ApplicationId)
        && Same(CampaignReference, other.CampaignReference)
        && Same(CallbackData, other.CallbackData)
        && Same(ReportUrl, other.ReportUrl)
        && Same(ReportContentType, other.ReportContentType)
        && Notify == other.Notify
        && IntermediateReport == other.IntermediateReport
        && Window == other.Window;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}

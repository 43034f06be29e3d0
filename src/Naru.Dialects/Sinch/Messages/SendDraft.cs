namespace Naru.Dialects.Sinch.Messages;

/// <summary>A <c>messages:send</c> request as read, before app, contact and template are looked up.</summary>
internal sealed class SendDraft
{
    public string? AppId { get; set; }

    /// <summary>The recipient as a contact; null where it is named by addresses.</summary>
    public string? ContactId { get; set; }

    /// <summary>The recipient by addresses, in the caller's order; empty where it is a contact.</summary>
    public List<IdentityDraft> Identities { get; } = [];

    public MessageDraft Message { get; set; } = new();

    /// <summary><c>message</c> as the caller wrote it, compact.</summary>
    public string? Original { get; set; }

    public string? CallbackUrl { get; set; }

    /// <summary>Null where the caller leaves the order to us.</summary>
    public List<SinchChannel>? ChannelOrder { get; set; }

    public bool Authentication { get; set; }

    /// <summary>The number that a text is to leave from; null = the project's first.</summary>
    public string? SmsSender { get; set; }

    public bool HighPriority { get; set; }

    public string? Metadata { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>What the caller wrote on the whole batch, where it is part of one: a JSON object.</summary>
    public string? BatchMetadata { get; set; }

    /// <summary>A JSON object.</summary>
    public string? ConversationMetadata { get; set; }

    public bool MergeConversationMetadata { get; set; }

    public TimeSpan? Ttl { get; set; }

    public bool DispatchOnly { get; set; }

    /// <summary><c>CONTENT_MARKETING</c>: an advertisement, which goes at the hours for advertisements only.</summary>
    public bool IsMarketing { get; set; }

    /// <summary>Everything but the recipient and what is the caller's own about the message.</summary>
    public void TakeOptionsOf(SendDraft other)
    {
        AppId = other.AppId;
        Message = other.Message;
        Original = other.Original;
        CallbackUrl = other.CallbackUrl;
        ChannelOrder = other.ChannelOrder;
        Authentication = other.Authentication;
        HighPriority = other.HighPriority;
        CorrelationId = other.CorrelationId;
        Ttl = other.Ttl;
        DispatchOnly = other.DispatchOnly;
        IsMarketing = other.IsMarketing;
    }
}

internal readonly record struct IdentityDraft(SinchChannel Channel, string Identity, string? AppId);

/// <summary>What of <c>message</c> decides what is sent on KakaoTalk. The rest is checked and kept as it was written.</summary>
internal sealed class MessageDraft
{
    /// <summary>The template meant for KakaoTalk.</summary>
    public TemplateDraft? KakaoTalk { get; set; }

    /// <summary>There is a template of Sinch's own, for channels without one of theirs.</summary>
    public bool HasOmniTemplate { get; set; }

    /// <summary>A generic text.</summary>
    public string? Text { get; set; }

    /// <summary>A text meant for SMS alone.</summary>
    public string? SmsText { get; set; }

    /// <summary>The channels for which there is something of their own, which goes before everything else.</summary>
    public HashSet<SinchChannel>? OwnContent { get; set; }
}

internal sealed class TemplateDraft
{
    public static readonly IReadOnlyDictionary<string, string> NoParameters = new Dictionary<string, string>(StringComparer.Ordinal);

    public string Id { get; set; } = "";

    public IReadOnlyDictionary<string, string> Parameters { get; set; } = NoParameters;
}

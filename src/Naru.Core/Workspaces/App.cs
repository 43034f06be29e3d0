using Naru.Core.Content;

namespace Naru.Core.Workspaces;

/// <summary>
/// What a company's program sends through: which channels it may use, how messages are processed, how long they are kept, how fast they go.
/// Equals a Sinch Conversation API app.
/// </summary>
/// <param name="Id">Inside: a small dense number, unique in the installation.</param>
/// <param name="PublicId">A ULID.</param>
/// <param name="DisplayName">Shown in the console.</param>
/// <param name="Channels">In the order of preference.</param>
/// <param name="Mode">What it does with a message that does not say it itself.</param>
/// <param name="Retention">How long messages of conversations can be read back.</param>
/// <param name="DispatchDays">How long, in days, messages outside conversations can be read back: 0 to 7.</param>
/// <param name="ReportsMetadata">Whether reports carry the metadata of the conversation.</param>
/// <param name="CallbackSecret">Signs reports that go to a message's own URL; null = unsigned.</param>
/// <param name="RetryFor">How long passing failures are tried again; null = as often as the policy says.</param>
/// <param name="FallbackWait">How long a report is waited for before the next channel is tried; null = the next channel waits for a failure.</param>
public sealed record App(
    int Id,
    WorkspaceId Workspace,
    string PublicId,
    string DisplayName,
    IReadOnlyList<AppChannel> Channels,
    ProcessingMode Mode,
    AppRetention Retention,
    int DispatchDays,
    bool ReportsMetadata,
    string? CallbackSecret,
    TimeSpan? RetryFor,
    TimeSpan? FallbackWait,
    AppLimits Limits,
    DateTimeOffset CreatedAt)
{
    public AppChannel? ChannelFor(Channel channel) => Channels.FirstOrDefault(c => c.Channel == channel);
}

/// <summary>An app's way onto a channel.</summary>
/// <param name="ChannelName">Of the KakaoTalk channel, such as <c>@narudemo</c>.</param>
/// <param name="SenderKey">Of its sender; empty where the channel needs none.</param>
/// <param name="ApiKey">Of the chat centre, for <see cref="Channel.ConsultationTalk"/>.</param>
/// <param name="CallbackSecret">With which the channel's own callbacks would be checked; KakaoTalk makes none.</param>
/// <param name="Ordinal">The caller's number for it: 0 to 255.</param>
public sealed record AppChannel(Channel Channel, string ChannelName, string SenderKey, string? ApiKey = null, string? CallbackSecret = null, int Ordinal = 0);

/// <summary>Numbers are stored: never renumber.</summary>
public enum ProcessingMode : byte
{
    /// <summary>Messages belong to nobody: no contact, no conversation.</summary>
    Dispatch = 1,

    /// <summary>Messages belong to a conversation with a contact; both are made when they are missing.</summary>
    Conversation = 2,
}

/// <param name="Days">1 to 3,650; means nothing for <see cref="RetentionKind.Persist"/>.</param>
public sealed record AppRetention(RetentionKind Kind, int Days)
{
    public static readonly AppRetention Default = new(RetentionKind.Message, 180);
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum RetentionKind : byte
{
    /// <summary>Each message goes by its own age.</summary>
    Message = 1,

    /// <summary>Messages go with their conversation, by the age of its newest.</summary>
    Conversation = 2,

    /// <summary>Nothing goes by age.</summary>
    Persist = 3,
}

/// <summary>How fast an app goes. Null = unlimited.</summary>
/// <param name="InboundPerSecond">Messages from people to the app.</param>
/// <param name="OutboundPerSecond">Messages from the app to its channels.</param>
/// <param name="WebhooksPerSecond">Callbacks to its webhooks.</param>
/// <param name="MaxQueued">Messages accepted and not yet ended; more are refused.</param>
public sealed record AppLimits(int? InboundPerSecond = null, int? OutboundPerSecond = null, int? WebhooksPerSecond = null, int? MaxQueued = null)
{
    public static readonly AppLimits None = new();
}

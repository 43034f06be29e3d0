using Naru.Core.Content;

namespace Naru.Core.Messages;

/// <summary>
/// All that the messages of one submission share: the route and what is echoed back. Many messages with the same envelope hold
/// one object in memory and one row in the store.
/// </summary>
/// <param name="Dialect">The front door it came through; reports are rendered in its words. See <see cref="DialectName"/>.</param>
/// <param name="Route">The ways to try, in order; at least one.</param>
/// <param name="Reports">Where reports go.</param>
/// <param name="CallbackData">The caller's own data, at most 4,000 characters, echoed in reports.</param>
/// <param name="EntityId">The caller's tag, at most 255 characters.</param>
/// <param name="ApplicationId">The caller's tag, at most 255 characters.</param>
/// <param name="CampaignReference">The caller's tag, at most 255 characters.</param>
public sealed record Envelope(
    DialectName Dialect,
    IReadOnlyList<Step> Route,
    ReportTarget Reports,
    string? CallbackData = null,
    string? EntityId = null,
    string? ApplicationId = null,
    string? CampaignReference = null);

/// <summary>One way to try.</summary>
/// <param name="Carrier">The carrier's configured name, such as <c>simulator</c>.</param>
/// <param name="Sender">The sender key of a KakaoTalk channel, or the calling number of an SMS.</param>
/// <param name="Validity">How long this step may be tried, from the instant planned for its first attempt.</param>
public sealed record Step(string Carrier, string Sender, MessageContent Content, TimeSpan Validity)
{
    public Channel Channel => Content.Channel;
}

/// <summary>The front doors. Numbers are stored: never renumber.</summary>
public enum DialectName : byte
{
    Infobip = 1,
    Sinch = 2,
    Kakao = 3,
}

/// <summary>Where the reports of a message go.</summary>
public readonly record struct ReportTarget(ReportRoute Route, int EndpointId)
{
    /// <summary>No endpoint: reports wait in the pull queue.</summary>
    public static readonly ReportTarget Pull = new(ReportRoute.Pull, 0);

    /// <summary>The caller wants none.</summary>
    public static readonly ReportTarget Silent = new(ReportRoute.Silent, 0);

    public static ReportTarget Endpoint(int endpointId) => new(ReportRoute.Endpoint, endpointId);
}

public enum ReportRoute : byte
{
    Pull = 0,
    Endpoint = 1,
    Silent = 2,
}

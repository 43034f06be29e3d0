using Naru.Core.Content;
using Naru.Core.Timing;

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
/// <param name="CampaignReference">The caller's tag, at most 255 characters; on the Sinch door the metadata of its batch, at most 1,024.</param>
/// <param name="App">The number of the app it came through, where its front door has apps; 0 = none.</param>
/// <param name="CorrelationId">The caller's own id, at most 128 characters, echoed in reports.</param>
/// <param name="Talk">The contact and conversation it belongs to, where it belongs to any.</param>
/// <param name="Original">The message as the caller wrote it, in the front door's words, where that door shows it again.</param>
/// <param name="RetryFor">How long passing failures are tried again within a step; null = as often as the policy says.</param>
/// <param name="Window">Only then may it leave; null = at any time.</param>
/// <param name="IsAdvertisement">Kept out of the night by law (<see cref="AdvertisingHours"/>).</param>
/// <param name="IntermediateReports">The endpoint is told when a carrier takes a step too.</param>
/// <param name="FailoverReports">The endpoint is told of each step that fails while another follows.</param>
/// <param name="StaysOnceTaken">A step that a carrier has taken is the last one: only what fails at the hand-over goes on to the next.</param>
public sealed record Envelope(
    DialectName Dialect,
    IReadOnlyList<Step> Route,
    ReportTarget Reports,
    string? CallbackData = null,
    string? EntityId = null,
    string? ApplicationId = null,
    string? CampaignReference = null,
    int App = 0,
    string? CorrelationId = null,
    TalkKey? Talk = null,
    string? Original = null,
    TimeSpan? RetryFor = null,
    DeliveryWindow? Window = null,
    bool IsAdvertisement = false,
    bool IntermediateReports = false,
    bool FailoverReports = false,
    bool StaysOnceTaken = false)
{
    /// <summary>When its messages may leave.</summary>
    public Openings Openings => Openings.Of(Window, IsAdvertisement);

    /// <summary>Whether anybody is told when a carrier takes a step: who listens for an app is, and an endpoint that asked. The others get final reports and nothing else.</summary>
    public bool TellsSubmitted => Reports.Route switch
    {
        ReportRoute.Subscribers => true,
        ReportRoute.Endpoint => App != 0 || IntermediateReports,
        _ => false,
    };

    /// <summary>Whether anybody is told of a step that fails while another follows.</summary>
    public bool TellsFailedSteps => Reports.Route switch
    {
        ReportRoute.Subscribers => true,
        ReportRoute.Endpoint => App != 0 || FailoverReports,
        _ => false,
    };
}

/// <summary>Where a message stands among the talks with people: both are made before it is accepted.</summary>
public readonly record struct TalkKey(long Contact, long Conversation);

/// <summary>One way to try.</summary>
/// <param name="Carrier">The carrier's configured name, such as <c>simulator</c>; empty until the routes have named it (<see cref="ByRoutes"/>).</param>
/// <param name="Sender">The sender key of a KakaoTalk channel, or the calling number of an SMS.</param>
/// <param name="Validity">How long this step may be tried, from the instant planned for its first attempt.</param>
public sealed record Step(string Carrier, string Sender, MessageContent Content, TimeSpan Validity)
{
    /// <summary>A step whose carrier the routes choose when the message is accepted. What front doors hand in.</summary>
    public static Step ByRoutes(string sender, MessageContent content, TimeSpan validity) => new("", sender, content, validity);

    public Channel Channel => Content.Channel;

    /// <summary>The routes have yet to name its carrier.</summary>
    public bool IsRouted => Carrier.Length == 0;
}

/// <summary>The front doors. Numbers are stored: never renumber.</summary>
public enum DialectName : byte
{
    Infobip = 1,
    Sinch = 2,
    Kakao = 3,
    SinchProvisioning = 4,

    /// <summary>Infobip's OMNI API: its reports have members of their own.</summary>
    InfobipOmni = 5,

    /// <summary>Naru itself: alarms, and the messages that tell staff of them.</summary>
    Naru = 6,
}

public static class DialectNames
{
    /// <summary>Its clients can pull final reports: those whose pushes run out wait there.</summary>
    public static bool HasPullQueue(this DialectName dialect) => dialect is DialectName.Infobip or DialectName.InfobipOmni;

    /// <summary>Under which channel a report waits to be pulled: there is a queue for each; OMNI's clients pull whatever channel it was, so theirs is one, under none.</summary>
    /// <param name="first">The channel of the route's first step.</param>
    public static Channel QueueOf(this DialectName dialect, Channel first) => dialect == DialectName.InfobipOmni ? default : first;
}

/// <summary>Where the reports of a message go.</summary>
/// <param name="EndpointId">For <see cref="ReportRoute.Endpoint"/>; else 0.</param>
public readonly record struct ReportTarget(ReportRoute Route, int EndpointId)
{
    /// <summary>No endpoint: reports wait in the pull queue.</summary>
    public static readonly ReportTarget Pull = new(ReportRoute.Pull, 0);

    /// <summary>The caller wants none.</summary>
    public static readonly ReportTarget Silent = new(ReportRoute.Silent, 0);

    /// <summary>To every endpoint that subscribes to them for the message's app, as it is when they happen.</summary>
    public static readonly ReportTarget Subscribers = new(ReportRoute.Subscribers, 0);

    public static ReportTarget Endpoint(int endpointId) => new(ReportRoute.Endpoint, endpointId);
}

public enum ReportRoute : byte
{
    Pull = 0,
    Endpoint = 1,
    Silent = 2,
    Subscribers = 3,
}

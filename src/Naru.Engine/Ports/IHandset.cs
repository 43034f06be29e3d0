using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;

namespace Naru.Engine.Ports;

/// <summary>The simulated phones: what arrived on them. Filled by the simulator, shown by the handset page, read back by tests.</summary>
public partial interface IHandset
{
    /// <summary>Oldest first.</summary>
    ValueTask<IReadOnlyList<HandsetMessage>> ListAsync(HandsetQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="ListAsync"/>, but waits until at least <see cref="HandsetQuery.Count"/> messages are there or the time is over;
    /// woken by arrivals, it does not poll.
    /// </summary>
    ValueTask<IReadOnlyList<HandsetMessage>> WaitAsync(HandsetQuery query, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Arrivals and changes from now on, until cancelled.</summary>
    IAsyncEnumerable<HandsetEvent> WatchAsync(WorkspaceId workspace, CancellationToken cancellationToken);

    /// <summary>The user presses a button or quick reply: recorded with the message. False when there is no such message or button.</summary>
    /// <param name="button">An index of <see cref="HandsetMessage.Pressables"/>.</param>
    ValueTask<bool> PressAsync(WorkspaceId workspace, long id, int button, CancellationToken cancellationToken);

    /// <summary>Somebody writes a text on a phone to one of the workspace's numbers. Durable when it completes. False where the workspace has no such number.</summary>
    /// <param name="number">However it is written.</param>
    ValueTask<bool> WriteAsync(WorkspaceId workspace, Recipient from, string number, string text, CancellationToken cancellationToken);

    /// <summary>Empties the phones of a workspace, or one phone.</summary>
    ValueTask ClearAsync(WorkspaceId workspace, Recipient? to, CancellationToken cancellationToken);
}

public sealed record HandsetQuery
{
    public required WorkspaceId Workspace { get; init; }

    public Recipient? To { get; init; }

    /// <summary>Only messages with a greater <see cref="HandsetMessage.Id"/>.</summary>
    public long After { get; init; }

    public string? Template { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Also what was written on the phones themselves.</summary>
    public bool WithOwn { get; init; }

    /// <summary>How many a waiting reader wants.</summary>
    public int Count { get; init; } = 1;

    public int Limit { get; init; } = 1000;
}

/// <summary>What a phone shows.</summary>
/// <param name="Id">Grows with every arrival.</param>
/// <param name="MessageReference">The public reference of the gateway's message.</param>
/// <param name="Variables">The template's variables, as the centre read them out of the text.</param>
/// <param name="Pressed">What the user pressed, in order, as indexes of <see cref="Pressables"/>.</param>
public sealed record HandsetMessage(
    long Id,
    WorkspaceId Workspace,
    Recipient To,
    Channel Channel,
    string Sender,
    string ChannelName,
    string DisplayName,
    string? TemplateCode,
    Emphasis Emphasis,
    string? Title,
    string? Subtitle,
    string? ImageUrl,
    string Text,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyList<Button> Buttons,
    DateTimeOffset At,
    string MessageReference,
    IReadOnlyList<int> Pressed)
{
    /// <summary>A message of the Developers platform, whole; null for what came through a sender.</summary>
    public TalkBubble? Talk { get; init; }

    /// <summary>Item list, quick replies and link of an AlimTalk; null where there is nothing of it.</summary>
    public AlimTalkParts? Parts { get; init; }

    /// <summary>The template's further information, under the text.</summary>
    public string? Extra { get; init; }

    /// <summary>Whether KakaoTalk's invitation to add the channel stands at the end.</summary>
    public bool Invites { get; init; }

    /// <summary>It was written on this phone, to the number that <see cref="Sender"/> says.</summary>
    public bool IsOwn { get; init; }

    public IReadOnlyList<Button> QuickReplies => Parts?.QuickReplies ?? [];

    /// <summary>What can be pressed: the buttons, then the quick replies.</summary>
    public IReadOnlyList<Button> Pressables => QuickReplies.Count == 0 ? Buttons : [.. Buttons, .. QuickReplies];
}

public enum HandsetEventKind
{
    Arrived = 1,
    Pressed = 2,
    Cleared = 3,
}

public sealed record HandsetEvent(HandsetEventKind Kind, HandsetMessage? Message);

/// <summary>What can be set on the simulator while it runs. Demo and test modes only.</summary>
public interface ISimulatorControl
{
    /// <summary>How long the centre takes to deliver to an ordinary number.</summary>
    TimeSpan Latency { get; set; }

    /// <summary>The next reports of a workspace come late, never, or twice. Replaces what was set before.</summary>
    void SetReportFaults(WorkspaceId workspace, ReportFaults faults);

    ReportFaults ReportFaultsOf(WorkspaceId workspace);

    /// <summary>Everything the simulator holds of a workspace goes.</summary>
    ValueTask ForgetAsync(WorkspaceId workspace, CancellationToken cancellationToken);
}

/// <summary>Each count goes down by one with every report that it hits; late before lost before duplicate.</summary>
public sealed record ReportFaults(int Late, TimeSpan LateBy, int Lost, int Duplicate)
{
    public static readonly ReportFaults None = new(0, TimeSpan.Zero, 0, 0);
}

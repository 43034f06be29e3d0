using Naru.Core.Kakao.Templates;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Kakao;

/// <summary>The KakaoTalk of simulated people: where messages of the Developers platform arrive.</summary>
public interface ITalkPhones
{
    /// <summary>Shown and durable when it returns.</summary>
    ValueTask ArriveAsync(WorkspaceId workspace, IReadOnlyList<TalkArrival> arrivals, CancellationToken cancellationToken);
}

/// <param name="Room">What tells the rooms of a phone apart.</param>
/// <param name="RoomName">As the phone shows it.</param>
public sealed record TalkArrival(Recipient To, string Room, string RoomName, TalkBubble Bubble);

/// <summary>What a phone shows of a message: the template, filled and with its links as they may lead, and the app at its foot.</summary>
/// <param name="Person">On whose phone it is.</param>
/// <param name="Kind"><c>Message</c> or <c>Share</c>.</param>
/// <param name="Dropped">Links that were taken out, said on the page though KakaoTalk says nothing.</param>
public sealed record TalkBubble(
    long App, string AppName, string AppIconUrl, string AppSiteUrl, string NativeKey, long Person, string From, string Kind, TalkTemplate Template, IReadOnlyList<DroppedLink> Dropped,
    IReadOnlyList<string> Unfilled);

using Naru.Core.Workspaces;

namespace Naru.Core.Senders;

/// <summary>A KakaoTalk channel profile that a workspace may send from.</summary>
/// <param name="Key">40 characters, unique in the installation.</param>
/// <param name="ChannelName">The search id with its <c>@</c>, such as <c>@narudemo</c>.</param>
/// <param name="DisplayName">The name in the head of the chat room.</param>
public sealed record Sender(WorkspaceId Workspace, string Key, string ChannelName, string DisplayName, SenderState State);

/// <summary>Numbers are stored: never renumber.</summary>
public enum SenderState : byte
{
    InProgress = 1,
    PendingVerification = 2,
    Active = 3,
    Rejected = 4,
    Stopped = 5,
    Deleted = 6,
}

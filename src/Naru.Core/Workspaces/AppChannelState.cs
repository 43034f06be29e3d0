using Naru.Core.Results;
using Naru.Core.Senders;

namespace Naru.Core.Workspaces;

/// <summary>
/// How an app's way onto a channel does. It is never stored: it follows its sender, so that one that is stopped, or approved, is seen at once in every
/// app that uses it.
/// </summary>
/// <param name="Reason">For the app's owner; null where all is well.</param>
public sealed record AppChannelState(AppChannelStatus Status, BilingualText? Reason)
{
    public static readonly AppChannelState Active = new(AppChannelStatus.Active, null);

    /// <summary>Why, for a front door; empty where all is well.</summary>
    public string Description => Reason?.En ?? "";

    /// <param name="sender">The one with the channel's sender key, whosever it is; without a key, the workspace's with the channel's name. Null = none.</param>
    /// <param name="carried">Whether some carrier carries the channel.</param>
    /// <param name="numbers">How many sender numbers the workspace has: texts leave from them.</param>
    public static AppChannelState Judge(AppChannel channel, WorkspaceId workspace, Sender? sender, bool carried, int numbers = 0)
    {
        if (!carried)
        {
            return Failing("지금의 나루는 이 채널을 나르지 않습니다.", "This channel is not carried by this version of Naru.");
        }

        if (channel.Channel == Content.Channel.Sms)
        {
            return numbers > 0 ? Active : Failing("등록된 발신번호가 없습니다.", "No sender number is registered to the project.");
        }

        // Another workspace's sender is answered as no sender at all.
        if (sender is null || sender.Workspace != workspace)
        {
            return channel.SenderKey.Length > 0
                ? Failing("이 발신 키의 발신 프로필이 없습니다.", "There is no sender with this sender key.")
                : Failing("이 채널 ID의 발신 프로필이 없습니다.", "There is no sender with this plus friend id.");
        }

        if (!IsSameName(sender.ChannelName, channel.ChannelName))
        {
            return Failing("채널 ID가 이 발신 키의 발신 프로필과 다릅니다.", "The plus friend id is not the one of the sender with this sender key.");
        }

        return sender.State switch
        {
            SenderState.InProgress => Pending("발신 프로필을 심사하고 있습니다.", "The sender is being reviewed."),
            SenderState.Draft => Pending("발신 프로필을 아직 제출하지 않았습니다.", "The sender was not handed in yet."),
            SenderState.PendingVerification or SenderState.Verifying => Pending("발신 프로필이 인증을 기다리고 있습니다.", "The sender waits for its verification."),
            SenderState.Active => Active,
            SenderState.Rejected => Failing("발신 프로필이 반려되었습니다.", "The sender was rejected."),
            SenderState.Stopped => Failing("발신 프로필이 중지되었습니다.", "The sender is stopped."),
            SenderState.Blocked => Failing("카카오톡이 발신 프로필을 차단했습니다.", "The sender is blocked by KakaoTalk."),
            SenderState.Inactive => Failing("발신 프로필이 비활성화되었습니다.", "The sender is inactive."),
            SenderState.Deleted => Failing("발신 프로필이 삭제되었습니다.", "The sender is deleted."),
            _ => throw new ArgumentOutOfRangeException(nameof(sender), sender.State, "No such state."),
        };
    }

    /// <summary>With or without its <c>@</c>, in upper or lower case: people write it as they see it.</summary>
    public static bool IsSameName(string one, string other) =>
        one.AsSpan().TrimStart('@').Equals(other.AsSpan().TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    private static AppChannelState Pending(string ko, string en) => new(AppChannelStatus.Pending, new BilingualText(ko, en));

    private static AppChannelState Failing(string ko, string en) => new(AppChannelStatus.Failing, new BilingualText(ko, en));
}

public enum AppChannelStatus
{
    /// <summary>Nothing is wrong, and it cannot be used yet.</summary>
    Pending = 1,

    Active = 2,

    /// <summary>Messages by this way fail.</summary>
    Failing = 3,
}

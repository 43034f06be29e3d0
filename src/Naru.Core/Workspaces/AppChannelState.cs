using Naru.Core.Content;
using Naru.Core.Results;
using Naru.Core.Senders;

namespace Naru.Core.Workspaces;

/// <summary>Whether an app can send on a channel. Equals the state of a Sinch credential: PENDING, ACTIVE, FAILING.</summary>
public enum AppChannelStatus
{
    /// <summary>The sender waits for KakaoTalk: nothing is to be done here.</summary>
    Pending,
    Active,

    /// <summary>It will not work until somebody changes something.</summary>
    Failing,
}

/// <summary>
/// What a channel of an app is worth now. It is never stored: it follows the sender, so that a sender that is stopped, or approved, is seen at once in
/// every app that uses it.
/// </summary>
/// <param name="Reason">Null for <see cref="AppChannelStatus.Active"/>.</param>
public sealed record AppChannelState(AppChannelStatus Status, BilingualText? Reason)
{
    private static readonly AppChannelState s_active = new(AppChannelStatus.Active, null);

    /// <param name="sender">
    /// The sender with the credential's key or, for a channel that needs no key, the workspace's with its channel name; null where there is none.
    /// </param>
    /// <param name="workspace">Of the app. A sender of another one is answered as one that does not exist.</param>
    /// <param name="carried">Whether any carrier of the installation carries the channel.</param>
    public static AppChannelState Of(AppChannel channel, Sender? sender, WorkspaceId workspace, bool carried)
    {
        if (channel.Channel is Channel.AlimTalk or Channel.BrandMessage or Channel.ConsultationTalk && OfSender(channel, sender, workspace) is { } fault)
        {
            return fault;
        }

        return carried ? s_active : Failing("이 설치에는 이 채널을 나르는 발송사가 없습니다.", "No carrier of this installation carries the channel.");
    }

    /// <summary>Null where the sender is as it should be.</summary>
    private static AppChannelState? OfSender(AppChannel channel, Sender? sender, WorkspaceId workspace)
    {
        if (sender is null || sender.Workspace != workspace)
        {
            return channel.SenderKey.Length > 0
                ? Failing("이 발신 키의 발신 프로필이 없습니다.", "There is no sender with this sender key.")
                : Failing($"채널 {channel.ChannelName} 의 발신 프로필이 없습니다.", $"There is no sender of the channel {channel.ChannelName}.");
        }

        // Search ids are not case-sensitive at KakaoTalk, and callers leave the @ away.
        if (!string.Equals(channel.ChannelName.TrimStart('@'), sender.ChannelName.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
        {
            return Failing(
                $"이 발신 키는 {channel.ChannelName} 이(가) 아니라 {sender.ChannelName} 의 것입니다.",
                $"The sender key belongs to {sender.ChannelName}, not to {channel.ChannelName}.");
        }

        return sender.State switch
        {
            SenderState.Active => null,
            SenderState.InProgress => Pending("발신 프로필을 등록하고 있습니다.", "The sender is being registered."),
            SenderState.PendingVerification => Pending("발신 프로필이 인증을 기다리고 있습니다.", "The sender waits for its verification."),
            SenderState.Rejected => Failing("발신 프로필이 반려되었습니다.", "The sender was rejected."),
            SenderState.Stopped => Failing("발신 프로필이 중지되었습니다.", "The sender is stopped."),
            SenderState.Deleted => Failing("발신 프로필이 삭제되었습니다.", "The sender was deleted."),
            _ => throw new ArgumentOutOfRangeException(nameof(sender), sender.State, "No such state."),
        };
    }

    private static AppChannelState Pending(string ko, string en) => new(AppChannelStatus.Pending, new BilingualText(ko, en));

    private static AppChannelState Failing(string ko, string en) => new(AppChannelStatus.Failing, new BilingualText(ko, en));
}

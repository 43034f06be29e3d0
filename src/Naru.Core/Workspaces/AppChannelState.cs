using Naru.Core.Senders;

namespace Naru.Core.Workspaces;

/// <summary>How an app's way onto a channel does. It follows its sender, so it is judged when it is shown.</summary>
/// <param name="Description">Why, for the app's owner; empty where all is well.</param>
public sealed record AppChannelState(AppChannelStatus Status, string Description)
{
    public static readonly AppChannelState Active = new(AppChannelStatus.Active, "");

    /// <param name="sender">The one with the channel's sender key, whosever it is; without a key, the workspace's with the channel's name. Null = none.</param>
    /// <param name="carried">Whether some carrier carries the channel.</param>
    public static AppChannelState Judge(AppChannel channel, WorkspaceId workspace, Sender? sender, bool carried)
    {
        if (!carried)
        {
            return Failing("This channel is not carried by this version of Naru.");
        }

        // Another workspace's sender is answered as no sender at all.
        if (sender is null || sender.Workspace != workspace)
        {
            return Failing(channel.SenderKey.Length > 0 ? "There is no sender with this sender key." : "There is no sender with this plus friend id.");
        }

        if (!IsSameName(sender.ChannelName, channel.ChannelName))
        {
            return Failing("The plus friend id is not the one of the sender with this sender key.");
        }

        return sender.State switch
        {
            SenderState.InProgress => new AppChannelState(AppChannelStatus.Pending, "The sender is being reviewed."),
            SenderState.PendingVerification => new AppChannelState(AppChannelStatus.Pending, "The sender waits for its verification."),
            SenderState.Active => Active,
            SenderState.Rejected => Failing("The sender was rejected."),
            SenderState.Stopped => Failing("The sender is stopped."),
            SenderState.Deleted => Failing("The sender is deleted."),
            _ => throw new ArgumentOutOfRangeException(nameof(sender), sender.State, "No such state."),
        };
    }

    /// <summary>With or without its <c>@</c>, in upper or lower case: people write it as they see it.</summary>
    public static bool IsSameName(string one, string other) =>
        one.AsSpan().TrimStart('@').Equals(other.AsSpan().TrimStart('@'), StringComparison.OrdinalIgnoreCase);

    private static AppChannelState Failing(string why) => new(AppChannelStatus.Failing, why);
}

public enum AppChannelStatus
{
    /// <summary>Nothing is wrong, and it cannot be used yet.</summary>
    Pending = 1,

    Active = 2,

    /// <summary>Messages by this way fail.</summary>
    Failing = 3,
}

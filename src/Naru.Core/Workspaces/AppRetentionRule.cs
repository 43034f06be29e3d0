using Naru.Core.Messages;

namespace Naru.Core.Workspaces;

/// <summary>
/// How long an app's messages can be read back (contracts/sinch.md §3.2). Pure: asked at every reading, so that a policy acts at once, in both
/// directions, on whatever is still on the disk.
/// </summary>
public static class AppRetentionRule
{
    /// <summary>Whether the app's policy says that the message is gone. One on its journey never is.</summary>
    /// <param name="app">Null where the app has been deleted: then the defaults hold.</param>
    /// <param name="lastMessageAt">
    /// Of the message's conversation, when its newest message was accepted; needed for <see cref="RetentionKind.Conversation"/>. Null where the
    /// conversation is gone: then the message goes by its own age.
    /// </param>
    public static bool IsGone(Message message, App? app, DateTimeOffset? lastMessageAt, DateTimeOffset now)
    {
        if (!message.IsFinal)
        {
            return false;
        }

        if (message.Envelope.Talk is null)
        {
            return now >= (message.DoneAt ?? message.AcceptedAt).AddDays(app?.DispatchDays ?? 0);
        }

        var retention = app?.Retention ?? AppRetention.Default;
        return retention.Kind switch
        {
            RetentionKind.Persist => false,
            RetentionKind.Message => now >= message.AcceptedAt.AddDays(retention.Days),
            RetentionKind.Conversation => now >= Later(message.AcceptedAt, lastMessageAt).AddDays(retention.Days),
            _ => throw new ArgumentOutOfRangeException(nameof(app), retention.Kind, "No such policy."),
        };
    }

    /// <summary>Whether the answer depends on the age of the conversation.</summary>
    public static bool AsksForConversation(Message message, App? app) => message.Envelope.Talk is not null && app?.Retention.Kind == RetentionKind.Conversation;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset? b) => b > a ? b.Value : a;
}

using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>What this door shows of messages: not what was deleted, alone or with its conversation, nor what the app's policy lets go.</summary>
internal sealed class MessageViews(IGateway gateway, WorkspaceDirectory directory, IContactBook contacts, GatewayClock clock)
{
    /// <summary>Those that can be shown, in the same order.</summary>
    public async ValueTask<IReadOnlyList<MessageView>> ShowAsync(WorkspaceId workspace, IReadOnlyCollection<Message> messages, CancellationToken cancellationToken)
    {
        var talks = messages.Where(message => message.Envelope.Talk is not null).Select(message => message.Envelope.Talk!.Value.Conversation).ToHashSet();
        var conversations = talks.Count == 0
            ? new Dictionary<long, Conversation>()
            : await contacts.FindConversationsAsync(workspace, talks, cancellationToken);
        var now = clock.Now;
        return [.. messages.Select(message => Show(message, conversations, now)).OfType<MessageView>()];
    }

    public async ValueTask<MessageView?> ShowAsync(WorkspaceId workspace, Message message, CancellationToken cancellationToken) =>
        await ShowAsync(workspace, [message], cancellationToken) is [var view] ? view : null;

    private MessageView? Show(Message message, IReadOnlyDictionary<long, Conversation> conversations, DateTimeOffset now)
    {
        if (message.Hidden || message.Envelope.Dialect != DialectName.Sinch)
        {
            return null;
        }

        Conversation? conversation = null;
        if (message.Envelope.Talk is { } talk && !conversations.TryGetValue(talk.Conversation, out conversation))
        {
            return null;
        }

        return AppRetentionRule.IsGone(message, directory.FindApp(message.Envelope.App), conversation?.LastMessageAt, now)
            ? null
            : new MessageView(
                message,
                gateway.PublicId(message),
                conversation is null ? "" : contacts.ContactId(conversation.Contact),
                conversation is null ? "" : contacts.ConversationId(conversation.Id));
    }
}

/// <param name="ContactId">Empty outside conversations. The contact as it is now: it may have been merged into another.</param>
internal sealed record MessageView(Message Message, string Id, string ContactId, string ConversationId);

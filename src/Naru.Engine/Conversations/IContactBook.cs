using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Conversations;

/// <summary>Contacts and conversations. What it answers is durable, and so is what subscribers are told of it. Thread-safe.</summary>
public interface IContactBook
{
    /// <summary>
    /// The contact and the conversation that a message belongs to: those that are there, else new ones. Null where the contact that was named does not exist.
    /// </summary>
    /// <exception cref="TalkRefusedException">Nothing was changed; the exception says why.</exception>
    ValueTask<Talk?> OpenTalkAsync(App app, TalkOrder order, CancellationToken cancellationToken);

    ValueTask<Contact?> FindContactAsync(WorkspaceId workspace, long id, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the workspace that are there, by number. A conversation that is not there any more was deleted, and its messages with it, as far as
    /// anybody is shown.
    /// </summary>
    ValueTask<IReadOnlyDictionary<long, Conversation>> FindConversationsAsync(
        WorkspaceId workspace, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>All conversations of a contact, active or not.</summary>
    ValueTask<IReadOnlyList<Conversation>> ConversationsOfAsync(WorkspaceId workspace, long contact, CancellationToken cancellationToken);

    /// <summary>The public id of a contact: made from its number alone.</summary>
    string ContactId(long contact);

    /// <summary>The public id of a conversation: made from its number alone.</summary>
    string ConversationId(long conversation);

    /// <summary>The number behind a public id; null where it is none of ours. Whose it is must be checked.</summary>
    long? ReadContactId(string? text);

    /// <summary>The number behind a public id; null where it is none of ours. Whose it is must be checked.</summary>
    long? ReadConversationId(string? text);
}

/// <param name="Contact">The contact, where the caller named one.</param>
/// <param name="Identities">Else its addresses, at least one.</param>
/// <param name="Channel">The channel that is tried first.</param>
/// <param name="CorrelationId">Written over the conversation's, where there is one.</param>
/// <param name="MetadataJson">A JSON object; null leaves the conversation's as it is.</param>
/// <param name="ReceivedAt">When the contact wrote, where it is their message.</param>
/// <param name="MergeMetadata">It is merged into the conversation's by RFC 7386; else it replaces it.</param>
public sealed record TalkOrder(
    long? Contact, IReadOnlyList<ContactIdentity> Identities, Channel Channel, string? CorrelationId = null, string? MetadataJson = null, bool MergeMetadata = false,
    DateTimeOffset? ReceivedAt = null);

public sealed record Talk(Contact Contact, Conversation Conversation)
{
    public TalkKey Key => new(Contact.Id, Conversation.Id);
}

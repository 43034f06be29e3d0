using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>What the journey of messages asks.</summary>
public sealed partial class ContactBook
{
    public async ValueTask<Talk?> OpenTalkAsync(App app, TalkOrder order, CancellationToken cancellationToken)
    {
        var normal = order with { Identities = [.. order.Identities.Select(identity => identity.Normal())] };
        if (normal is { Contact: null, Identities.Count: 0 })
        {
            throw new ArgumentException("A talk is with somebody.", nameof(order));
        }

        if (OngoingTalk(app, normal) is { } ongoing)
        {
            return ongoing;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var (talk, fault) = await AskAsync(new OpenTalk(app, normal));
        return fault switch
        {
            TalkFault.None => talk,
            TalkFault.NoContact => null,
            _ => throw new TalkRefusedException(fault),
        };
    }

    /// <summary>The public id of a contact: made from its number alone.</summary>
    public string ContactId(long contact) => _gateway.Ids.ContactId(contact);

    /// <summary>The public id of a conversation: made from its number alone.</summary>
    public string ConversationId(long conversation) => _gateway.Ids.ConversationId(conversation);

    /// <summary>The number behind a public id; null where it is none of ours. Whose it is must be checked.</summary>
    public long? ReadContactId(string? text) => _gateway.Ids.ReadContactId(text);

    /// <summary>The number behind a public id; null where it is none of ours. Whose it is must be checked.</summary>
    public long? ReadConversationId(string? text) => _gateway.Ids.ReadConversationId(text);

    public async ValueTask<Contact?> FindContactAsync(WorkspaceId workspace, long id, CancellationToken cancellationToken)
    {
        if (_memory.Contact(workspace, id) is { } known)
        {
            return known;
        }

        var found = await Store.FindAsync(new ContactLookup { Ids = { id } }, cancellationToken);
        return found is [var contact] && contact.Workspace == workspace ? contact : null;
    }

    public async ValueTask<Conversation?> FindConversationAsync(WorkspaceId workspace, long id, CancellationToken cancellationToken) =>
        (await FindConversationsAsync(workspace, [id], cancellationToken)).GetValueOrDefault(id);

    /// <summary>
    /// Those of the workspace that are there, by number. A conversation that is not there any more was deleted, and its messages with it, as far as
    /// anybody is shown.
    /// </summary>
    public async ValueTask<IReadOnlyDictionary<long, Conversation>> FindConversationsAsync(
        WorkspaceId workspace, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, Conversation>();
        var lookup = new ConversationLookup();
        foreach (var id in ids)
        {
            if (_memory.Conversation(workspace, id) is { } known)
            {
                found[id] = known;
            }
            else
            {
                lookup.Ids.Add(id);
            }
        }

        if (!lookup.IsEmpty)
        {
            foreach (var talk in await Store.FindAsync(lookup, cancellationToken))
            {
                if (talk.Workspace == workspace)
                {
                    found[talk.Id] = talk;
                }
            }
        }

        return found;
    }

    public async ValueTask<IReadOnlyList<Conversation>> ConversationsOfAsync(WorkspaceId workspace, long contact, CancellationToken cancellationToken) =>
        [.. (await Store.FindAsync(new ConversationLookup { Contacts = { contact } }, cancellationToken)).Where(talk => talk.Workspace == workspace)];

    /// <summary>A talk that is known and to which this message changes nothing that has to be written.</summary>
    private Talk? OngoingTalk(App app, TalkOrder order)
    {
        var contact = order.Contact is { } id ? _memory.Contact(app.Workspace, id) : _memory.Contact(app.Workspace, order.Identities);
        return contact is not null && _memory.Active(app.Id, contact) is { } talk
            && ReferenceEquals(talk, talk.Used(order.Channel, order.CorrelationId, order.MetadataJson, order.MergeMetadata, _clock.Now, order.ReceivedAt))
                ? new Talk(contact, talk)
                : null;
    }
}

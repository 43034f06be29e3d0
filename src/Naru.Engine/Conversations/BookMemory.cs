using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>
/// What of the book is at hand: contacts by number and by address, conversations by number and, where active, by app and contact. Only what is durable
/// is written here, by the book's turns; a talk that goes on is then opened without any store.
/// </summary>
internal sealed class BookMemory(int generation)
{
    private readonly RecentlyUsed<long, Contact> _contacts = new(generation);
    private readonly RecentlyUsed<(WorkspaceId, ContactIdentity), long> _addresses = new(generation);
    private readonly RecentlyUsed<long, Conversation> _talks = new(generation);
    private readonly RecentlyUsed<(int App, long Contact), long> _active = new(generation);

    public Contact? Contact(WorkspaceId workspace, long id) => _contacts.TryGet(id, out var contact) && contact.Workspace == workspace ? contact : null;

    /// <summary>Who has all of these addresses.</summary>
    public Contact? Contact(WorkspaceId workspace, IReadOnlyList<ContactIdentity> identities)
    {
        Contact? found = null;
        foreach (var identity in identities)
        {
            if (!_addresses.TryGet((workspace, identity), out var id) || Contact(workspace, id) is not { } contact || (found is not null && found.Id != id)
                || !contact.Identities.Contains(identity))
            {
                return null;
            }

            found = contact;
        }

        return found;
    }

    public Conversation? Conversation(WorkspaceId workspace, long id) => _talks.TryGet(id, out var talk) && talk.Workspace == workspace ? talk : null;

    public Conversation? Active(int app, Contact contact) =>
        _active.TryGet((app, contact.Id), out var id) && _talks.TryGet(id, out var talk) && talk.Active && talk.App == app && talk.Contact == contact.Id ? talk : null;

    /// <summary>What was just read, or written.</summary>
    public void Remember(Contact contact)
    {
        _contacts.Set(contact.Id, contact);
        foreach (var identity in contact.Identities)
        {
            _addresses.Set((contact.Workspace, identity), contact.Id);
        }
    }

    public void Remember(Conversation talk)
    {
        _talks.Set(talk.Id, talk);
        if (talk.Active)
        {
            _active.Set((talk.App, talk.Contact), talk.Id);
        }
    }

    /// <summary>An address or a pair that leads to something forgotten, or changed, leads nowhere: it is checked at every use.</summary>
    public void Written(TalkWrites writes)
    {
        writes.ContactsRemoved.ForEach(_contacts.Drop);
        writes.ConversationsRemoved.ForEach(_talks.Drop);
        writes.Contacts.ForEach(Remember);
        writes.Conversations.ForEach(Remember);
    }
}

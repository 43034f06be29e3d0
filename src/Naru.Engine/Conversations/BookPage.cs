using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>
/// The part of a workspace's contacts and conversations that one turn works on: what was read, and over it what the turn has changed so far. It knows
/// what was not read: a decision that needs that waits for the next turn.
/// </summary>
internal sealed class BookPage(WorkspaceId workspace, BookNumbers numbers, DateTimeOffset now, bool unified)
{
    private readonly Dictionary<long, Contact?> _contacts = [];
    private readonly Dictionary<ContactIdentity, long> _identities = [];
    private readonly Dictionary<long, SortedSet<long>> _phones = [];
    private readonly Dictionary<long, Conversation?> _talks = [];
    private readonly Dictionary<(int App, long Contact), long> _active = [];
    private readonly HashSet<(int App, long Contact)> _knownActive = [];
    private readonly HashSet<long> _knownTalksOf = [];
    private readonly HashSet<long> _changedContacts = [];
    private readonly HashSet<long> _changedTalks = [];

    public WorkspaceId Workspace => workspace;

    public DateTimeOffset Now => now;

    /// <summary>One phone number is one contact, whatever the channel.</summary>
    public bool Unified => unified;

    /// <summary>What is to be told, in the order in which it happened.</summary>
    public List<TalkEvent> News { get; } = [];

    public void Read(IEnumerable<Contact> found)
    {
        foreach (var contact in found.Where(contact => contact.Workspace == workspace))
        {
            _contacts[contact.Id] = contact;
            Index(contact);
        }
    }

    /// <param name="lookup">What was asked: what of it was not found is known not to be there.</param>
    public void Read(IEnumerable<Conversation> found, ConversationLookup lookup)
    {
        foreach (var talk in found.Where(talk => talk.Workspace == workspace))
        {
            _talks[talk.Id] = talk;
            Index(talk);
        }

        _knownActive.UnionWith(lookup.Active);
        _knownTalksOf.UnionWith(lookup.Contacts);
    }

    public Contact? Contact(long id) => _contacts.GetValueOrDefault(id);

    public Contact? Contact(ContactIdentity identity) => _identities.TryGetValue(identity, out var id) ? _contacts.GetValueOrDefault(id) : null;

    /// <summary>Who has the number on any channel; of several the oldest.</summary>
    public Contact? WithPhone(long phone) => _phones.TryGetValue(phone, out var ids) && ids.Count > 0 ? _contacts.GetValueOrDefault(ids.Min) : null;

    public Conversation? Conversation(long id) => _talks.GetValueOrDefault(id);

    public bool KnowsActive(int app, long contact) => _knownActive.Contains((app, contact)) || KnowsConversations(contact);

    /// <summary>Whether all conversations of the contact are on the page.</summary>
    public bool KnowsConversations(long contact) => _knownTalksOf.Contains(contact);

    public Conversation? Active(int app, long contact) => _active.TryGetValue((app, contact), out var id) ? _talks.GetValueOrDefault(id) : null;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Conversation> ConversationsOf(long contact) =>
        [.. _talks.Values.OfType<Conversation>().Where(talk => talk.Contact == contact).OrderBy(talk => talk.Id)];

    public long NewContactId()
    {
        var id = numbers.NewContact();

        // It has no conversations, and nobody can have read any.
        _knownTalksOf.Add(id);
        return id;
    }

    public long NewConversationId() => numbers.NewConversation();

    /// <param name="app">Who is told; 0 = every app of the workspace.</param>
    public void Put(Contact contact, int app)
    {
        var before = _contacts.GetValueOrDefault(contact.Id);
        Replace(before, contact);
        Tell(TalkNews.Of(before, contact), kind => new TalkEvent(kind, app, contact));
    }

    public void Put(Conversation talk)
    {
        var before = _talks.GetValueOrDefault(talk.Id);
        Replace(before, talk);
        Tell(TalkNews.Of(before, talk), kind => new TalkEvent(kind, talk.App, null, Conversation: talk));
    }

    public void Remove(Contact contact)
    {
        Replace(contact, null);
        Tell(TalkNews.Of(contact, null), kind => new TalkEvent(kind, App: 0, contact));
    }

    public void Remove(Conversation talk)
    {
        Replace(talk, null);
        Tell(TalkNews.Of(talk, null), kind => new TalkEvent(kind, talk.App, null, Conversation: talk));
    }

    /// <summary>One of two contacts goes, the other is what both became.</summary>
    public void Merge(Contact goes, Contact merged)
    {
        Replace(goes, null);
        Replace(_contacts.GetValueOrDefault(merged.Id), merged);
        Tell(ReportEvent.ContactMerged, kind => new TalkEvent(kind, App: 0, merged, goes));
    }

    /// <summary>When the turn is durable: all that it has seen is at hand from now on.</summary>
    public void Remember(BookMemory memory)
    {
        memory.Written(Writes());
        foreach (var contact in _contacts.Values.OfType<Contact>())
        {
            memory.Remember(contact);
        }

        foreach (var talk in _talks.Values.OfType<Conversation>())
        {
            memory.Remember(talk);
        }
    }

    public TalkWrites Writes()
    {
        var writes = new TalkWrites();
        writes.Contacts.AddRange(_changedContacts.Select(id => _contacts[id]).OfType<Contact>());
        writes.ContactsRemoved.AddRange(_changedContacts.Where(id => _contacts[id] is null));
        writes.Conversations.AddRange(_changedTalks.Select(id => _talks[id]).OfType<Conversation>());
        writes.ConversationsRemoved.AddRange(_changedTalks.Where(id => _talks[id] is null));
        return writes;
    }

    private void Replace(Contact? before, Contact? after)
    {
        var id = (after ?? before)!.Id;
        foreach (var identity in before?.Identities ?? [])
        {
            _identities.Remove(identity);
            if (identity.Phone() is { } phone && _phones.TryGetValue(phone, out var ids))
            {
                ids.Remove(id);
            }
        }

        _contacts[id] = after;
        _changedContacts.Add(id);
        if (after is not null)
        {
            Index(after);
        }
    }

    private void Replace(Conversation? before, Conversation? after)
    {
        var id = (after ?? before)!.Id;
        if (before is not null && _active.GetValueOrDefault((before.App, before.Contact)) == id)
        {
            _active.Remove((before.App, before.Contact));
        }

        _talks[id] = after;
        _changedTalks.Add(id);
        if (after is not null)
        {
            Index(after);
        }
    }

    private void Index(Conversation talk)
    {
        if (talk.Active)
        {
            _active[(talk.App, talk.Contact)] = talk.Id;
        }
    }

    private void Index(Contact contact)
    {
        foreach (var identity in contact.Identities)
        {
            _identities[identity] = contact.Id;
            if (identity.Phone() is { } phone)
            {
                if (!_phones.TryGetValue(phone, out var ids))
                {
                    _phones.Add(phone, ids = []);
                }

                ids.Add(contact.Id);
            }
        }
    }

    private void Tell(ReportEvent? kind, Func<ReportEvent, TalkEvent> make)
    {
        if (kind is { } happened)
        {
            News.Add(make(happened));
        }
    }
}

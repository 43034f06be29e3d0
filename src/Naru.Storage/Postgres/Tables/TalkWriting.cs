using Naru.Core.Conversations;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Contacts and conversations of one batch: what is left of all its writes, in the order given, once they have been laid over each other.</summary>
internal sealed class TalkWriting
{
    private readonly Dictionary<long, Contact?> _contacts = [];
    private readonly Dictionary<long, Conversation?> _conversations = [];
    private readonly Dictionary<StoredIdentity, long?> _identities = new(StoredIdentity.Alike);
    private readonly HashSet<(int Workspace, long Phone)> _phones = [];
    private readonly RowWriter _row = new();

    public TalkWriting(List<TalkWrites> writes)
    {
        foreach (var talks in writes)
        {
            // Those that go first: what they leave (an address, say) another may take in the same commit.
            talks.ContactsRemoved.ForEach(Remove);
            talks.ConversationsRemoved.ForEach(id => _conversations[id] = null);
            talks.Contacts.ForEach(Write);
            talks.Conversations.ForEach(talk => _conversations[talk.Id] = talk);
        }
    }

    /// <summary>Some row goes.</summary>
    public bool Removes => _contacts.ContainsValue(null) || _conversations.ContainsValue(null);

    /// <summary>Which numbers the contacts had before: one question, and only where contacts are written.</summary>
    public async Task PrepareAsync(NpgsqlConnection connection)
    {
        if (_contacts.Count == 0)
        {
            return;
        }

        await using var trip = new RoundTrip(connection);
        trip.Read(
            "SELECT workspace, phone FROM contact_identity WHERE contact = ANY ($1) AND phone IS NOT NULL",
            row => _phones.Add((row.GetInt32(0), row.GetInt64(1))), Column(_contacts.Keys.ToList()));
        await trip.RunAsync(CancellationToken.None);
    }

    public void WriteTo(RoundTrip trip)
    {
        if (_contacts.Count > 0)
        {
            WriteContacts(trip);
            WriteIdentities(trip);
            WriteConflicts(trip);
        }

        if (_conversations.Count > 0)
        {
            WriteConversations(trip);
        }
    }

    private void Write(Contact contact)
    {
        Remove(contact.Id);
        _contacts[contact.Id] = contact;
        foreach (var identity in contact.Identities)
        {
            var stored = StoredIdentity.Of(contact.Workspace, identity);
            _identities[stored] = contact.Id;
            if (stored.Phone is { } phone)
            {
                _phones.Add((stored.Workspace, phone));
            }
        }
    }

    private void Remove(long contact)
    {
        _contacts[contact] = null;
        foreach (var identity in _identities.Where(pair => pair.Value == contact).Select(pair => pair.Key).ToList())
        {
            _identities[identity] = null;
        }
    }

    private void WriteContacts(RoundTrip trip)
    {
        var gone = _contacts.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        if (gone.Count > 0)
        {
            trip.Add("DELETE FROM contact WHERE id = ANY ($1)", Column(gone));
        }

        var all = _contacts.Values.OfType<Contact>().ToList();
        if (all.Count > 0)
        {
            trip.Add(
                """
                INSERT INTO contact (id, workspace, external, body) SELECT * FROM unnest($1, $2, $3, $4)
                ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, external = excluded.external, body = excluded.body
                """,
                Column(all.ConvertAll(c => c.Id)), Column(all.ConvertAll(c => c.Workspace.Value)),
                Column(all.ConvertAll(c => c.ExternalId is { } external ? TextKey.Of(external) : null)), Column(all.ConvertAll<byte[]?>(c => ContactCodec.Write(_row, c).ToArray())));
        }
    }

    /// <summary>An address that another contact has becomes this one's.</summary>
    private void WriteIdentities(RoundTrip trip)
    {
        trip.Add("DELETE FROM contact_identity WHERE contact = ANY ($1)", Column(_contacts.Keys.ToList()));
        var all = _identities.Where(pair => pair.Value is not null).ToList();
        if (all.Count > 0)
        {
            trip.Add(
                """
                INSERT INTO contact_identity (workspace, address, channel, app, phone, contact) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)
                ON CONFLICT (workspace, address, channel, app) DO UPDATE SET contact = excluded.contact
                """,
                Column(all.ConvertAll(i => i.Key.Workspace)), Column(all.ConvertAll<byte[]?>(i => i.Key.Address)), Column(all.ConvertAll(i => i.Key.Channel)),
                Column(all.ConvertAll<byte[]?>(i => i.Key.App)), Column(all.ConvertAll(i => i.Key.Phone)), Column(all.ConvertAll(i => i.Value!.Value)));
        }
    }

    private void WriteConflicts(RoundTrip trip)
    {
        if (_phones.Count == 0)
        {
            return;
        }

        var (workspaces, phones) = (_phones.Select(of => of.Workspace).ToList(), _phones.Select(of => of.Phone).ToList());
        trip.Add(
            "DELETE FROM contact_conflict AS c USING unnest($1, $2) AS t (workspace, phone) WHERE c.workspace = t.workspace AND c.phone = t.phone",
            Column(workspaces), Column(phones));
        trip.Add(
            """
            INSERT INTO contact_conflict (workspace, phone)
            SELECT t.workspace, t.phone FROM unnest($1, $2) AS t (workspace, phone)
            WHERE (SELECT count(DISTINCT i.contact) FROM contact_identity AS i WHERE i.workspace = t.workspace AND i.phone = t.phone) > 1
            """,
            Column(workspaces), Column(phones));
    }

    private void WriteConversations(RoundTrip trip)
    {
        var gone = _conversations.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        if (gone.Count > 0)
        {
            trip.Add("DELETE FROM conversation WHERE id = ANY ($1)", Column(gone));
        }

        var all = _conversations.Values.OfType<Conversation>().ToList();
        if (all.Count > 0)
        {
            trip.Add(
                """
                INSERT INTO conversation (id, workspace, app, contact, active, channel, body) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, app = excluded.app, contact = excluded.contact, active = excluded.active,
                    channel = excluded.channel, body = excluded.body
                """,
                Column(all.ConvertAll(t => t.Id)), Column(all.ConvertAll(t => t.Workspace.Value)), Column(all.ConvertAll(t => t.App)), Column(all.ConvertAll(t => t.Contact)),
                Column(all.ConvertAll(t => t.Active)), Column(all.ConvertAll(t => (short)t.ActiveChannel)), Column(all.ConvertAll<byte[]?>(t => ConversationCodec.Write(_row, t).ToArray())));
        }
    }
}

using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Contacts and conversations on PostgreSQL. <see cref="PostgresMessageStore"/> writes them.</summary>
public sealed class PostgresContactStore(PostgresDatabase database) : IContactStore
{
    private static readonly Channel[] s_channels = Enum.GetValues<Channel>();

    public ValueTask<IReadOnlyList<Contact>> FindAsync(ContactLookup lookup, CancellationToken cancellationToken)
    {
        var identities = lookup.Identities.Select(of => StoredIdentity.Of(of.Workspace, of.Identity)).ToList();
        return database.ReadAsync<IReadOnlyList<Contact>>(
            async reading => await reading.AskAsync(
                $"""
                SELECT {ContactRow.Selected} FROM contact WHERE id = ANY (ARRAY (
                    SELECT unnest($1)
                    UNION SELECT i.contact FROM unnest($2, $3, $4, $5) AS l (workspace, address, channel, app)
                        JOIN contact_identity AS i ON i.workspace = l.workspace AND i.address = l.address AND i.channel = l.channel AND i.app = l.app
                    UNION SELECT i.contact FROM unnest($6, $7) AS p (workspace, phone)
                        JOIN contact_identity AS i ON i.workspace = p.workspace AND i.phone = p.phone))
                """,
                ContactRow.Of,
                Sent.Column(lookup.Ids.ToList()), Sent.Column(identities.ConvertAll(i => i.Workspace)), Sent.Column(identities.ConvertAll<byte[]?>(i => i.Address)),
                Sent.Column(identities.ConvertAll(i => i.Channel)), Sent.Column(identities.ConvertAll<byte[]?>(i => i.App)),
                Sent.Column(lookup.Phones.Select(of => of.Workspace.Value).ToList()), Sent.Column(lookup.Phones.Select(of => of.Phone).ToList())),
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<Conversation>> FindAsync(ConversationLookup lookup, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(
            async reading => await reading.AskAsync(
                $"""
                SELECT {ConversationRow.Selected} FROM conversation WHERE id = ANY (ARRAY (
                    SELECT unnest($1)
                    UNION SELECT (SELECT t.id FROM conversation AS t WHERE t.contact = l.contact AND t.app = l.app AND t.active ORDER BY t.id DESC LIMIT 1)
                        FROM unnest($2, $3) AS l (app, contact)
                    UNION SELECT t.id FROM conversation AS t WHERE t.contact = ANY ($4)))
                """,
                ConversationRow.Of,
                Sent.Column(lookup.Ids.ToList()), Sent.Column(lookup.Active.Select(of => of.App).ToList()), Sent.Column(lookup.Active.Select(of => of.Contact).ToList()),
                Sent.Column(lookup.Contacts.ToList())),
            cancellationToken);

    public ValueTask<IReadOnlyList<Contact>> ListAsync(ContactQuery query, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Contact>>(
        async reading =>
        {
            var (workspace, before, limit) = (Sent.One(query.Workspace.Value), Sent.One(query.BeforeId ?? long.MaxValue), Sent.One((long)query.Limit));
            if (query.Identity is var (channel, address))
            {
                var all = await reading.AskAsync(
                    $"""
                    SELECT {ContactRow.Selected} FROM contact WHERE id < $2 AND id = ANY (ARRAY (
                        SELECT contact FROM contact_identity WHERE workspace = $1 AND address = $3 AND channel = $4)) ORDER BY id DESC
                    """,
                    ContactRow.Of, workspace, before, Sent.One(TextKey.Of(address.Value)), Sent.One((short)channel));
                return [.. all.Where(contact => query.ExternalId is null || contact.ExternalId == query.ExternalId).Take(query.Limit)];
            }

            return query.ExternalId is { } external
                ? await reading.AskAsync(
                    $"SELECT {ContactRow.Selected} FROM contact WHERE workspace = $1 AND id < $2 AND external = $4 ORDER BY id DESC LIMIT $3", ContactRow.Of,
                    workspace, before, limit, Sent.One(TextKey.Of(external)))
                : await reading.AskAsync(
                    $"SELECT {ContactRow.Selected} FROM contact WHERE workspace = $1 AND id < $2 ORDER BY id DESC LIMIT $3", ContactRow.Of, workspace, before, limit);
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<Conversation>> ListAsync(ConversationQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Conversation>>(
            async reading => query.Contact is { } contact
                ? await reading.AskAsync(
                    $"""
                    SELECT {ConversationRow.Selected} FROM conversation
                    WHERE contact = $1 AND workspace = $2 AND ($3 IS NULL OR app = $3) AND active = ANY ($4) AND channel = ANY ($5) AND id < $6 ORDER BY id DESC LIMIT $7
                    """,
                    ConversationRow.Of,
                    Sent.One(contact), Sent.One(query.Workspace.Value), Sent.Maybe(query.App), Actives(query), Channels(query), Sent.One(query.BeforeId ?? long.MaxValue),
                    Sent.One((long)query.Limit))
                : await reading.AskAsync(
                    // A few stretches of one index, each read no further than the page, and the newest of them all.
                    $"""
                    SELECT o.* FROM unnest($3) AS a (active), unnest($4) AS c (channel), LATERAL (
                        SELECT {ConversationRow.Selected} FROM conversation AS t
                        WHERE t.workspace = $1 AND t.app = $2 AND t.active = a.active AND t.channel = c.channel AND t.id < $5 ORDER BY t.id DESC LIMIT $6) AS o
                    ORDER BY o.id DESC LIMIT $6
                    """,
                    ConversationRow.Of,
                    Sent.One(query.Workspace.Value), Sent.One(AppOf(query)), Actives(query), Channels(query), Sent.One(query.BeforeId ?? long.MaxValue), Sent.One((long)query.Limit)),
            cancellationToken);

    public ValueTask<long> CountAsync(ConversationQuery query, CancellationToken cancellationToken) => database.ReadAsync(
        async reading => (query.Contact is { } contact
            ? await reading.NumberAsync(
                "SELECT count(*) FROM conversation WHERE contact = $1 AND workspace = $2 AND ($3 IS NULL OR app = $3) AND active = ANY ($4) AND channel = ANY ($5)",
                Sent.One(contact), Sent.One(query.Workspace.Value), Sent.Maybe(query.App), Actives(query), Channels(query))
            : await reading.NumberAsync(
                "SELECT count(*) FROM conversation WHERE workspace = $1 AND app = $2 AND active = ANY ($3) AND channel = ANY ($4)",
                Sent.One(query.Workspace.Value), Sent.One(AppOf(query)), Actives(query), Channels(query))) ?? 0,
        cancellationToken);

    public ValueTask<IReadOnlyList<IdentityConflict>> ListConflictsAsync(ConflictQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<IdentityConflict>>(
            async reading =>
            {
                var rows = await reading.AskAsync(
                    """
                    SELECT c.phone, i.channel, i.contact
                    FROM (SELECT phone FROM contact_conflict WHERE workspace = $1 AND phone > $2 ORDER BY phone LIMIT $3) AS c
                    JOIN contact_identity AS i ON i.workspace = $1 AND i.phone = c.phone
                    ORDER BY c.phone, i.contact, i.channel
                    """,
                    static row => (Phone: row.GetInt64(0), Channel: (Channel)row.GetInt16(1), Contact: row.GetInt64(2)),
                    Sent.One(query.Workspace.Value), Sent.One(query.After), Sent.One((long)query.Limit));
                return
                [
                    .. rows.GroupBy(of => of.Phone).Select(of => new IdentityConflict(
                        of.Key, [.. of.Select(one => one.Channel).Distinct().Order()], [.. of.Select(one => one.Contact).Distinct().Order()])),
                ];
            },
            cancellationToken);

    private static Npgsql.NpgsqlParameter Actives(ConversationQuery query) => Sent.Column(query.OnlyActive ? [true] : new List<bool> { true, false });

    private static Npgsql.NpgsqlParameter Channels(ConversationQuery query) =>
        Sent.Column((query.Channel is { } one ? [one] : s_channels).Select(channel => (short)channel).ToList());

    private static int AppOf(ConversationQuery query) => query.App ?? throw new ArgumentException("Whose conversations?", nameof(query));
}

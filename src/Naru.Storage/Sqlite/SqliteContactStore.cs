using System.Globalization;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Contacts and conversations on SQLite, each reading in one snapshot. <see cref="SqliteMessageStore"/> writes them.</summary>
public sealed class SqliteContactStore(SqliteDatabase database) : IContactStore
{
    private static readonly Channel[] s_channels = Enum.GetValues<Channel>();

    public ValueTask<IReadOnlyList<Contact>> FindAsync(ContactLookup lookup, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Contact>>(
        tables =>
        {
            var ids = new HashSet<long>(lookup.Ids);
            foreach (var (workspace, identity) in lookup.Identities)
            {
                if (tables.Contacts.Find(workspace, identity) is { } contact)
                {
                    ids.Add(contact);
                }
            }

            foreach (var (workspace, phone) in lookup.Phones)
            {
                foreach (var channel in s_channels.Where(channel => channel.AddressesPhones()))
                {
                    ids.UnionWith(tables.Contacts.WithAddress(workspace, phone.ToString(CultureInfo.InvariantCulture), channel));
                }
            }

            return [.. ids.Select(tables.Contacts.Load).OfType<Contact>()];
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<Conversation>> FindAsync(ConversationLookup lookup, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Conversation>>(
            tables =>
            {
                var found = new Dictionary<long, Conversation>();
                foreach (var talk in lookup.Ids.Select(tables.Conversations.Load).Concat(lookup.Active.Select(pair => tables.Conversations.Active(pair.App, pair.Contact))))
                {
                    if (talk is not null)
                    {
                        found[talk.Id] = talk;
                    }
                }

                foreach (var contact in lookup.Contacts)
                {
                    using var rows = tables.Conversations.OfContact(contact, long.MaxValue);
                    while (rows.Next())
                    {
                        var talk = ConversationTable.Decode(rows);
                        found[talk.Id] = talk;
                    }
                }

                return [.. found.Values];
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<Contact>> ListAsync(ContactQuery query, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Contact>>(
        tables =>
        {
            var before = query.BeforeId ?? long.MaxValue;
            if (query.Identity is var (channel, address))
            {
                return [.. tables.Contacts.WithAddress(query.Workspace, address.Value, channel).Where(id => id < before).OrderDescending()
                    .Select(tables.Contacts.Load).OfType<Contact>().Where(c => query.ExternalId is null || c.ExternalId == query.ExternalId).Take(query.Limit)];
            }

            var found = new List<Contact>();
            using var rows = query.ExternalId is { } externalId
                ? tables.Contacts.WithExternalId(query.Workspace, externalId, before, query.Limit)
                : tables.Contacts.List(query.Workspace, before, query.Limit);
            while (rows.Next())
            {
                found.Add(ContactTable.Decode(rows));
            }

            return found;
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<Conversation>> ListAsync(ConversationQuery query, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Conversation>>(tables => query.Contact is { } contact ? OfContact(tables, query, contact) : OfApp(tables, query), cancellationToken);

    public ValueTask<long> CountAsync(ConversationQuery query, CancellationToken cancellationToken) => ReadAsync(
        tables => query.Contact is { } contact
            ? OfContact(tables, query with { BeforeId = null, Limit = int.MaxValue }, contact).Count
            : Stretches(query).Sum(of => tables.Conversations.CountOfApp(query.Workspace, AppOf(query), of.Active, of.Channel)),
        cancellationToken);

    public ValueTask<IReadOnlyList<IdentityConflict>> ListConflictsAsync(ConflictQuery query, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<IdentityConflict>>(
            tables =>
            [
                .. tables.Contacts.Conflicts(query.Workspace, query.After, query.Limit).GroupBy(of => of.Phone).Select(of => new IdentityConflict(
                    of.Key, [.. of.Select(one => one.Channel).Distinct().Order()], [.. of.Select(one => one.Contact).Distinct().Order()])),
            ],
            cancellationToken);

    private static List<Conversation> OfContact(StoreTables tables, ConversationQuery query, long contact)
    {
        var found = new List<Conversation>();
        using var rows = tables.Conversations.OfContact(contact, query.BeforeId ?? long.MaxValue);
        while (found.Count < query.Limit && rows.Next())
        {
            var talk = ConversationTable.Decode(rows);
            if (talk.Workspace == query.Workspace && (query.App is null || talk.App == query.App) && (talk.Active || !query.OnlyActive)
                && (query.Channel is null || talk.ActiveChannel == query.Channel))
            {
                found.Add(talk);
            }
        }

        return found;
    }

    /// <summary>A few stretches of one index, each read no further than the page, and the newest of them all.</summary>
    private static List<Conversation> OfApp(StoreTables tables, ConversationQuery query)
    {
        var found = new List<Conversation>();
        foreach (var (active, channel) in Stretches(query))
        {
            using var rows = tables.Conversations.OfApp(query.Workspace, AppOf(query), active, channel, query.BeforeId ?? long.MaxValue, query.Limit);
            while (rows.Next())
            {
                found.Add(ConversationTable.Decode(rows));
            }
        }

        return [.. found.OrderByDescending(talk => talk.Id).Take(query.Limit)];
    }

    private static IEnumerable<(bool Active, Channel Channel)> Stretches(ConversationQuery query) =>
        from active in query.OnlyActive ? [true] : new[] { true, false }
        from channel in query.Channel is { } one ? [one] : s_channels
        select (active, channel);

    private static int AppOf(ConversationQuery query) => query.App ?? throw new ArgumentException("Whose conversations?", nameof(query));

    private ValueTask<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(reader => read(reader.Tables), cancellationToken);
}

using Naru.Core.Conversations;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Memory;

/// <summary>Contacts and conversations on a <see cref="MemoryDisk"/>. <see cref="MemoryMessageStore"/> writes them.</summary>
public sealed class MemoryContactStore(MemoryDisk disk) : IContactStore
{
    public ValueTask<IReadOnlyList<Contact>> FindAsync(ContactLookup lookup, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            var ids = lookup.Ids
                .Concat(lookup.Identities.Select(key => disk.Identities.GetValueOrDefault(key)))
                .Concat(disk.Identities.Where(of => of.Key.Identity.Phone() is { } phone && lookup.Phones.Contains((of.Key.Workspace, phone))).Select(of => of.Value));
            return new([.. ids.Distinct().Where(disk.Contacts.ContainsKey).Select(id => disk.Contacts[id])]);
        }
    }

    public ValueTask<IReadOnlyList<Conversation>> FindAsync(ConversationLookup lookup, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Conversations.Values.Where(talk => lookup.Ids.Contains(talk.Id) || lookup.Contacts.Contains(talk.Contact)
                || (talk.Active && lookup.Active.Contains((talk.App, talk.Contact))))]);
        }
    }

    public ValueTask<IReadOnlyList<Contact>> ListAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Contacts.Values.Reverse().Where(contact => Fits(query, contact)).Take(query.Limit)]);
        }
    }

    public ValueTask<IReadOnlyList<Conversation>> ListAsync(ConversationQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Conversations.Values.Reverse().Where(talk => Fits(query, talk)).Take(query.Limit)]);
        }
    }

    public ValueTask<long> CountAsync(ConversationQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(disk.Conversations.Values.LongCount(talk => Fits(query with { BeforeId = null }, talk)));
        }
    }

    public ValueTask<IReadOnlyList<IdentityConflict>> ListConflictsAsync(ConflictQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            var numbers =
                from of in disk.Identities
                where of.Key.Workspace == query.Workspace
                let phone = ConflictNumber.Of(of.Key.Identity.Channel, of.Key.Identity.Address.Value)
                where phone > query.After
                group (of.Key.Identity.Channel, Contact: of.Value) by phone.Value into sharing
                where sharing.Select(one => one.Contact).Distinct().Count() > 1
                orderby sharing.Key
                select new IdentityConflict(
                    sharing.Key, [.. sharing.Select(one => one.Channel).Distinct().Order()], [.. sharing.Select(one => one.Contact).Distinct().Order()]);
            return new([.. numbers.Take(query.Limit)]);
        }
    }

    private static bool Fits(ContactQuery query, Contact contact) =>
        contact.Workspace == query.Workspace && contact.Id < (query.BeforeId ?? long.MaxValue)
        && (query.ExternalId is null || contact.ExternalId == query.ExternalId)
        && (query.Identity is not var (channel, address) || contact.Identities.Any(one => one.Channel == channel && one.Address.Value == address.Value));

    private static bool Fits(ConversationQuery query, Conversation talk) =>
        talk.Workspace == query.Workspace && talk.Id < (query.BeforeId ?? long.MaxValue)
        && (query.App is null || talk.App == query.App) && (query.Contact is null || talk.Contact == query.Contact)
        && (talk.Active || !query.OnlyActive) && (query.Channel is null || talk.ActiveChannel == query.Channel);
}

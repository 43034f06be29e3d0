using Naru.Core.Alarms;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Memory;

/// <summary>
/// What a <see cref="MemoryMessageStore"/> has made durable. It outlives its store: a crash is a new store on the same disk. Messages are
/// immutable, so rows are held by reference.
/// </summary>
public sealed class MemoryDisk
{
    /// <summary>Numbers as a real installation's are secret; here they only have to be the same in every run.</summary>
    internal byte[] InstallationKey { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    internal Lock Gate { get; } = new();

    internal SortedDictionary<long, Message> Messages { get; } = [];

    internal Dictionary<LaneId, SortedSet<(DateTimeOffset LookAt, long Sequence)>> Lanes { get; } = [];

    internal SortedDictionary<long, Bulk> Bulks { get; } = [];

    internal Dictionary<(WorkspaceId Workspace, string ClientId), MessageKey> Claims { get; } = [];

    internal Dictionary<(WorkspaceId Workspace, string Key), MemoryIdempotency> Idempotency { get; } = [];

    internal SortedDictionary<long, PulledReport> Pulls { get; } = [];

    internal SortedDictionary<long, Push> Pushes { get; } = [];

    internal SortedDictionary<long, LimitRow> Limits { get; } = [];

    internal SortedDictionary<long, Alarm> Alarms { get; } = [];

    internal SortedDictionary<long, Contact> Contacts { get; } = [];

    internal Dictionary<(WorkspaceId Workspace, ContactIdentity Identity), long> Identities { get; } = [];

    internal SortedDictionary<long, Conversation> Conversations { get; } = [];

    internal long NextSequence { get; set; } = 1;

    internal long NextBulk { get; set; } = 1;

    internal long NextPush { get; set; } = 1;

    internal long NextEnvelope { get; set; } = 1;

    internal long NextContact { get; set; } = 1;

    internal long NextConversation { get; set; } = 1;

    /// <summary>Rows that are left of anything at all; after a purge of everything it is 0.</summary>
    public int Rows
    {
        get
        {
            lock (Gate)
            {
                return Messages.Count + Bulks.Count + Claims.Count + Idempotency.Count + Pulls.Count + Pushes.Count + Limits.Count + Alarms.Count
                    + Contacts.Count + Identities.Count + Conversations.Count;
            }
        }
    }

    internal void Put(Message message)
    {
        Unlist(message.Key.Sequence);
        Messages[message.Key.Sequence] = message;
        if (message.Lane != LaneId.None)
        {
            if (!Lanes.TryGetValue(message.Lane, out var lane))
            {
                Lanes[message.Lane] = lane = [];
            }

            lane.Add((message.LookAt, message.Key.Sequence));
        }
    }

    internal void Remove(Message message)
    {
        Unlist(message.Key.Sequence);
        Messages.Remove(message.Key.Sequence);
        Pulls.Remove(message.Key.Sequence);
        if (message.ClientId is not null)
        {
            Claims.Remove((message.Workspace, message.ClientId));
        }
    }

    /// <summary>An address that another contact has becomes this one's.</summary>
    internal void Put(Contact contact)
    {
        RemoveIdentities(contact.Id);
        Contacts[contact.Id] = contact;
        NextContact = Math.Max(NextContact, contact.Id + 1);
        foreach (var identity in contact.Identities)
        {
            Identities[(contact.Workspace, identity)] = contact.Id;
        }
    }

    internal void Put(Conversation talk)
    {
        Conversations[talk.Id] = talk;
        NextConversation = Math.Max(NextConversation, talk.Id + 1);
    }

    internal void RemoveContact(long id)
    {
        RemoveIdentities(id);
        Contacts.Remove(id);
    }

    private void RemoveIdentities(long contact)
    {
        if (!Contacts.TryGetValue(contact, out var row))
        {
            return;
        }

        foreach (var identity in row.Identities)
        {
            if (Identities.GetValueOrDefault((row.Workspace, identity)) == contact)
            {
                Identities.Remove((row.Workspace, identity));
            }
        }
    }

    private void Unlist(long sequence)
    {
        if (Messages.TryGetValue(sequence, out var row) && Lanes.TryGetValue(row.Lane, out var lane))
        {
            lane.Remove((row.LookAt, sequence));
            if (lane.Count == 0)
            {
                Lanes.Remove(row.Lane);
            }
        }
    }
}

/// <param name="Receipt">Null until the submission is complete.</param>
internal sealed record MemoryIdempotency(byte[] BodyHash, DateTimeOffset ExpiresAt, BulkKey Bulk, SubmissionReceipt? Receipt);

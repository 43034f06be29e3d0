using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Contacts and conversations: a part of some commit, with the pushes that tell of them.</summary>
public sealed partial class SqliteMessageStore
{
    private static void WriteTalks(StoreTables tables, CommitBatch batch)
    {
        if (batch.Talks.Count == 0)
        {
            return;
        }

        HighWater? highest = batch.Talks.Exists(talks => talks.ContactsRemoved.Count > 0 || talks.ConversationsRemoved.Count > 0) ? HighWater.Of(tables) : null;
        foreach (var talks in batch.Talks)
        {
            // Those that go first: what they leave (an address, say) another may take in the same commit.
            talks.ContactsRemoved.ForEach(tables.Contacts.Delete);
            talks.ConversationsRemoved.ForEach(tables.Conversations.Delete);
            talks.Contacts.ForEach(tables.Contacts.Write);
            talks.Conversations.ForEach(tables.Conversations.Write);
        }

        highest?.Keep(tables);
    }
}

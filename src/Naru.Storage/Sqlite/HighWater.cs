using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>
/// Numbers are never used again. Ordinarily the highest row tells the next number; when a removal takes the highest row away, the number that
/// comes next is written down.
/// </summary>
internal readonly record struct HighWater(long Sequence, long Bulk, long Push, long Envelope, long Contact, long Conversation, long Inbound)
{
    private const string SequenceName = "next-sequence";
    private const string BulkName = "next-bulk";
    private const string PushName = "next-push";
    private const string EnvelopeName = "next-envelope";
    private const string ContactName = "next-contact";
    private const string ConversationName = "next-conversation";
    private const string InboundName = "next-inbound";

    /// <summary>The highest rows there are.</summary>
    public static HighWater Of(StoreTables tables) => new(
        tables.Messages.Last(), tables.Bulks.Last(), tables.Pushes.Last(), tables.Envelopes.Last(), tables.Contacts.Last(), tables.Conversations.Last(),
        tables.Inbound.Last());

    /// <summary>The first numbers that were never used.</summary>
    public static HighWater Next(StoreTables tables)
    {
        var last = Of(tables);
        return new HighWater(
            Math.Max(last.Sequence + 1, tables.Meta.Number(SequenceName) ?? 1),
            Math.Max(last.Bulk + 1, tables.Meta.Number(BulkName) ?? 1),
            Math.Max(last.Push + 1, tables.Meta.Number(PushName) ?? 1),
            Math.Max(last.Envelope + 1, tables.Meta.Number(EnvelopeName) ?? 1),
            Math.Max(last.Contact + 1, tables.Meta.Number(ContactName) ?? 1),
            Math.Max(last.Conversation + 1, tables.Meta.Number(ConversationName) ?? 1),
            Math.Max(last.Inbound + 1, tables.Meta.Number(InboundName) ?? 1));
    }

    /// <summary>Called after removals on what <see cref="Of"/> said before them.</summary>
    public void Keep(StoreTables tables)
    {
        var now = Of(tables);
        Keep(tables, SequenceName, Sequence, now.Sequence);
        Keep(tables, BulkName, Bulk, now.Bulk);
        Keep(tables, PushName, Push, now.Push);
        Keep(tables, EnvelopeName, Envelope, now.Envelope);
        Keep(tables, ContactName, Contact, now.Contact);
        Keep(tables, ConversationName, Conversation, now.Conversation);
        Keep(tables, InboundName, Inbound, now.Inbound);
    }

    private static void Keep(StoreTables tables, string name, long before, long now)
    {
        if (now < before && (tables.Meta.Number(name) ?? 0) <= before)
        {
            tables.Meta.Set(name, before + 1);
        }
    }
}

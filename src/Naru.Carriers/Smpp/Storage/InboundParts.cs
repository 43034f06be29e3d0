using Microsoft.Data.Sqlite;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>To which text a part belongs.</summary>
internal readonly record struct InboundKey(string From, string To, int Reference, byte Total);

/// <summary>A part that waits for the others.</summary>
internal readonly record struct InboundPart(long Row, byte Number, string Text, DateTimeOffset At);

/// <summary>Parts of incoming texts: they are acknowledged one by one, so they must be kept until the text is whole.</summary>
internal sealed class InboundParts(CommandSet commands)
{
    public const string Layout = """
        CREATE TABLE inbound (
            row INTEGER PRIMARY KEY, sender TEXT NOT NULL, receiver TEXT NOT NULL, reference INTEGER NOT NULL, total INTEGER NOT NULL,
            number INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0);
        CREATE UNIQUE INDEX inbound_by_text ON inbound (sender, receiver, reference, total, number);
        """;

    /// <summary>Since version 2.</summary>
    public const string CountLayout = "CREATE INDEX inbound_open ON inbound (done, at);";

    private const string Of = "sender = $1 AND receiver = $2 AND reference = $3 AND total = $4";

    private readonly Command _add = commands.Make("INSERT OR REPLACE INTO inbound (sender, receiver, reference, total, number, text, at) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
    private readonly Command _open = commands.Make($"SELECT row, number, text, at FROM inbound WHERE {Of} AND done = 0 ORDER BY number", 4);
    private readonly Command _same = commands.Make($"SELECT count(*) FROM inbound WHERE {Of} AND number = $5 AND text = $6", 6);
    private readonly Command _done = commands.Make($"UPDATE inbound SET done = 1 WHERE {Of}", 4);
    private readonly Command _forget = commands.Make($"DELETE FROM inbound WHERE {Of} AND done = 1", 4);
    private readonly Command _late = commands.Make("SELECT sender, receiver, reference, total FROM inbound WHERE done = 0 GROUP BY 1, 2, 3, 4 HAVING max(at) < $1 ORDER BY max(at) LIMIT 100", 1);
    private readonly Command _count = commands.Make("SELECT count(*) FROM inbound WHERE done = 0", 0);
    private readonly Command _trim = commands.Make("DELETE FROM inbound WHERE done = 1 AND at < $1", 1);

    public SqliteTransaction Transaction { private get; set; } = null!;

    /// <summary>Keeps a part. False for the repetition of one that is kept already, also of a text that was whole.</summary>
    public bool Add(InboundKey key, byte number, string text, DateTimeOffset at)
    {
        if (_same.Read(Transaction, row => row.GetInt32(0), key.From, key.To, key.Reference, key.Total, (int)number, text)[0] > 0)
        {
            return false;
        }

        // A new text under a reference that was used before: 8 bits are soon used up.
        _forget.Run(Transaction, key.From, key.To, key.Reference, key.Total);
        _add.Run(Transaction, key.From, key.To, key.Reference, key.Total, (int)number, text, at.ToUnixTimeMilliseconds());
        return true;
    }

    public IReadOnlyList<InboundPart> Open(InboundKey key) => _open.Read(
        Transaction, row => new InboundPart(row.GetInt64(0), row.GetByte(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
        key.From, key.To, key.Reference, key.Total);

    /// <summary>Its text was handed on. The parts stay for a while, so that repetitions are known.</summary>
    public void Done(InboundKey key) => _done.Run(Transaction, key.From, key.To, key.Reference, key.Total);

    /// <summary>Parts that wait.</summary>
    public int CountOpen() => _count.Read(Transaction, static row => row.GetInt32(0))[0];

    /// <summary>Texts of which no part has come since, the oldest first.</summary>
    public IReadOnlyList<InboundKey> OpenSince(DateTimeOffset before) => _late.Read(
        Transaction, row => new InboundKey(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetByte(3)), before.ToUnixTimeMilliseconds());

    public void Trim(DateTimeOffset before) => _trim.Run(Transaction, before.ToUnixTimeMilliseconds());
}

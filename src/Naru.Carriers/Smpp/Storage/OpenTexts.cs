using Microsoft.Data.Sqlite;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>A text that may come again.</summary>
/// <param name="AcknowledgedAt">When its acknowledgement was written; null where it was not.</param>
/// <param name="Link">Onto which link.</param>
internal readonly record struct OpenText(string Reference, DateTimeOffset? AcknowledgedAt, long Link);

/// <summary>Incoming texts whose acknowledgement the carrier may not have, by what they say: hashes, not the words.</summary>
internal sealed class OpenTexts(CommandSet commands)
{
    public const string Layout = """
        CREATE TABLE open_text (reference TEXT PRIMARY KEY, fingerprint BLOB NOT NULL, at INTEGER NOT NULL, acknowledged INTEGER, link INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE INDEX open_text_fingerprint ON open_text (fingerprint);
        """;

    private readonly Command _add = commands.Make("INSERT INTO open_text (reference, fingerprint, at) VALUES ($1, $2, $3)", 3);
    private readonly Command _find = commands.Make("SELECT reference, acknowledged, link FROM open_text WHERE fingerprint = $1 ORDER BY at", 1);
    private readonly Command _acknowledge = commands.Make("UPDATE open_text SET acknowledged = $2, link = $3 WHERE reference = $1", 3);
    private readonly Command _trim = commands.Make("DELETE FROM open_text WHERE at < $1 OR acknowledged < $2", 2);

    public SqliteTransaction Transaction { private get; set; } = null!;

    public void Add(string reference, byte[] fingerprint, DateTimeOffset at) => _add.Run(Transaction, reference, fingerprint, at.ToUnixTimeMilliseconds());

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OpenText> Find(byte[] fingerprint) => _find.Read(
        Transaction, static row => new OpenText(row.GetString(0), row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt64(2)), fingerprint);

    public void Acknowledge(string reference, DateTimeOffset at, long link) => _acknowledge.Run(Transaction, reference, at.ToUnixTimeMilliseconds(), link);

    public void Trim(DateTimeOffset cameBefore, DateTimeOffset acknowledgedBefore) =>
        _trim.Run(Transaction, cameBefore.ToUnixTimeMilliseconds(), acknowledgedBefore.ToUnixTimeMilliseconds());
}

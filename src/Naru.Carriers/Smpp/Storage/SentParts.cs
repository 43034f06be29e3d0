using Microsoft.Data.Sqlite;
using Naru.Core.Messages;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>A part that the carrier took.</summary>
/// <param name="Number">From 1 to <see cref="Parts"/>.</param>
internal readonly record struct SentPart(long Row, AttemptId Attempt, int Number, int Parts);

/// <summary>
/// The message ids that the carrier gave, each with the attempt it stands for. Rows are in the order of time, so that the oldest go from one end; an id that
/// the carrier uses again stands for the newest. Where all parts of a text have one id, each receipt is for the next part without one.
/// </summary>
internal sealed class SentParts(CommandSet commands)
{
    public const string Layout = """
        CREATE TABLE sent (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL, message INTEGER NOT NULL, attempt INTEGER NOT NULL,
            number INTEGER NOT NULL, parts INTEGER NOT NULL, at INTEGER NOT NULL, code TEXT);
        CREATE INDEX sent_by_id ON sent (id);
        CREATE INDEX sent_in_parts ON sent (message, attempt) WHERE parts > 1;
        """;

    private readonly Command _add = commands.Make("INSERT INTO sent (id, message, attempt, number, parts, at) VALUES ($1, $2, $3, $4, $5, $6)", 6);
    private readonly Command _find = commands.Make("SELECT row, message, attempt, number, parts FROM sent WHERE id = $1 ORDER BY code IS NOT NULL, row DESC LIMIT 1", 1);
    private readonly Command _mark = commands.Make("UPDATE sent SET code = $2 WHERE row = $1", 2);
    private readonly Command _codes = commands.Make("SELECT number, code FROM sent WHERE message = $1 AND attempt = $2 AND parts > 1 ORDER BY row", 2);
    private readonly Command _trim = commands.Make("DELETE FROM sent WHERE row IN (SELECT row FROM sent ORDER BY row LIMIT $2) AND at < $1", 2);

    public SqliteTransaction Transaction { private get; set; } = null!;

    public void Add(string id, AttemptId attempt, int number, int parts, DateTimeOffset at) =>
        _add.Run(Transaction, id, attempt.Message.Packed, attempt.Number, number, parts, at.ToUnixTimeMilliseconds());

    public SentPart? Find(string id) => _find.Read(
        Transaction, row => new SentPart(row.GetInt64(0), new AttemptId(MessageKey.FromPacked(row.GetInt64(1)), row.GetInt32(2)), row.GetInt32(3), row.GetInt32(4)), id)
        is [var part] ? part : null;

    public void Mark(SentPart part, string code) => _mark.Run(Transaction, part.Row, code);

    /// <summary>The codes of the parts that were taken, null for those that have none yet.</summary>
    public IReadOnlyList<string?> CodesOf(AttemptId attempt) =>
        _codes.Read(Transaction, row => row.IsDBNull(1) ? null : row.GetString(1), attempt.Message.Packed, attempt.Number);

    /// <summary>Removes some of those that are older. Returns how many.</summary>
    public int Trim(DateTimeOffset before, int limit) => _trim.Run(Transaction, before.ToUnixTimeMilliseconds(), limit);
}

using System.Buffers.Binary;
using Naru.Core.Messages;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Claims;

/// <summary>The rows of claims: the log, the runs, and the list of runs.</summary>
internal sealed class ClaimTable(Session session)
{
    private Statement? _append;
    private Statement? _readLog;
    private Statement? _deleteLog;
    private Statement? _trimLog;
    private Statement? _insert;
    private Statement? _find;
    private Statement? _delete;
    private Statement? _drop;
    private Statement? _dropAbove;
    private Statement? _readRuns;
    private Statement? _addRun;
    private Statement? _deleteRun;
    private Statement? _uncount;

    public void Append(long id, UInt128 key, long message) => Bind(
        _append ??= session.Prepare("INSERT INTO claim_log (id, key, message) VALUES (?1, ?2, ?3)"), 2, key).Bind(1, id).Bind(3, message).Run();

    /// <summary>Columns: id, key, message.</summary>
    public Statement.Reading Log() => (_readLog ??= session.Prepare("SELECT id, key, message FROM claim_log ORDER BY id")).Read();

    public void DeleteLog(long id) => (_deleteLog ??= session.Prepare("DELETE FROM claim_log WHERE id = ?1")).Bind(1, id).Run();

    public void TrimLog(long to) => (_trimLog ??= session.Prepare("DELETE FROM claim_log WHERE id <= ?1")).Bind(1, to).Run();

    public void Insert(long run, UInt128 key, long message) => Bind(
        _insert ??= session.Prepare("INSERT INTO claim (run, key, message) VALUES (?1, ?2, ?3)"), 2, key).Bind(1, run).Bind(3, message).Run();

    public MessageKey? Find(long run, UInt128 key) =>
        Bind(_find ??= session.Prepare("SELECT message FROM claim WHERE run = ?1 AND key = ?2"), 2, key).Bind(1, run).ReadNumber() is { } packed
            ? MessageKey.FromPacked(packed)
            : null;

    /// <summary>False when it is not in that run.</summary>
    public bool Delete(long run, UInt128 key) =>
        Bind(_delete ??= session.Prepare("DELETE FROM claim WHERE run = ?1 AND key = ?2"), 2, key).Bind(1, run).Run() == 1;

    /// <summary>Takes rows out of a run that is dropped; true when none are left.</summary>
    public bool Drop(long run, int limit) =>
        (_drop ??= session.Prepare("DELETE FROM claim WHERE run = ?1 AND key IN (SELECT key FROM claim WHERE run = ?1 LIMIT ?2)"))
        .Bind(1, run).Bind(2, limit).Run() < limit;

    /// <summary>What a crash left of a run that was not complete.</summary>
    public void DropAbove(long run) => (_dropAbove ??= session.Prepare("DELETE FROM claim WHERE run > ?1")).Bind(1, run).Run();

    public List<ClaimRun> Runs()
    {
        using var row = (_readRuns ??= session.Prepare("SELECT id, last, log_to, filter FROM claim_run ORDER BY id")).Read();
        var runs = new List<ClaimRun>();
        while (row.Next())
        {
            runs.Add(new ClaimRun(row.Number(0), row.Number(1), row.Number(2), ClaimFilter.Of(row.Blob(3))));
        }

        return runs;
    }

    public void AddRun(ClaimRun run, long count) =>
        (_addRun ??= session.Prepare("INSERT INTO claim_run (id, count, last, log_to, filter) VALUES (?1, ?2, ?3, ?4, ?5)"))
        .Bind(1, run.Id).Bind(2, count).Bind(3, run.Last).Bind(4, run.LogTo).Bind(5, run.Filter.Bytes).Run();

    public void DeleteRun(long run) => (_deleteRun ??= session.Prepare("DELETE FROM claim_run WHERE id = ?1")).Bind(1, run).Run();

    /// <summary>One claim less; true when it was the last of the run.</summary>
    public bool Uncount(long run) =>
        (_uncount ??= session.Prepare("UPDATE claim_run SET count = count - 1 WHERE id = ?1 RETURNING count")).Bind(1, run).ReadLastNumber() <= 0;

    /// <summary>Big-endian: the order of the blobs is the order of the numbers.</summary>
    private static Statement Bind(Statement statement, int index, UInt128 key)
    {
        Span<byte> bytes = stackalloc byte[ClaimKey.Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return statement.Bind(index, bytes);
    }
}

/// <param name="Last">The highest sequence number that a claim of it names.</param>
/// <param name="LogTo">The last entry of the log that is in it.</param>
internal sealed record ClaimRun(long Id, long Last, long LogTo, ClaimFilter Filter);

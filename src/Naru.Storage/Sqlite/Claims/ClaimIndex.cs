using System.Collections.Concurrent;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite.Claims;

/// <summary>
/// Which client ids are taken. Ids are random: in one sorted table each would dirty a page of its own, 4 KiB written for 30 bytes (measured at a
/// million ids: seven times the bytes, a quarter of the rows a second). So, as a log-structured merge tree does it:
/// </summary>
/// <remarks>
/// <para>A new claim is appended to a log table and held in memory. When memory holds enough, they become one sorted run, written a few rows with
/// each commit (<see cref="ClaimFlush"/>), with a filter in memory that tells nearly always that an id is not in it.</para>
/// <para>A claim counts only while its message exists. So retention need not look for the claims of what it removes: when all messages of a run are gone,
/// the run is dropped. A purge takes its claims out one by one.</para>
/// <para>Changed by the writer's thread within its transaction; <see cref="Committed"/> or <see cref="Invalidate"/> follows. Read by anyone: take
/// <see cref="State"/> before the first read of a snapshot, because a run stands there only after it was committed.</para>
/// </remarks>
internal sealed class ClaimIndex(int inMemory)
{
    /// <summary>Rows moved with each commit, besides two for each claim that came with it.</summary>
    private const int MovedPerCommit = 256;

    private volatile ClaimState _state = ClaimState.Empty;
    private ClaimState? _next;
    private ClaimFlush? _flush;
    private bool _loaded;
    private long _lastLog;
    private long _lastRun;
    private long _trimmedTo;

    /// <summary>Claims that came into memory since it was last frozen, and with this commit.</summary>
    private int _active;
    private int _claimed;

    public ClaimState State => _state;

    /// <summary>The message that holds an id, as a reader sees it.</summary>
    public static MessageKey? Find(ClaimState state, ClaimTable table, WorkspaceId workspace, string clientId) =>
        Find(state, table, ClaimKey.Of(ClaimKind.ClientId, workspace, clientId));

    /// <summary>False when the id is taken.</summary>
    public bool TryClaim(StoreTables tables, WorkspaceId workspace, string clientId, MessageKey message)
    {
        EnsureLoaded(tables.Claims);
        var key = ClaimKey.Of(ClaimKind.ClientId, workspace, clientId);
        if (Find(_state, tables.Claims, key) is { } holder && tables.Messages.Exists(holder.Sequence))
        {
            return false;
        }

        tables.Claims.Append(++_lastLog, key, message.Packed);
        _state.Active[key] = new ClaimEntry(message.Packed, _lastLog);
        _active++;
        _claimed++;
        return true;
    }

    /// <summary>A message was removed.</summary>
    /// <param name="thorough">Its claim goes wherever it is; else a run keeps it until it is dropped.</param>
    public void Release(StoreTables tables, WorkspaceId workspace, string clientId, bool thorough)
    {
        EnsureLoaded(tables.Claims);
        var key = ClaimKey.Of(ClaimKind.ClientId, workspace, clientId);
        if (_state.Active.TryRemove(key, out var entry) || (_state.Frozen?.TryRemove(key, out entry) == true))
        {
            tables.Claims.DeleteLog(entry.LogId);
        }

        if (!thorough)
        {
            return;
        }

        _flush?.Release(tables.Claims, key);
        foreach (var run in Runs)
        {
            if (run.Filter.MayHold(key) && tables.Claims.Delete(run.Id, key) && tables.Claims.Uncount(run.Id))
            {
                Drop(tables.Claims, run);
            }
        }
    }

    /// <summary>Takes rows out of runs whose messages are all gone.</summary>
    public void DropDead(StoreTables tables, int limit)
    {
        EnsureLoaded(tables.Claims);
        var oldest = tables.Messages.First() ?? long.MaxValue;
        if (Runs.FirstOrDefault(run => run.Last < oldest) is { } dead && tables.Claims.Drop(dead.Id, limit))
        {
            Drop(tables.Claims, dead);
        }
    }

    /// <summary>Moves some claims on from the log to the runs: a part of every commit.</summary>
    public void Move(ClaimTable table)
    {
        if (!_loaded)
        {
            return;
        }

        if (_flush is null && _active >= inMemory)
        {
            _flush = new ClaimFlush(++_lastRun, _state.Active, _trimmedTo, _lastLog);
            _trimmedTo = _lastLog;
            _active = 0;
            _state = _state with { Active = NewMemory(), Frozen = _state.Active };
        }

        var claimed = _claimed;
        _claimed = 0;
        if (_flush is null)
        {
            return;
        }

        var before = _flush.Stage;
        _flush.Step(table, MovedPerCommit + (2 * claimed));
        if (_flush.Stage != before && before == FlushStage.Writing)
        {
            _next = (_next ?? _state) with { Frozen = null, Runs = _flush.Run is { } run ? [run, .. Runs] : Runs };
        }

        if (_flush.Stage == FlushStage.Done)
        {
            _flush = null;
        }
    }

    public void Committed()
    {
        if (_next is { } next)
        {
            _state = next;
            _next = null;
        }
    }

    /// <summary>The transaction was undone, and nobody knows what of it is in memory: it is read again by the next one.</summary>
    public void Invalidate()
    {
        _loaded = false;
        _next = null;
        _flush = null;
    }

    public void EnsureLoaded(ClaimTable table)
    {
        if (_loaded)
        {
            return;
        }

        var runs = table.Runs();
        runs.Reverse();
        _lastRun = runs.Count > 0 ? runs[0].Id : 0;
        _lastLog = runs.Count > 0 ? runs.Max(run => run.LogTo) : 0;
        table.DropAbove(_lastRun);
        table.TrimLog(_trimmedTo = _lastLog);
        var active = NewMemory();
        using (var row = table.Log())
        {
            while (row.Next())
            {
                _lastLog = row.Number(0);
                active[ClaimKey.Read(row.Blob(1))] = new ClaimEntry(row.Number(2), _lastLog);
            }
        }

        (_active, _claimed) = (active.Count, 0);
        _state = new ClaimState(active, null, runs);
        _loaded = true;
    }

    /// <summary>One writer, and readers that take no lock.</summary>
    private ConcurrentDictionary<UInt128, ClaimEntry> NewMemory() => new(concurrencyLevel: 1, capacity: inMemory);

    private IReadOnlyList<ClaimRun> Runs => (_next ?? _state).Runs;

    private void Drop(ClaimTable table, ClaimRun run)
    {
        table.DeleteRun(run.Id);
        _next = (_next ?? _state) with { Runs = [.. Runs.Where(other => other.Id != run.Id)] };
    }

    private static MessageKey? Find(ClaimState state, ClaimTable table, UInt128 key)
    {
        if (state.TryFindInMemory(key, out var entry))
        {
            return MessageKey.FromPacked(entry.Message);
        }

        foreach (var run in state.Runs)
        {
            if (run.Filter.MayHold(key) && table.Find(run.Id, key) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}

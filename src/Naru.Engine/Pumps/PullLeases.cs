namespace Naru.Engine.Pumps;

/// <summary>
/// Which rows of a pull queue are with a reader: on lease from the moment they are read until their consumption is durable, so two readers at once never get
/// the same one. A reading of the store may have begun before a consumption and end after it: it still brings what was consumed meanwhile. So a consumed row
/// stays on lease until every reading that was under way has ended. Thread-safe.
/// </summary>
internal sealed class PullLeases<TRow, TKey>(Func<TRow, TKey> keyOf)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly HashSet<TKey> _leased = [];
    private readonly SortedSet<long> _underWay = [];
    private readonly Queue<(long LastReading, List<TRow> Rows)> _consumed = [];
    private long _readings;

    /// <summary>The next rows, on lease to the caller; empty where none are left.</summary>
    /// <param name="read">Reads the queue, without the rows named.</param>
    public async ValueTask<List<TRow>> LeaseAsync(Func<IReadOnlySet<TKey>, ValueTask<IReadOnlyList<TRow>>> read)
    {
        while (true)
        {
            var (reading, except) = Begin();
            IReadOnlyList<TRow> rows = [];
            List<TRow> mine;
            try
            {
                rows = await read(except);
            }
            finally
            {
                mine = End(reading, rows);
            }

            // Where another reader was faster with every one of them, those behind are looked for.
            if (mine.Count > 0 || rows.Count == 0)
            {
                return mine;
            }
        }
    }

    /// <summary>The reader has them.</summary>
    /// <param name="write">Completes when that is durable; where it fails, they are given back.</param>
    public async ValueTask ConsumeAsync(List<TRow> rows, Func<ValueTask> write)
    {
        if (rows.Count == 0)
        {
            return;
        }

        try
        {
            await write();
        }
        catch
        {
            GiveBack(rows);
            throw;
        }

        Consumed(rows);
    }

    /// <summary>A reading begins: its number, and the rows that it should pass over.</summary>
    public (long Reading, HashSet<TKey> Except) Begin()
    {
        lock (_gate)
        {
            _underWay.Add(++_readings);
            return (_readings, [.. _leased]);
        }
    }

    /// <summary>The reading has ended. Those of its rows that nobody else has are now on lease to it.</summary>
    public List<TRow> End(long reading, IReadOnlyList<TRow> found)
    {
        lock (_gate)
        {
            var mine = found.Where(row => _leased.Add(keyOf(row))).ToList();
            _underWay.Remove(reading);
            while (_consumed.TryPeek(out var oldest) && (_underWay.Count == 0 || _underWay.Min > oldest.LastReading))
            {
                oldest.Rows.ForEach(row => _leased.Remove(keyOf(row)));
                _consumed.Dequeue();
            }

            return mine;
        }
    }

    /// <summary>Back into the queue.</summary>
    public void GiveBack(List<TRow> rows)
    {
        lock (_gate)
        {
            rows.ForEach(row => _leased.Remove(keyOf(row)));
        }
    }

    /// <summary>That they were consumed is durable: a reading that begins now does not find them.</summary>
    public void Consumed(List<TRow> rows)
    {
        lock (_gate)
        {
            if (_underWay.Count > 0)
            {
                _consumed.Enqueue((_readings, rows));
                return;
            }

            rows.ForEach(row => _leased.Remove(keyOf(row)));
        }
    }
}

namespace Naru.Storage.Search;

/// <summary>
/// How far the search has come. Invariant: every committed row at or below <see cref="IndexedTo"/> is in it. So a list is the index up to
/// there and the rows beyond, whatever the feeder does meanwhile. Thread-safe.
/// </summary>
/// <remarks>
/// Rows are numbered before they are committed, so a row may be committed below a row that is indexed already. The writer says so before its
/// commit is answered, and the cursor goes back behind it: those rows are looked through once more.
/// </remarks>
internal sealed class SearchCursor(long indexedTo, long committed)
{
    private readonly Lock _gate = new();
    private long _indexedTo = indexedTo;
    private long _committed = Math.Max(indexedTo, committed);
    private long _target = indexedTo;
    private long _late = long.MaxValue;

    public long IndexedTo => Volatile.Read(ref _indexedTo);

    /// <summary>The highest number that was committed.</summary>
    public long CommittedTo => Volatile.Read(ref _committed);

    /// <summary>Rows that were committed and are not in the search file yet.</summary>
    public long Lag
    {
        get
        {
            lock (_gate)
            {
                return _committed - _indexedTo;
            }
        }
    }

    /// <summary>Called by the writer after its commit and before anyone is told of it.</summary>
    public void Committed(long lowest, long highest)
    {
        lock (_gate)
        {
            _committed = Math.Max(_committed, highest);
            if (lowest <= Math.Max(_indexedTo, _target))
            {
                _late = Math.Min(_late, lowest);
                _indexedTo = Math.Min(_indexedTo, lowest - 1);
            }
        }
    }

    /// <summary>The rows to look through: after the first, up to the second. The feeder takes its snapshot after this call.</summary>
    public (long After, long To) Begin()
    {
        lock (_gate)
        {
            _target = _committed;
            _late = long.MaxValue;
            return (_indexedTo, _target);
        }
    }

    /// <summary>Everything that the snapshot held up to there is in the search file.</summary>
    public void Finish(long reached)
    {
        lock (_gate)
        {
            _indexedTo = Math.Min(reached, _late - 1);
            _target = _indexedTo;
        }
    }
}

namespace Naru.Engine.Dispatch;

/// <summary>
/// Which messages left memory while reads were on their way. Such a read may show them as they were before their last change, and
/// what were decided on that would be a report of something that never happened.
/// </summary>
internal sealed class Departures
{
    private readonly SortedSet<long> _reads = [];
    private readonly Dictionary<long, long> _leftAt = [];
    private readonly Queue<(long At, long Sequence)> _inOrder = new();
    private long _count;

    /// <summary>A read begins. Returns its number, for <see cref="LeftSince"/> and <see cref="End"/>.</summary>
    public long Begin()
    {
        _reads.Add(++_count);
        return _count;
    }

    public void Left(long sequence)
    {
        if (_reads.Count > 0)
        {
            _leftAt[sequence] = ++_count;
            _inOrder.Enqueue((_count, sequence));
        }
    }

    public bool LeftSince(long read, long sequence) => _leftAt.TryGetValue(sequence, out var at) && at > read;

    /// <summary>The read is over; what left before the oldest one that is still out is forgotten.</summary>
    public void End(long read)
    {
        _reads.Remove(read);
        var oldest = _reads.Count == 0 ? long.MaxValue : _reads.Min;
        while (_inOrder.TryPeek(out var first) && first.At < oldest)
        {
            _inOrder.Dequeue();
            if (_leftAt[first.Sequence] == first.At)
            {
                _leftAt.Remove(first.Sequence);
            }
        }
    }
}

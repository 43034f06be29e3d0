namespace Naru.Engine.Alarms;

/// <summary>Counts what happened within a span that ends now, in tenths of the span: a few numbers, however much happens.</summary>
internal sealed class UnclearWindow(TimeSpan span)
{
    private const int Slices = 10;

    private readonly Queue<(long Slice, long Count)> _slices = new();
    private readonly long _ticks = Math.Max(1, span.Ticks / Slices);
    private long _sum;

    /// <returns>How many it has been within the span.</returns>
    public long Add(long count, DateTimeOffset now)
    {
        var slice = now.UtcTicks / _ticks;
        while (_slices.TryPeek(out var oldest) && oldest.Slice <= slice - Slices)
        {
            _sum -= _slices.Dequeue().Count;
        }

        _slices.Enqueue((slice, count));
        return _sum += count;
    }
}

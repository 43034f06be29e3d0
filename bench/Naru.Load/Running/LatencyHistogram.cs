using System.Diagnostics;
using System.Numerics;
using Naru.Load.Machine;

namespace Naru.Load.Running;

/// <summary>
/// Counts durations in buckets whose width grows with the value: 64 to each power of two, so a percentile is read at most 1.6 %
/// too high. One array, no allocation per value. Not thread-safe.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;
    private const int SubBuckets = 1 << SubBits;

    // Microseconds up to 2^40, which is twelve days.
    private readonly long[] _buckets = new long[SubBuckets * (40 - SubBits + 2)];

    public long Count { get; private set; }

    public TimeSpan Max { get; private set; }

    public void Record(long stopwatchTicks)
    {
        var duration = Stopwatch.GetElapsedTime(0, Math.Max(0, stopwatchTicks));
        _buckets[BucketOf((long)duration.TotalMicroseconds)]++;
        Count++;
        if (duration > Max)
            Max = duration;
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _buckets.Length; i++)
            _buckets[i] += other._buckets[i];
        Count += other.Count;
        if (other.Max > Max)
            Max = other.Max;
    }

    /// <summary>The duration that a share of <paramref name="fraction"/> of all values did not exceed; zero when there are none.</summary>
    public TimeSpan Percentile(double fraction)
    {
        var left = (long)Math.Ceiling(Count * fraction);
        for (var i = 0; i < _buckets.Length && Count > 0; i++)
        {
            left -= _buckets[i];
            if (left <= 0)
                return TimeSpan.FromMicroseconds(Math.Min(UpperEdge(i), Max.TotalMicroseconds));
        }

        return TimeSpan.Zero;
    }

    public override string ToString() =>
        $"p50 {Figures.Time(Percentile(0.5))}, p90 {Figures.Time(Percentile(0.9))}, p99 {Figures.Time(Percentile(0.99))}, "
        + $"p99.9 {Figures.Time(Percentile(0.999))}, max {Figures.Time(Max)}";

    public void Clear()
    {
        Array.Clear(_buckets);
        Count = 0;
        Max = TimeSpan.Zero;
    }

    private static int BucketOf(long micros)
    {
        if (micros < SubBuckets)
            return (int)micros;
        var power = Math.Min(BitOperations.Log2((ulong)micros), 40) - SubBits;
        return (power + 1) * SubBuckets + (int)((micros >> power) & (SubBuckets - 1));
    }

    private static long UpperEdge(int bucket)
    {
        if (bucket < SubBuckets)
            return bucket;
        var power = bucket / SubBuckets - 1;
        return ((long)(SubBuckets + bucket % SubBuckets + 1) << power) - 1;
    }
}

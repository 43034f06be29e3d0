namespace Naru.Server.Operations.Metrics;

/// <summary>The number behind one label set of one metric. Thread-safe without locks: measurements come for every message.</summary>
internal abstract class Cell(LabelSet labels)
{
    public LabelSet Labels { get; } = labels;

    public abstract void Record(long value);

    public abstract void Record(double value);

    /// <summary>Adds without a lock; a lost race is tried again.</summary>
    protected static void Add(ref double sum, double value)
    {
        var seen = Volatile.Read(ref sum);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref sum, seen + value, seen);
            if (before.Equals(seen))
            {
                return;
            }

            seen = before;
        }
    }
}

/// <summary>Counters and up-down counters. Whole numbers are added by one instruction; only fractions need the loop.</summary>
internal sealed class SumCell(LabelSet labels) : Cell(labels)
{
    private long _whole;
    private double _fraction;

    public double Value => Interlocked.Read(ref _whole) + Volatile.Read(ref _fraction);

    public override void Record(long value) => Interlocked.Add(ref _whole, value);

    public override void Record(double value) => Add(ref _fraction, value);
}

/// <summary>Gauges, and everything observed: the last value holds.</summary>
internal sealed class LastCell(LabelSet labels) : Cell(labels)
{
    private double _value;

    public double Value => Volatile.Read(ref _value);

    public override void Record(long value) => Record((double)value);

    public override void Record(double value) => Volatile.Write(ref _value, value);
}

/// <summary>A histogram. Its count is the sum of its buckets, so that a scrape never shows one without the other.</summary>
internal sealed class HistogramCell(LabelSet labels, double[] bounds) : Cell(labels)
{
    private readonly long[] _buckets = new long[bounds.Length + 1];
    private double _sum;

    public double Sum => Volatile.Read(ref _sum);

    public IReadOnlyList<double> Bounds => bounds;

    public long Bucket(int index) => Interlocked.Read(ref _buckets[index]);

    public override void Record(long value) => Record((double)value);

    public override void Record(double value)
    {
        if (double.IsNaN(value))
        {
            // Fits no bucket, and would make the sum unusable for good.
            return;
        }

        var found = Array.BinarySearch(bounds, value);
        Interlocked.Increment(ref _buckets[found >= 0 ? found : ~found]);
        Add(ref _sum, value);
    }
}

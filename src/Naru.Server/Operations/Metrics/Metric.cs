using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Naru.Server.Operations.Metrics;

/// <summary>
/// One metric and its label sets. Thread-safe. A measurement with tags seen before finds its cell in <see cref="_byTags"/> without a lock and
/// without garbage; a new one is given a cell by its printed labels, so that tags in another order, or 1 and "1", share one line.
/// </summary>
internal sealed class Metric(string name, MetricKind kind, string help, bool observed, double[] bounds, int maxLabelSets)
{
    private readonly ConcurrentDictionary<TagKey, Cell> _byTags = new(TagKey.Comparer.Instance);
    private readonly ConcurrentDictionary<LabelSet, Cell> _byLabels = new();
    private readonly Lock _adding = new();
    private Cell? _untagged;
    private int _tagKeys;
    private int _labelSets;

    public string Name { get; } = name;

    public MetricKind Kind { get; } = kind;

    public string Help { get; } = help;

    public IEnumerable<Cell> Cells => _byLabels.Values;

    public static Metric For(Instrument instrument, MetricKind kind, int maxLabelSets) => new(
        PrometheusNames.Metric(instrument.Name, instrument.Unit, kind),
        kind,
        instrument.Description ?? "",
        instrument.IsObservable,
        kind == MetricKind.Histogram ? Buckets.Of(instrument) : [],
        maxLabelSets);

    public Cell CellOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return Volatile.Read(ref _untagged) ?? Add(tags);
        }

        return _byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var cell) ? cell : Add(tags);
    }

    /// <summary>Before observed values are asked for again: what is no longer reported must not be shown.</summary>
    public void ForgetObserved()
    {
        if (!observed)
        {
            return;
        }

        lock (_adding)
        {
            _byTags.Clear();
            _byLabels.Clear();
            Volatile.Write(ref _untagged, null);
            _tagKeys = _labelSets = 0;
        }
    }

    private Cell Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelSet.From(tags);
        lock (_adding)
        {
            if (!_byLabels.TryGetValue(labels, out var cell))
            {
                labels = _labelSets < maxLabelSets ? labels : LabelSet.Overflow;
                cell = _byLabels.GetOrAdd(labels, NewCell);
                _labelSets++;
            }

            if (tags.IsEmpty)
            {
                Volatile.Write(ref _untagged, cell);
            }
            else if (_tagKeys < 2 * maxLabelSets && _byTags.TryAdd(new TagKey(tags.ToArray()), cell))
            {
                _tagKeys++;
            }

            return cell;
        }
    }

    private Cell NewCell(LabelSet labels) => Kind switch
    {
        MetricKind.Histogram => new HistogramCell(labels, bounds),
        MetricKind.Gauge => new LastCell(labels),
        _ when observed => new LastCell(labels),
        _ => new SumCell(labels),
    };
}

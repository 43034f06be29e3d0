using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;

namespace Naru.Server.Operations.Metrics;

/// <summary>
/// Listens to the meters of this application and keeps their numbers for <c>/metrics</c>. It must exist before what it counts: counters start
/// at its construction. Meters of another application in the same process (their scope is another factory) are not heard.
/// </summary>
public sealed partial class MetricsCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, Metric> _metrics = new(StringComparer.Ordinal);
    private readonly Lock _scraping = new();
    private readonly MetricsOptions _options;
    private readonly IMeterFactory _factory;
    private readonly ILogger<MetricsCollector> _log;

    public MetricsCollector(MetricsOptions options, IMeterFactory factory, ILogger<MetricsCollector> log)
    {
        _options = options;
        _factory = factory;
        _log = log;
        _listener.InstrumentPublished = Hear;
        ListenWhole<byte>();
        ListenWhole<short>();
        ListenWhole<int>();
        ListenWhole<long>();
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, state) => ((Metric)state!).CellOf(tags).Record((double)value));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((Metric)state!).CellOf(tags).Record(value));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, state) => ((Metric)state!).CellOf(tags).Record((double)value));
        _listener.Start();
    }

    /// <summary>All metrics in the Prometheus text format 0.0.4, observed ones asked anew.</summary>
    public string Scrape()
    {
        lock (_scraping)
        {
            foreach (var metric in _metrics.Values)
            {
                metric.ForgetObserved();
            }

            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException failures)
            {
                // The others have been asked all the same; a scrape without one gauge is better than none.
                foreach (var failure in failures.InnerExceptions)
                {
                    LogNotObserved(_log, failure);
                }
            }

            return PrometheusText.Write(_metrics.Values.OrderBy(metric => metric.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _listener.Dispose();

    private void ListenWhole<T>()
        where T : struct, INumber<T> =>
        _listener.SetMeasurementEventCallback<T>(static (_, value, tags, state) => ((Metric)state!).CellOf(tags).Record(long.CreateTruncating(value)));

    private void Hear(Instrument instrument, MeterListener listener)
    {
        if (!Concerns(instrument.Meter) || MetricKinds.Of(instrument) is not { } kind)
        {
            return;
        }

        var made = Metric.For(instrument, kind, _options.MaxLabelSets);
        var metric = _metrics.GetOrAdd(made.Name, made);
        if (metric.Kind != kind)
        {
            LogNameTaken(_log, instrument.Meter.Name, instrument.Name, made.Name);
            return;
        }

        listener.EnableMeasurementEvents(instrument, metric);
    }

    private bool Concerns(Meter meter) =>
        (meter.Scope is null || ReferenceEquals(meter.Scope, _factory))
        && _options.Meters.Any(name =>
            meter.Name.StartsWith(name, StringComparison.Ordinal) && (meter.Name.Length == name.Length || meter.Name[name.Length] == '.'));

    [LoggerMessage(6001, LogLevel.Warning, "A value for /metrics could not be observed")]
    private static partial void LogNotObserved(ILogger logger, Exception failure);

    [LoggerMessage(6002, LogLevel.Warning, "Instrument {Instrument} of meter {Meter} is left out: {Metric} is already a metric of another kind")]
    private static partial void LogNameTaken(ILogger logger, string meter, string instrument, string metric);
}

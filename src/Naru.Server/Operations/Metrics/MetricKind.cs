using System.Diagnostics.Metrics;

namespace Naru.Server.Operations.Metrics;

/// <summary>What an instrument is to Prometheus.</summary>
internal enum MetricKind
{
    Counter = 1,
    UpDown = 2,
    Gauge = 3,
    Histogram = 4,
}

internal static class MetricKinds
{
    /// <summary>Null for a kind of instrument that is not known here.</summary>
    public static MetricKind? Of(Instrument instrument)
    {
        var type = instrument.GetType();
        if (!type.IsGenericType)
        {
            return null;
        }

        var open = type.GetGenericTypeDefinition();
        return open switch
        {
            _ when open == typeof(Counter<>) || open == typeof(ObservableCounter<>) => MetricKind.Counter,
            _ when open == typeof(UpDownCounter<>) || open == typeof(ObservableUpDownCounter<>) => MetricKind.UpDown,
            _ when open == typeof(Gauge<>) || open == typeof(ObservableGauge<>) => MetricKind.Gauge,
            _ when open == typeof(Histogram<>) => MetricKind.Histogram,
            _ => null,
        };
    }
}

using System.Diagnostics.Metrics;

namespace Naru.Server.Operations.Metrics;

/// <summary>Upper bounds of histograms: those that the instrument itself advises, else fixed ones for its unit.</summary>
internal static class Buckets
{
    /// <summary>From a commit on a fast disk (half a millisecond) to a push that ran into its time-out.</summary>
    private static readonly double[] s_seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    /// <summary>Up to 4,096: a full flush of the engine.</summary>
    private static readonly double[] s_rows = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

    private static readonly double[] s_bytes = [256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216];

    private static readonly double[] s_other = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    public static double[] Of(Instrument instrument) => Advised(instrument) ?? instrument.Unit switch
    {
        "s" => s_seconds,
        "{row}" or "{message}" or "{report}" => s_rows,
        "By" => s_bytes,
        _ => s_other,
    };

    private static double[]? Advised(Instrument instrument)
    {
        double[]? bounds = instrument switch
        {
            Histogram<double> histogram => [.. histogram.Advice?.HistogramBucketBoundaries ?? []],
            Histogram<long> histogram => [.. (histogram.Advice?.HistogramBucketBoundaries ?? []).Select(bound => (double)bound)],
            Histogram<int> histogram => [.. (histogram.Advice?.HistogramBucketBoundaries ?? []).Select(bound => (double)bound)],
            _ => null,
        };
        return bounds is { Length: > 0 } ? bounds : null;
    }
}

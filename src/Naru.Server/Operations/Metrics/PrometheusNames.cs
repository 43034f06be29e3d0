using System.Text;

namespace Naru.Server.Operations.Metrics;

/// <summary>
/// Names as Prometheus allows them, made as OpenTelemetry's compatibility page says: dots become underscores, the unit stands at the end,
/// counters end in <c>_total</c>; so that dashboards made for others fit.
/// </summary>
internal static class PrometheusNames
{
    public static string Metric(string name, string? unit, MetricKind kind)
    {
        var clean = Clean(name, colons: true);
        var suffix = UnitSuffix(unit);
        if (suffix is not null && !clean.EndsWith("_" + suffix, StringComparison.Ordinal))
        {
            clean = $"{clean}_{suffix}";
        }

        return kind == MetricKind.Counter && !clean.EndsWith("_total", StringComparison.Ordinal) ? clean + "_total" : clean;
    }

    public static string Label(string name) => Clean(name, colons: false);

    public static string TypeWord(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        MetricKind.UpDown or MetricKind.Gauge => "gauge",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Units in braces, such as <c>{message}</c>, only say what is counted and do not appear in the name.</summary>
    private static string? UnitSuffix(string? unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "%" => "percent",
        _ => null,
    };

    private static string Clean(string name, bool colons)
    {
        var builder = new StringBuilder(name.Length + 1);
        foreach (var character in name)
        {
            builder.Append(char.IsAsciiLetterOrDigit(character) || character == '_' || (colons && character == ':') ? character : '_');
        }

        if (builder.Length == 0 || char.IsAsciiDigit(builder[0]))
        {
            builder.Insert(0, '_');
        }

        return builder.ToString();
    }
}

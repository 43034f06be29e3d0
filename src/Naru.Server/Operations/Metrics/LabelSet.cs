using System.Globalization;
using System.Text;

namespace Naru.Server.Operations.Metrics;

/// <summary>Labels as Prometheus reads them, sorted by name and escaped: <c>a="1",b="x"</c>; empty when there are none.</summary>
internal readonly record struct LabelSet(string Text)
{
    public static readonly LabelSet None = new("");

    /// <summary>Stands for all label sets beyond the bound (the name is OpenTelemetry's).</summary>
    public static readonly LabelSet Overflow = new("otel_metric_overflow=\"true\"");

    public static LabelSet From(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return None;
        }

        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            var name = PrometheusNames.Label(key);
            var text = Print(value);
            // Two keys that become one name are joined, as OpenTelemetry asks: neither may vanish.
            labels[name] = labels.TryGetValue(name, out var other) ? $"{other};{text}" : text;
        }

        var builder = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            builder.Append(builder.Length == 0 ? "" : ",").Append(name).Append("=\"");
            Escape(builder, value);
            builder.Append('"');
        }

        return new LabelSet(builder.ToString());
    }

    private static string Print(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void Escape(StringBuilder builder, string value)
    {
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => builder.Append("\\\\"),
                '"' => builder.Append("\\\""),
                '\n' => builder.Append("\\n"),
                _ => builder.Append(character),
            };
        }
    }
}

using System.Globalization;
using System.Text;

namespace Naru.Server.Operations.Metrics;

/// <summary>The Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var metric in metrics)
        {
            var cells = metric.Cells.OrderBy(cell => cell.Labels.Text, StringComparer.Ordinal).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            if (metric.Help.Length > 0)
            {
                text.Append("# HELP ").Append(metric.Name).Append(' ').Append(EscapeHelp(metric.Help)).Append('\n');
            }

            text.Append("# TYPE ").Append(metric.Name).Append(' ').Append(PrometheusNames.TypeWord(metric.Kind)).Append('\n');
            foreach (var cell in cells)
            {
                WriteCell(text, metric.Name, cell);
            }
        }

        return text.ToString();
    }

    private static void WriteCell(StringBuilder text, string name, Cell cell)
    {
        switch (cell)
        {
            case HistogramCell histogram:
                WriteHistogram(text, name, histogram);
                break;
            case SumCell sum:
                WriteLine(text, name, cell.Labels.Text, Print(sum.Value));
                break;
            case LastCell last:
                WriteLine(text, name, cell.Labels.Text, Print(last.Value));
                break;
            default:
                throw new InvalidOperationException($"No text for {cell.GetType()}.");
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, HistogramCell cell)
    {
        var labels = cell.Labels.Text;
        var comma = labels.Length == 0 ? "" : ",";
        var count = 0L;
        for (var i = 0; i <= cell.Bounds.Count; i++)
        {
            count += cell.Bucket(i);
            var bound = i < cell.Bounds.Count ? Print(cell.Bounds[i]) : "+Inf";
            WriteLine(text, name + "_bucket", $"{labels}{comma}le=\"{bound}\"", Print(count));
        }

        WriteLine(text, name + "_sum", labels, Print(cell.Sum));
        WriteLine(text, name + "_count", labels, Print(count));
    }

    private static void WriteLine(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }

    private static string Print(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Print(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string EscapeHelp(string help) => help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}

using System.Globalization;

namespace Naru.Load.Machine;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    public static string Time(TimeSpan time) => time.TotalMicroseconds switch
    {
        < 1_000 and var micros => $"{micros.ToString("0", CultureInfo.InvariantCulture)} µs",
        < 1_000_000 and var micros => $"{(micros / 1_000).ToString("0.0", CultureInfo.InvariantCulture)} ms",
        var micros => $"{(micros / 1_000_000).ToString("0.00", CultureInfo.InvariantCulture)} s",
    };

    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Bytes(double bytes) => bytes switch
    {
        < 10_000 => $"{Count(bytes)} B",
        < 10_000_000 => $"{Count(bytes / 1_000)} kB",
        _ => $"{Count(bytes / 1_000_000)} MB",
    };
}

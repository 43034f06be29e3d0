using System.Globalization;

namespace Naru.Console.Text;

/// <summary>Lengths of time, short and the same in both languages.</summary>
public static class Lengths
{
    /// <summary>48h · 1h 30m · 90s · 250ms</summary>
    public static string Of(TimeSpan length)
    {
        if (length < TimeSpan.FromSeconds(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{length.TotalMilliseconds:0}ms");
        }

        if (length < TimeSpan.FromMinutes(2))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.#}s");
        }

        var minutes = length.Minutes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{length.Minutes}m");
        var hours = (long)length.TotalHours;
        return hours == 0 ? minutes : string.Create(CultureInfo.InvariantCulture, $"{hours}h {minutes}").TrimEnd();
    }
}

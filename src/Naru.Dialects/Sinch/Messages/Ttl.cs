using System.Globalization;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>"10s"</c>, <c>"3.5s"</c>: a duration as Protobuf prints it (contracts/sinch.md §3.3).</summary>
internal static class Ttl
{
    public const string Rule = "must be a number of seconds from 3 to 315576000000 followed by 's', such as \"60s\"";

    private const decimal Least = 3;
    private const decimal Most = 315_576_000_000;
    private const int MaxLength = 32;

    public static TimeSpan? Read(ref StrictJson json)
    {
        var faults = json.Faults.Count;
        if (json.String("ttl", MaxLength) is not { } text || json.Faults.Count > faults)
        {
            return null;
        }

        if (TryParse(text, out var ttl))
        {
            return ttl;
        }

        json.Fault("ttl", Rule);
        return null;
    }

    public static bool TryParse(string text, out TimeSpan ttl)
    {
        ttl = default;
        if (text.Length < 2 || text[^1] != 's' || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^2])
            || !decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < Least or > Most)
        {
            return false;
        }

        ttl = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return true;
    }
}

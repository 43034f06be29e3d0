using System.Globalization;

namespace Naru.Dialects.Sinch;

/// <summary>RFC 3339: written in UTC with milliseconds, <c>2026-11-02T01:02:03.456Z</c>; read with any offset and up to nine digits of a second.</summary>
internal static class SinchTime
{
    public const string Rule = "must be a time of RFC 3339, such as 2026-11-02T01:02:03.456Z";

    /// <summary>Of what is written.</summary>
    public const int Length = 24;

    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] s_read =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>The same as UTF-8, for callbacks: the hot path. Returns <see cref="Length"/>.</summary>
    public static int Format(DateTimeOffset at, Span<byte> utf8)
    {
        // "O" is fast and has four digits more than are wanted.
        Span<byte> exact = stackalloc byte[28];
        at.UtcDateTime.TryFormat(exact, out _, "O", CultureInfo.InvariantCulture);
        exact[..(Length - 1)].CopyTo(utf8);
        utf8[Length - 1] = (byte)'Z';
        return Length;
    }

    public static bool TryParse(string text, out DateTimeOffset at)
    {
        at = default;
        var upper = text.ToUpperInvariant();
        return (upper.EndsWith('Z') || (upper.Length > 6 && upper[^6] is '+' or '-' && upper[^3] == ':'))
            && DateTimeOffset.TryParseExact(Shortened(upper), s_read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
    }

    /// <summary>Nanoseconds have two digits more than a tick.</summary>
    private static string Shortened(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return text;
        }

        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = end - point - 1;
        return digits is > 7 and <= 9 ? string.Concat(text.AsSpan(0, point + 8), text.AsSpan(end)) : text;
    }
}

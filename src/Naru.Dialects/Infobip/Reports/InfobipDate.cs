using System.Globalization;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>
/// Dates as <c>2026-10-01T00:00:02.120+0000</c>: milliseconds, and an offset without a colon (contracts/infobip.md §1). Read are also the
/// forms that the SDKs send: <c>+09:00</c>, <c>Z</c>, no or up to nine digits of a second.
/// </summary>
internal static class InfobipDate
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'";

    /// <summary>What is said to a caller whose date cannot be read.</summary>
    public const string Rule = "must be a date-time such as 2026-10-01T09:00:00.000+0900";

    private static readonly string[] s_patterns =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>Writes the 28 characters of <see cref="Format"/>.</summary>
    public static bool TryFormat(DateTimeOffset at, Span<char> into, out int written) =>
        at.UtcDateTime.TryFormat(into, out written, Pattern, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset at)
    {
        at = default;
        return text.Length is >= 20 and <= 40
            && (text[19] != '.' || (text.Length > 20 && char.IsAsciiDigit(text[20])))
            && DateTimeOffset.TryParseExact(WithColon(text), s_patterns, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);
    }

    /// <summary><c>Z</c>, <c>+0900</c>, and a <c>+</c> that a query string turned into a space, become <c>+09:00</c>; digits beyond 100 ns are cut.</summary>
    private static string WithColon(string text)
    {
        var zone = text.Length;
        for (var i = 19; i < text.Length; i++)
        {
            if (text[i] is 'Z' or 'z' or '+' or '-' or ' ')
            {
                zone = i;
                break;
            }
        }

        var second = text[..Math.Min(zone, 27)];
        var offset = text[zone..].Replace(' ', '+');
        return offset switch
        {
            "Z" or "z" => second + "+00:00",
            { Length: 5 } when offset[3] != ':' => $"{second}{offset[..3]}:{offset[3..]}",
            { Length: 3 } => $"{second}{offset}:00",
            _ => second + offset,
        };
    }
}

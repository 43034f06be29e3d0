using System.Buffers;

namespace Naru.Server.Logging;

/// <summary>
/// Texts with many digits that are no phone numbers and that an operator searches for: ids, instants, addresses. Each shape is narrow, because
/// whatever fits it is shown.
/// </summary>
internal static class KnownShapes
{
    private static readonly SearchValues<char> s_crockford = SearchValues.Create("0123456789ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz");

    /// <summary>How long the known shape is that begins here; 0 when there is none.</summary>
    public static int LengthAt(string text, int at)
    {
        if (!IsTokenStart(text, at))
        {
            return 0;
        }

        var rest = text.AsSpan(at);
        return FirstOf(IdLength(rest), InstantLength(rest), DateLength(rest), TimeLength(rest), AddressLength(rest), HexLiteralLength(rest));
    }

    /// <summary>A shape so plain that it ends a run of digits before it. A date alone does not: it may be the middle of a number.</summary>
    public static bool IsIdOrInstantAt(string text, int at) =>
        IsTokenStart(text, at) && FirstOf(IdLength(text.AsSpan(at)), InstantLength(text.AsSpan(at))) > 0;

    private static int IdLength(ReadOnlySpan<char> rest) => FirstOf(UuidLength(rest), UlidLength(rest), TraceIdLength(rest));

    private static int UuidLength(ReadOnlySpan<char> rest) => rest.Length >= 36 && EndsAt(rest, 36) && Guid.TryParseExact(rest[..36], "D", out _) ? 36 : 0;

    /// <summary>
    /// 26 characters of Crockford's base 32 whose time lies between 2021 and 2100 (<c>01F…</c> to <c>03…</c>): a domestic number in front of
    /// letters (<c>010…</c>) would be of 2004.
    /// </summary>
    private static int UlidLength(ReadOnlySpan<char> rest)
    {
        const int Length = 26;
        if (rest.Length < Length || !EndsAt(rest, Length) || rest[..Length].ContainsAnyExcept(s_crockford))
        {
            return 0;
        }

        return rest[0] == '0' && (rest[1] is '2' or '3' || (rest[1] == '1' && char.ToUpperInvariant(rest[2]) >= 'F')) ? Length : 0;
    }

    /// <summary>32 hexadecimal digits in lower case, one of them a letter at least: a W3C trace id.</summary>
    private static int TraceIdLength(ReadOnlySpan<char> rest)
    {
        const int Length = 32;
        return rest.Length >= Length && EndsAt(rest, Length) && !rest[..Length].ContainsAnyExcept("0123456789abcdef") && rest[..Length].ContainsAnyInRange('a', 'f')
            ? Length
            : 0;
    }

    /// <summary>ISO 8601 with a time: <c>2026-11-02T09:00:00.000+09:00</c>, also with a space, and with a zone without its colon.</summary>
    private static int InstantLength(ReadOnlySpan<char> rest)
    {
        if (!IsDate(rest) || rest.Length < 16 || rest[10] is not ('T' or ' '))
        {
            return 0;
        }

        var time = TimeLength(rest[11..], seconds: false);
        return time == 0 ? 0 : 11 + time + ZoneLength(rest[(11 + time)..]);
    }

    private static int DateLength(ReadOnlySpan<char> rest) => IsDate(rest) && EndsAt(rest, 10) && !GoesOnAt(rest, 10) ? 10 : 0;

    private static bool IsDate(ReadOnlySpan<char> rest) =>
        Fits(rest, "dddd-dd-dd") && rest[0] is '1' or '2' && Number(rest[5..7]) is >= 1 and <= 12 && Number(rest[8..10]) is >= 1 and <= 31;

    private static int TimeLength(ReadOnlySpan<char> rest) => TimeLength(rest, seconds: true);

    private static int TimeLength(ReadOnlySpan<char> rest, bool seconds)
    {
        if (!Fits(rest, "dd:dd"))
        {
            return 0;
        }

        if (!Fits(rest, "dd:dd:dd"))
        {
            return seconds || !EndsAt(rest, 5) ? 0 : 5;
        }

        var end = 8;
        if (end + 1 < rest.Length && rest[end] is '.' or ',' && char.IsAsciiDigit(rest[end + 1]))
        {
            end++;
            while (end < rest.Length && end < 16 && char.IsAsciiDigit(rest[end]))
            {
                end++;
            }
        }

        return end < rest.Length && char.IsDigit(rest[end]) ? 0 : end;
    }

    private static int ZoneLength(ReadOnlySpan<char> rest) => rest switch
    {
        ['Z', ..] => 1,
        ['+' or '-', ..] when Fits(rest[1..], "dd:dd") && EndsAt(rest, 6) => 6,
        ['+' or '-', ..] when Fits(rest[1..], "dddd") && EndsAt(rest, 5) => 5,
        _ => 0,
    };

    /// <summary>An IPv4 address as it is printed: four numbers up to 255, no leading zeros.</summary>
    private static int AddressLength(ReadOnlySpan<char> rest)
    {
        var at = 0;
        for (var part = 0; part < 4; part++)
        {
            if (part > 0 && (at >= rest.Length || rest[at++] != '.'))
            {
                return 0;
            }

            var start = at;
            while (at < rest.Length && at - start < 4 && char.IsAsciiDigit(rest[at]))
            {
                at++;
            }

            if (at - start is 0 or > 3 || Number(rest[start..at]) > 255 || (rest[start] == '0' && at - start > 1))
            {
                return 0;
            }
        }

        return EndsAt(rest, at) && !GoesOnAt(rest, at) ? at : 0;
    }

    /// <summary><c>0x80004005</c>, as errors of the system are printed.</summary>
    private static int HexLiteralLength(ReadOnlySpan<char> rest)
    {
        if (rest is not ['0', 'x', ..])
        {
            return 0;
        }

        var length = 2;
        while (length < rest.Length && char.IsAsciiHexDigit(rest[length]))
        {
            length++;
        }

        return length is > 2 and <= 10 && EndsAt(rest, length) ? length : 0;
    }

    /// <summary>No letter or digit stands before it, and no plus: that would make it a number.</summary>
    private static bool IsTokenStart(string text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) && (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || char.IsDigit(text[at - 1]) || text[at - 1] == '+'));

    private static bool EndsAt(ReadOnlySpan<char> rest, int at) => at >= rest.Length || !(char.IsAsciiLetterOrDigit(rest[at]) || char.IsDigit(rest[at]));

    /// <summary>More digits follow behind a separator, as in a number that is grouped like a date.</summary>
    private static bool GoesOnAt(ReadOnlySpan<char> rest, int at)
    {
        var behind = rest[at..].TrimStart(" -.()+");
        return behind.Length < rest.Length - at && behind.Length > 0 && char.IsDigit(behind[0]);
    }

    private static bool Fits(ReadOnlySpan<char> rest, string shape)
    {
        if (rest.Length < shape.Length)
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 'd' ? !char.IsAsciiDigit(rest[i]) : rest[i] != shape[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static int FirstOf(params ReadOnlySpan<int> lengths)
    {
        foreach (var length in lengths)
        {
            if (length > 0)
            {
                return length;
            }
        }

        return 0;
    }
}

namespace Naru.Server.Logging;

/// <summary>
/// Hides phone numbers in text: every run of seven or more digits, however it is grouped (<c>+82 10-1234-5678</c>, <c>010.1234.5678</c>,
/// <c>%2B82%2010…</c>), keeps its first four and last two digits. It cannot know which numbers are phones, so it hides them all, except those of
/// <see cref="KnownShapes"/>, without which a log is of no use, and the ranges that the caller vouches for.
/// </summary>
internal static class PhoneMask
{
    /// <summary>The shortest number of E.164, and of a Korean landline without its area code.</summary>
    private const int ShortestPhone = 7;

    private const int KeptAhead = 4;
    private const int KeptBehind = 2;

    /// <summary>As in <c>+82 (0)10 - 1234</c>.</summary>
    private const int MostSeparators = 3;

    public static string Apply(string text) => Apply(text, []);

    /// <param name="kept">Ranges that are known to hold no phone number, in order.</param>
    public static string Apply(string text, IReadOnlyList<(int Start, int End)> kept)
    {
        if (CountDigits(text) < ShortestPhone)
        {
            return text;
        }

        char[]? masked = null;
        var digits = new List<int>();
        var nextKept = 0;
        for (var at = 0; at < text.Length;)
        {
            while (nextKept < kept.Count && kept[nextKept].End <= at)
            {
                nextKept++;
            }

            var (start, end) = nextKept < kept.Count ? kept[nextKept] : (text.Length, text.Length);
            if (at >= start)
            {
                at = end;
            }
            else if (KnownShapes.LengthAt(text, at) is > 0 and var length)
            {
                at += length;
            }
            else if (char.IsDigit(text[at]))
            {
                at = ReadRun(text, at, start, digits);
                Hide(text, digits, ref masked);
            }
            else
            {
                at++;
            }
        }

        return masked is null ? text : new string(masked);
    }

    private static void Hide(string text, List<int> digits, ref char[]? masked)
    {
        if (digits.Count < ShortestPhone)
        {
            return;
        }

        masked ??= text.ToCharArray();
        for (var i = KeptAhead; i < digits.Count - KeptBehind; i++)
        {
            masked[digits[i]] = '*';
        }
    }

    /// <summary>Collects where the digits of a run stand; returns where the text goes on.</summary>
    private static int ReadRun(string text, int at, int limit, List<int> digits)
    {
        digits.Clear();
        var end = at;
        while (at < limit && char.IsDigit(text[at]))
        {
            digits.Add(at);
            end = ++at;
            for (var separators = 0; separators < MostSeparators && at < limit && SeparatorAt(text, at) is > 0 and var length; separators++)
            {
                at += length;
            }

            if (at > end && at < limit && KnownShapes.IsIdOrInstantAt(text, at))
            {
                break;
            }
        }

        return end;
    }

    private static int SeparatorAt(string text, int at) => text[at] switch
    {
        ' ' or '-' or '.' or '(' or ')' or '+' or '\t' or '\u00A0' or (>= '\u2010' and <= '\u2015') or '\u3000' => 1,
        '%' when text.AsSpan(at + 1) is ['2', '0' or '8' or '9' or 'B' or 'b' or 'D' or 'd', ..] => 3,
        _ => 0,
    };

    private static int CountDigits(string text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsDigit(character) ? 1 : 0;
        }

        return count;
    }
}

using System.Globalization;

namespace Naru.Core.Templates;

/// <summary>What the summary of an item list may say: an amount of money (3040, rules §1.2).</summary>
public static class SummaryAmount
{
    /// <summary>Units as they are written behind an amount in Korean; beside them any currency sign and any three capitals (ISO 4217).</summary>
    private static readonly string[] s_units = ["원", "달러", "유로", "엔", "위안"];

    /// <summary>The first character that it may not hold, at most one more than its length; null where all is well.</summary>
    public static int? FirstFault(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || c is ',' or ' ' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol)
            {
                continue;
            }

            if (c == '.')
            {
                if (DigitsFrom(text, i + 1) > 2)
                {
                    return i;
                }

                continue;
            }

            if (UnitAt(text, i) is not { } length)
            {
                return i;
            }

            i += length - 1;
        }

        return null;
    }

    private static int DigitsFrom(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static int? UnitAt(string text, int start)
    {
        foreach (var unit in s_units)
        {
            if (string.CompareOrdinal(text, start, unit, 0, unit.Length) == 0)
            {
                return unit.Length;
            }
        }

        var capitals = start;
        while (capitals < text.Length && char.IsAsciiLetterUpper(text[capitals]))
        {
            capitals++;
        }

        return capitals - start == 3 ? 3 : null;
    }
}

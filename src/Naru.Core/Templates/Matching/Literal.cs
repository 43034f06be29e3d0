namespace Naru.Core.Templates.Matching;

/// <summary>A fixed piece of a template. Immutable and thread-safe.</summary>
/// <param name="Text">May be empty.</param>
/// <param name="Start">Where it stands in the template, line ends normalised.</param>
internal sealed record Literal(string Text, int Start)
{
    /// <summary>
    /// A short head is found fast by the processor's wide instructions, and as it is short at no more than this many comparisons a
    /// character; the rest is compared only where the head stands.
    /// </summary>
    private const int HeadLength = 4;

    /// <summary>For each length of a beginning of <see cref="Text"/>: the longest shorter one that ends it too. Made when first needed.</summary>
    private int[]? _borders;

    /// <summary>
    /// The first place of it, or −1. Linear in the length of <paramref name="text"/> plus its own, whatever the two hold: a text that keeps
    /// agreeing almost to the end ("aaaa…" against "aa…ab") uses up what the fast way may cost, and the rest goes by Knuth, Morris and Pratt.
    /// </summary>
    public int FindIn(ReadOnlySpan<char> text)
    {
        if (Text.Length <= HeadLength)
        {
            return Text.Length == 0 ? 0 : text.IndexOf(Text, StringComparison.Ordinal);
        }

        var head = Text.AsSpan(0, HeadLength);
        var from = 0;
        for (long spent = 0; spent <= (4L * from) + 1024;)
        {
            var found = text[from..].IndexOf(head);
            if (found < 0 || text.Length - from - found < Text.Length)
            {
                return -1;
            }

            found += from;
            var agreed = text[found..].CommonPrefixLength(Text);
            if (agreed == Text.Length)
            {
                return found;
            }

            from = found + 1;
            spent += agreed + HeadLength;
        }

        var rest = LongestBeginning(text[from..]);
        return rest.Length == Text.Length ? from + rest.Start : -1;
    }

    /// <summary>The longest beginning of it that stands in the text, the first of equals; it ends the search where it is found whole.</summary>
    public (int Start, int Length) LongestBeginning(ReadOnlySpan<char> text)
    {
        var borders = _borders ??= BordersOf(Text);
        var best = (Start: 0, Length: 0);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            while (length > 0 && text[i] != Text[length])
            {
                length = borders[length];
            }

            if (Text.Length > 0 && text[i] == Text[length])
            {
                length++;
            }

            if (length > best.Length)
            {
                best = (i + 1 - length, length);
                if (length == Text.Length)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static int[] BordersOf(string text)
    {
        var borders = new int[text.Length + 1];
        var length = 0;
        for (var i = 1; i < text.Length; i++)
        {
            while (length > 0 && text[i] != text[length])
            {
                length = borders[length];
            }

            if (text[i] == text[length])
            {
                length++;
            }

            borders[i + 1] = length;
        }

        return borders;
    }
}

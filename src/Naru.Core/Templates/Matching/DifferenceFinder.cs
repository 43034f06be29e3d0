namespace Naru.Core.Templates.Matching;

/// <summary>
/// Says where a text that does not match its template leaves it, as a person would: not where the search gave up, but between what
/// still agrees on both sides. Linear.
/// </summary>
/// <remarks>
/// From the front, literals are taken at their first place, from the back at their last: the first literal that cannot be placed from the
/// front has to lie in what remains between. In that gap the longest beginning and the longest end of the literal are looked for;
/// what lies between those two is the difference.
/// </remarks>
internal static class DifferenceFinder
{
    /// <summary>More of the text than this, either way, tells nobody anything.</summary>
    private const int MostShown = 60;

    public static TextDifference Find(string place, IReadOnlyList<Literal> literals, string text, bool emptyValues)
    {
        var least = emptyValues ? 0 : 1;
        var first = literals[0];
        var agreed = text.AsSpan().CommonPrefixLength(first.Text);
        if (agreed < first.Text.Length)
        {
            return Between(place, first, agreed, EndOf(first, text, agreed), text, agreed, text.Length);
        }

        if (literals.Count == 1)
        {
            // It goes on behind the template's end.
            return new TextDifference(place, agreed, "", Cut(text[agreed..])) { TemplatePosition = agreed };
        }

        var (failed, position) = Forward(literals, text, least);
        var limit = Backward(literals, text, failed, position, least);
        var literal = literals[failed];
        if (failed == literals.Count - 1)
        {
            // The last one has to end the text.
            var ending = CommonSuffix(text.AsSpan(position), literal.Text);
            if (ending < literal.Text.Length)
            {
                var (start, length) = literal.LongestBeginning(text.AsSpan(position));
                return length > ending || (length > 0 && position + start + length <= text.Length - ending)
                    ? Between(place, literal, length, Math.Min(ending, literal.Text.Length - length), text, position + start + length, text.Length)
                    : Between(place, literal, 0, ending, text, position, text.Length);
            }

            // It does, and leaves nothing for the variable before it.
            return new TextDifference(place, position, "", "") { TemplatePosition = literals[failed - 1].Start + literals[failed - 1].Text.Length };
        }

        var gap = text.AsSpan(position, limit - position);
        var (begins, begun) = literal.LongestBeginning(gap);
        var behind = gap[(begins + begun)..];
        var ended = Math.Min(LongestEnd(literal, behind, out var endsAt), literal.Text.Length - begun);
        var from = position + begins + begun;
        return ended > 0 && endsAt <= 2 * literal.Text.Length
            ? Between(place, literal, begun, ended, text, from, from + endsAt + ended)
            : Between(place, literal, begun, 0, text, from, Math.Min(limit, from + literal.Text.Length - begun));
    }

    /// <summary>The first literal that cannot be placed, and where the one before it ended.</summary>
    private static (int Failed, int Position) Forward(IReadOnlyList<Literal> literals, string text, int least)
    {
        var position = literals[0].Text.Length;
        for (var i = 1; i < literals.Count - 1; i++)
        {
            var from = position + least;
            var found = from > text.Length ? -1 : literals[i].FindIn(text.AsSpan(from));
            if (found < 0)
            {
                return (i, position);
            }

            position = from + found + literals[i].Text.Length;
        }

        return (literals.Count - 1, position);
    }

    /// <summary>Where the literals behind the failed one begin, placed from the back; the text's end where they cannot be.</summary>
    private static int Backward(IReadOnlyList<Literal> literals, string text, int failed, int position, int least)
    {
        var backwards = Reverse(text);
        var limit = text.Length;
        for (var i = literals.Count - 1; i > failed; i--)
        {
            var literal = new Literal(Reverse(literals[i].Text), 0);
            var found = literal.FindIn(backwards.AsSpan(text.Length - limit));
            var at = limit - found - literal.Text.Length;
            if (found < 0 || (i == literals.Count - 1 && found > 0) || at - least < position)
            {
                return limit;
            }

            limit = at - least;
        }

        return limit;
    }

    /// <summary>The longest end of the literal that stands in the text, and where.</summary>
    private static int LongestEnd(Literal literal, ReadOnlySpan<char> text, out int start)
    {
        var reversed = new Literal(Reverse(literal.Text), 0);
        var (at, length) = reversed.LongestBeginning(Reverse(text));
        start = text.Length - at - length;
        return length;
    }

    private static int EndOf(Literal literal, string text, int agreed) =>
        Math.Min(LongestEnd(literal, text.AsSpan(agreed, Math.Min(text.Length - agreed, 2 * literal.Text.Length)), out _), literal.Text.Length - agreed);

    /// <param name="begun">So many of the literal's first characters agree, up to <paramref name="from"/>.</param>
    /// <param name="ended">So many of its last agree again, and end at <paramref name="to"/> at the latest.</param>
    private static TextDifference Between(string place, Literal literal, int begun, int ended, string text, int from, int to)
    {
        var expected = literal.Text[begun..(literal.Text.Length - ended)];
        var end = expected.Length == 0 ? to : Math.Min(to, from + expected.Length);
        if (ended > 0)
        {
            var found = text.AsSpan(from, to - from).IndexOf(literal.Text.AsSpan(literal.Text.Length - ended), StringComparison.Ordinal);
            end = found < 0 ? to : from + found;
            if (begun == 0)
            {
                // What lies between is the value before it and then the difference: as much of it as is missing.
                from = Math.Max(from, end - expected.Length);
            }
        }

        return new TextDifference(place, from, Cut(expected), Cut(text[from..end])) { TemplatePosition = literal.Start + begun };
    }

    private static int CommonSuffix(ReadOnlySpan<char> text, string literal)
    {
        var length = 0;
        while (length < text.Length && length < literal.Length && text[^(length + 1)] == literal[^(length + 1)])
        {
            length++;
        }

        return length;
    }

    private static string Cut(string text) => text.Length <= MostShown ? text : string.Concat(text.AsSpan(0, MostShown), "…");

    private static string Reverse(ReadOnlySpan<char> text)
    {
        var characters = text.ToArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}

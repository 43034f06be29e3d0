namespace Naru.Console.Parts;

/// <summary>Cuts a text into plain runs and web addresses. What is shown is always the text itself; only http and https become links.</summary>
public static class LinkedText
{
    public readonly record struct Run(string Text, bool IsLink);

    public static IEnumerable<Run> Cut(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var start = NextLink(text, position);
            if (start < 0)
            {
                break;
            }

            var end = EndOfLink(text, start);
            if (!IsWeb(text[start..end]))
            {
                end = Math.Min(start + 1, text.Length);
                yield return new Run(text[position..end], false);
                position = end;
                continue;
            }

            if (start > position)
            {
                yield return new Run(text[position..start], false);
            }

            yield return new Run(text[start..end], true);
            position = end;
        }

        if (position < text.Length)
        {
            yield return new Run(text[position..], false);
        }
    }

    /// <summary>Whether a browser may be sent there. Everything else (app schemes, <c>javascript:</c>) is shown and never followed.</summary>
    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static int NextLink(string text, int from)
    {
        var plain = text.IndexOf("http://", from, StringComparison.OrdinalIgnoreCase);
        var secure = text.IndexOf("https://", from, StringComparison.OrdinalIgnoreCase);
        return plain < 0 ? secure : secure < 0 ? plain : Math.Min(plain, secure);
    }

    // Hangul ends an address, as "https://naru.example/a에서" is meant; a full stop or bracket at its end belongs to the sentence.
    private static int EndOfLink(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '`'))
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '\'')
        {
            end--;
        }

        return end;
    }
}

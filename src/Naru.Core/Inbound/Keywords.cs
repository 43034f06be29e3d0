namespace Naru.Core.Inbound;

/// <summary>Words by which a workspace tells apart what people write to its numbers: <c>QUIZ Paris</c> is an answer to the quiz.</summary>
public static class Keywords
{
    /// <summary>Of a workspace. Ours: the vendor names no limit.</summary>
    public const int Most = 100;

    /// <summary>Characters of one; the vendor's limit (contracts/openapi/infobip, inbound configuration).</summary>
    public const int MaxLength = 50;

    private static readonly char[] s_separators = [',', '\n', '\r', ' ', '\t'];

    /// <summary>Reads what an operator wrote: words with commas, spaces or line breaks between. Null where it is too much.</summary>
    public static IReadOnlyList<string>? Read(string? written)
    {
        var words = (written ?? "").Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return words.Length <= Most && Array.TrueForAll(words, static word => word.Length <= MaxLength) ? words : null;
    }

    /// <summary>The keyword that a text begins with, in upper or lower case, as the workspace writes it; null where it begins with none.</summary>
    public static string? Find(string text, IReadOnlyList<string> keywords)
    {
        var first = FirstWord(text);
        foreach (var keyword in keywords)
        {
            if (first.Equals(keyword, StringComparison.OrdinalIgnoreCase))
            {
                return keyword;
            }
        }

        return null;
    }

    /// <summary>The text without its keyword.</summary>
    public static string Without(string text, string? keyword)
    {
        if (keyword is null)
        {
            return text;
        }

        var begin = text.AsSpan().TrimStart();
        return begin[keyword.Length..].Trim().ToString();
    }

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var rest = text.AsSpan().TrimStart();
        for (var i = 0; i < rest.Length; i++)
        {
            if (char.IsWhiteSpace(rest[i]))
            {
                return rest[..i];
            }
        }

        return rest;
    }
}

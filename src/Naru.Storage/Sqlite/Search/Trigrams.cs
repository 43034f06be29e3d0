using System.Text;

namespace Naru.Storage.Sqlite.Search;

/// <summary>A text as a full-text query: the trigrams that a message containing it must have. Without positions more cannot be asked.</summary>
internal static class Trigrams
{
    /// <summary>Shorter texts have none.</summary>
    public const int Length = 3;

    /// <summary>More would not narrow the result, only the time.</summary>
    private const int Most = 48;

    /// <summary>Null when the text is too short for trigrams.</summary>
    public static string? Query(string text)
    {
        // The tokenizer counts code points and ends at a zero.
        var points = text.EnumerateRunes().TakeWhile(point => point.Value != 0).ToArray();
        if (points.Length < Length)
        {
            return null;
        }

        var asked = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Length <= points.Length && asked.Count < Most; i++)
        {
            var trigram = new StringBuilder();
            for (var j = i; j < i + Length; j++)
            {
                trigram.Append(points[j].ToString());
            }

            asked.Add($"\"{trigram.Replace("\"", "\"\"")}\"");
        }

        return string.Join(" AND ", asked);
    }
}

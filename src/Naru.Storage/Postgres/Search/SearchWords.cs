using System.Text;
using Naru.Core.Messages;
using Naru.Storage.Queries;

namespace Naru.Storage.Postgres.Search;

/// <summary>
/// Words as they stand in the text tables and as they are asked for: in capitals, one for one as an ordinal comparison without case sees them. What no
/// column can hold is replaced on both sides, so nothing is missed; what is found too much is seen on the message itself.
/// </summary>
internal static class SearchWords
{
    /// <summary>Shorter texts have no trigram.</summary>
    private const int ShortestIndexed = 3;

    public static string Of(Envelope envelope) => Storable(SearchedText.Of(envelope));

    /// <summary>As a pattern of LIKE; null when the text is too short for the index.</summary>
    public static string? Pattern(string text)
    {
        var asked = Storable(text);
        return asked.EnumerateRunes().Count() < ShortestIndexed
            ? null
            : $"%{asked.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
    }

    private static string Storable(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Halves of surrogate pairs come as the replacement character.
            words.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        }

        return words.ToString().ToUpperInvariant();
    }
}

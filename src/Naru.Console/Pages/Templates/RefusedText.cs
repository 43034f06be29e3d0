using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>The place at which a message leaves its template, in the text that was to be sent.</summary>
/// <param name="Before">What stands before it; the beginning is cut off where it is long.</param>
/// <param name="After">What stands behind it; the end is cut off where it is long.</param>
public sealed record RefusedText(TextDifference Difference, string Before, string After)
{
    private const int Around = 60;

    public static RefusedText? Of(AlimTalkContent content, TextDifference? difference)
    {
        if (difference is null)
        {
            return null;
        }

        // Positions count a line end as one character.
        var text = TextAt(content, difference.Place).ReplaceLineEndings("\n");
        var from = Math.Clamp(difference.Position, 0, text.Length);
        var to = Math.Min(text.Length, from + difference.Found.Length);
        return text.AsSpan(from, to - from).SequenceEqual(difference.Found)
            ? new RefusedText(difference, (from > Around ? "…" : "") + text[Math.Max(0, from - Around)..from], text[to..Math.Min(text.Length, to + Around)] + (text.Length > to + Around ? "…" : ""))
            : new RefusedText(difference, (from > Around ? "…" : "") + text[Math.Max(0, from - Around)..from], "");
    }

    /// <summary>A message has the parts of a template, by the same names.</summary>
    private static string TextAt(AlimTalkContent content, string place)
    {
        var parts = content.Parts ?? new AlimTalkParts();
        var details = new TemplateDetails("", content.Text)
        {
            Title = content.Title,
            Header = parts.Header,
            Highlight = parts.Highlight,
            Items = parts.Items,
            Summary = parts.Summary,
            Link = parts.Link,
            Buttons = content.Buttons,
            QuickReplies = parts.QuickReplies,
        };
        return TemplateParts.Of(details).FirstOrDefault(part => string.Equals(part.Place, place, StringComparison.Ordinal)).Text ?? "";
    }
}

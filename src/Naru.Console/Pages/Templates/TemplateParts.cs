using System.Globalization;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>A template taken apart: every text in it by its place, and put together again with its variables filled.</summary>
internal static class TemplateParts
{
    /// <summary>Every text that is there, in the order in which it is read, by the names that findings have as places.</summary>
    public static IEnumerable<(string Place, string Text)> Of(TemplateDetails details)
    {
        var parts = new List<(string Place, string? Text)>
        {
            ("name", details.Name),
            ("categoryCode", details.CategoryCode),
            ("title", details.Title),
            ("subtitle", details.Subtitle),
            ("imageName", details.ImageName),
            ("imageUrl", details.ImageUrl),
            ("header", details.Header),
            ("highlight.title", details.Highlight?.Title),
            ("highlight.description", details.Highlight?.Description),
            ("highlight.imageUrl", details.Highlight?.ImageUrl),
        };
        for (var i = 0; i < details.Items.Count; i++)
        {
            parts.Add((At("items", i) + "title", details.Items[i].Title));
            parts.Add((At("items", i) + "description", details.Items[i].Description));
        }

        parts.Add(("summary.title", details.Summary?.Title));
        parts.Add(("summary.description", details.Summary?.Description));
        parts.Add(("text", details.Text));
        parts.Add(("extra", details.Extra));
        Add(parts, "buttons", details.Buttons);
        Add(parts, "quickReplies", details.QuickReplies);
        parts.Add(("link.linkMobile", details.Link?.LinkMobile));
        parts.Add(("link.linkPc", details.Link?.LinkPc));
        parts.Add(("link.schemeAndroid", details.Link?.SchemeAndroid));
        parts.Add(("link.schemeIos", details.Link?.SchemeIos));
        return parts.Where(part => !string.IsNullOrEmpty(part.Text)).Select(part => (part.Place, part.Text!));
    }

    /// <summary>The variables of a template, each once, in the order in which they are read.</summary>
    public static IReadOnlyList<string> VariablesOf(TemplateDetails details) =>
        [.. Of(details).Where(part => MayHaveVariables(part.Place)).SelectMany(part => TemplatePattern.Parse(part.Text).Names).Distinct(StringComparer.Ordinal)];

    /// <summary>The template with its variables filled; one without a value stays as it is.</summary>
    public static TemplateDetails Fill(TemplateDetails details, IReadOnlyDictionary<string, string> values)
    {
        return values.Count == 0
            ? details
            : details with
            {
                Title = In(details.Title),
                Header = In(details.Header),
                Highlight = details.Highlight is { } highlight ? highlight with { Title = In(highlight.Title)!, Description = In(highlight.Description)! } : null,
                Items = [.. details.Items.Select(item => item with { Description = In(item.Description)! })],
                Summary = details.Summary is { } summary ? summary with { Description = In(summary.Description)! } : null,
                Text = In(details.Text)!,
                Link = details.Link is { } link ? new RepresentLink(In(link.LinkMobile), In(link.LinkPc), In(link.SchemeAndroid), In(link.SchemeIos)) : null,
                Buttons = [.. details.Buttons.Select(Filled)],
                QuickReplies = [.. details.QuickReplies.Select(Filled)],
            };

        Button Filled(Button button) => button with
        {
            LinkMobile = In(button.LinkMobile),
            LinkPc = In(button.LinkPc),
            SchemeAndroid = In(button.SchemeAndroid),
            SchemeIos = In(button.SchemeIos),
        };

        string? In(string? text)
        {
            List<string>? missing = null;
            return text is null ? null : TemplatePattern.Parse(text).Fill(values, ref missing);
        }
    }

    /// <summary>Names, subtitles and further information have none (rules §1.2, §1.3): what looks like one there is found fault with.</summary>
    private static bool MayHaveVariables(string place) =>
        place is "title" or "header" or "highlight.title" or "highlight.description" or "summary.description" or "text"
        || place.StartsWith("link.", StringComparison.Ordinal)
        || (place.StartsWith("items[", StringComparison.Ordinal) && place.EndsWith(".description", StringComparison.Ordinal))
        || place.Contains("].link", StringComparison.Ordinal)
        || place.Contains("].scheme", StringComparison.Ordinal);

    private static void Add(List<(string Place, string? Text)> parts, string list, IReadOnlyList<Button> buttons)
    {
        for (var i = 0; i < buttons.Count; i++)
        {
            var (at, button) = (At(list, i), buttons[i]);
            parts.Add((at + "kind", button.Kind.ToString()));
            parts.Add((at + "name", button.Name));
            parts.Add((at + "target", button.Target));
            var written = ButtonForm.Of(button);
            parts.AddRange(ButtonShape.AllMembers.Select(member => (at + member, (string?)written.Text(member))));
        }
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].");
}

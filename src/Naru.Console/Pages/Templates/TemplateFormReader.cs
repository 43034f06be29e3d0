using Microsoft.AspNetCore.Http;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>Reads the editor's form. Nothing is refused here; what cannot be is left out.</summary>
internal static class TemplateFormReader
{
    /// <summary>More than any template may have: what is too many is shown and found fault with.</summary>
    public const int MaxRows = 30;

    private const int MaxValues = 200;

    public static TemplateForm Read(IFormCollection form)
    {
        return new TemplateForm
        {
            Code = Line("code").Trim(),
            Name = Line("name"),
            Category = Line("categoryCode"),
            Kind = Choice<TemplateKind>("kind"),
            Emphasis = Choice<Emphasis>("emphasis"),
            Title = Line("title"),
            Subtitle = Line("subtitle"),
            ImageName = Line("imageName"),
            ImageUrl = Line("imageUrl"),
            Header = Line("header"),
            HighlightTitle = Line("highlight.title"),
            HighlightDescription = Line("highlight.description"),
            HighlightImage = Line("highlight.imageUrl"),
            Items = [.. Rows(i => form.ContainsKey($"items[{i}].title") ? new ListItem(Line($"items[{i}].title"), Line($"items[{i}].description")) : null)],
            SummaryTitle = Line("summary.title"),
            SummaryDescription = Line("summary.description"),
            Text = Lines("text"),
            Extra = Lines("extra"),
            Security = form["security"] == "on",
            LinkMobile = Line("link.linkMobile"),
            LinkPc = Line("link.linkPc"),
            LinkAndroid = Line("link.schemeAndroid"),
            LinkIos = Line("link.schemeIos"),
            Buttons = [.. Rows(i => ButtonForm.Read(form, $"buttons[{i}]"))],
            QuickReplies = [.. Rows(i => ButtonForm.Read(form, $"quickReplies[{i}]"))],
            Values = ReadValues(form),
        };

        string Line(string name) => form[name].ToString();

        // Forms send line ends as CR LF; KakaoTalk and every template counts one character.
        string Lines(string name) => form[name].ToString().ReplaceLineEndings("\n");

        T Choice<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(form[name], out var value) && Enum.IsDefined(value) ? value : default;
    }

    /// <summary>The values that variables were filled with: <c>values[i].name</c> and <c>values[i].value</c>. Empty ones are none.</summary>
    public static Dictionary<string, string> ReadValues(IFormCollection form)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < MaxValues && form.TryGetValue($"values[{i}].name", out var name); i++)
        {
            if (form[$"values[{i}].value"].ToString().ReplaceLineEndings("\n") is { Length: > 0 } value)
            {
                values.TryAdd(name.ToString(), value);
            }
        }

        return values;
    }

    private static IEnumerable<T> Rows<T>(Func<int, T?> read)
        where T : class
    {
        for (var i = 0; i < MaxRows && read(i) is { } row; i++)
        {
            yield return row;
        }
    }
}

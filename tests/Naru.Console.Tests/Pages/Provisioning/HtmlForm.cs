using System.Net;
using System.Text.RegularExpressions;
using Naru.Console.Access;

namespace Naru.Console.Tests.Pages.Provisioning;

/// <summary>The fields of the editor's form as a browser without a script would send them.</summary>
internal static partial class HtmlForm
{
    public static IReadOnlyList<(string Name, string Value)> Fields(string html)
    {
        var start = html.IndexOf("<form class=\"editor\"", StringComparison.Ordinal);
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = new List<(string Name, string Value)>();
        foreach (Match tag in Element().Matches(form))
        {
            var (name, kind) = (Attribute(tag.Value, "name"), Attribute(tag.Value, "type"));
            if (name is null || name == Visitor.FormField || (kind is "radio" or "checkbox" && !tag.Value.Contains(" checked", StringComparison.Ordinal)))
            {
                continue;
            }

            fields.Add((name, tag.Groups["tag"].Value switch
            {
                "input" => Attribute(tag.Value, "value") ?? (kind == "checkbox" ? "on" : ""),
                "textarea" => WithoutFirstBreak(WebUtility.HtmlDecode(tag.Groups["content"].Value)),
                _ => Attribute(Chosen().Match(tag.Groups["content"].Value).Value, "value") ?? "",
            }));
        }

        return fields;
    }

    /// <summary>The first line break after the tag is the tag's.</summary>
    private static string WithoutFirstBreak(string content) => content.StartsWith('\n') ? content[1..] : content;

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag[..tag.IndexOf('>', StringComparison.Ordinal)], $" {name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
    }

    [GeneratedRegex(@"<(?<tag>input)\b[^>]*>|<(?<tag>textarea|select)\b[^>]*>(?<content>.*?)</\k<tag>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Element();

    [GeneratedRegex(@"<option[^>]* selected[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Chosen();
}

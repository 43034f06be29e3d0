using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>A link of a button, a quick reply or the bubble.</summary>
/// <param name="IsScheme">It opens an app, not a page.</param>
internal readonly record struct LintLink(string Place, string Url, bool IsScheme)
{
    public static IEnumerable<LintLink> Of(TemplateDetails template) =>
        Of("buttons", template.Buttons).Concat(Of("quickReplies", template.QuickReplies)).Concat(Of(template.Link));

    private static IEnumerable<LintLink> Of(string list, IReadOnlyList<Button> buttons) =>
        buttons.SelectMany((button, i) => Of($"{list}[{i}]", button.LinkMobile, button.LinkPc, button.SchemeAndroid, button.SchemeIos));

    private static IEnumerable<LintLink> Of(RepresentLink? link) =>
        link is null ? [] : Of("link", link.LinkMobile, link.LinkPc, link.SchemeAndroid, link.SchemeIos);

    private static IEnumerable<LintLink> Of(string place, string? mobile, string? pc, string? android, string? ios)
    {
        (string Member, string? Url, bool IsScheme)[] links =
            [("linkMobile", mobile, false), ("linkPc", pc, false), ("schemeAndroid", android, true), ("schemeIos", ios, true)];
        return links.Where(link => !string.IsNullOrEmpty(link.Url)).Select(link => new LintLink($"{place}.{link.Member}", link.Url!, link.IsScheme));
    }
}

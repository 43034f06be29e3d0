using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>How long each part of a template may be (rules §1.2, §1.3): what the editor counts against. The linter judges.</summary>
internal static class TemplateLimits
{
    public const int Name = 150;
    public const int Code = 30;
    public const int Subtitle = 50;
    public const int Extra = 500;
    public const int Header = 16;
    public const int ItemTitle = 6;
    public const int ItemDescription = 23;
    public const int SummaryDescription = 14;
    public const int ButtonName = 14;

    /// <summary>Beside an item list.</summary>
    public const int TextBesideList = 700;

    /// <summary>Null where nothing is counted.</summary>
    public static int? Of(string place, TemplateDetails details, AlimTalkRules rules) => place switch
    {
        "name" => Name,
        "text" => details.Emphasis == Emphasis.ItemList ? Math.Min(TextBesideList, rules.MaxText) : rules.MaxText,
        "title" => rules.MaxTitle,
        "subtitle" => Subtitle,
        "extra" => Extra,
        "header" => Header,
        "highlight.title" => details.Highlight?.ImageUrl is null ? 30 : 21,
        "highlight.description" => details.Highlight?.ImageUrl is null ? 19 : 13,
        "summary.title" => ItemTitle,
        "summary.description" => SummaryDescription,
        _ when place.StartsWith("items[", StringComparison.Ordinal) => place.EndsWith(".title", StringComparison.Ordinal) ? ItemTitle : ItemDescription,
        _ when place.EndsWith("].name", StringComparison.Ordinal) => ButtonName,
        _ when place.EndsWith("].chatExtra", StringComparison.Ordinal) || place.EndsWith("].chatEvent", StringComparison.Ordinal) => rules.MaxChatData,
        _ when place.EndsWith(".pluginId", StringComparison.Ordinal) => 24,
        _ when place.EndsWith(".extras.phone", StringComparison.Ordinal) => 14,
        _ when IsLink(place) => rules.MaxLink,
        _ => null,
    };

    /// <summary>The parts that are too long, with what they have and what they may have.</summary>
    public static IEnumerable<(string Place, int Count, int Limit)> Overruns(TemplateDetails details, AlimTalkRules rules) =>
        from part in TemplateParts.Of(details)
        let limit = Of(part.Place, details, rules)
        where limit is not null && part.Text.Length > limit
        select (part.Place, part.Text.Length, limit.Value);

    private static bool IsLink(string place) =>
        place.StartsWith("link.", StringComparison.Ordinal) || place.Contains("].link", StringComparison.Ordinal) || place.Contains("].scheme", StringComparison.Ordinal);
}

using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>How long each part of a template may be (rules §1.2, §1.3): what the editor counts against. The linter judges.</summary>
internal static class TemplateLimits
{
    /// <summary>Of a code: the directory stores no longer one.</summary>
    public const int Code = 30;

    /// <summary>Null where nothing is counted.</summary>
    public static int? Of(string place, TemplateDetails details, AlimTalkRules rules) => place switch
    {
        "name" => rules.MaxName,
        "text" => rules.RoomForText(details),
        "title" => rules.MaxTitle,
        "subtitle" => AlimTalkLimits.Subtitle,
        "extra" => AlimTalkLimits.Extra,
        "header" => AlimTalkLimits.Header,
        "highlight.title" => AlimTalkLimits.OfHighlightTitle(details.Highlight?.ImageUrl is not null),
        "highlight.description" => AlimTalkLimits.OfHighlightDescription(details.Highlight?.ImageUrl is not null),
        "summary.title" => AlimTalkLimits.SummaryTitle,
        "summary.description" => AlimTalkLimits.SummaryDescription,
        _ when place.StartsWith("items[", StringComparison.Ordinal) => place.EndsWith(".title", StringComparison.Ordinal) ? AlimTalkLimits.ItemTitle : AlimTalkLimits.ItemDescription,
        _ when place.EndsWith("].name", StringComparison.Ordinal) => AlimTalkLimits.ButtonName,
        _ when place.EndsWith("].chatExtra", StringComparison.Ordinal) || place.EndsWith("].chatEvent", StringComparison.Ordinal) => rules.MaxChatData,
        _ when place.EndsWith(".pluginId", StringComparison.Ordinal) => AlimTalkLimits.PluginId,
        _ when place.EndsWith(".extras.phone", StringComparison.Ordinal) => AlimTalkLimits.Phone,
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

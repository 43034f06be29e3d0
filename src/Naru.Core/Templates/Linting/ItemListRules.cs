using Naru.Core.Content;

namespace Naru.Core.Templates.Linting;

/// <summary>Header, highlight and items of an item list.</summary>
internal static class ItemListRules
{
    private static readonly LintRule Unasked = new(
        "item-list-without-emphasis", Severity.Error,
        new("헤더, 하이라이트, 아이템은 아이템 리스트형에만 쓸 수 있습니다.", "Header, highlight and items belong to the emphasis ITEM_LIST."), "rules §1.2")
    {
        Predicts = ["3031", "3033", "3036", "3038"],
    };

    private static readonly LintRule Empty = new(
        "item-list-empty", Severity.Error,
        new("아이템 리스트형에는 이미지, 헤더, 하이라이트, 아이템 가운데 하나가 있어야 합니다.", "ITEM_LIST needs an image, a header, a highlight or items."), "rules §1.2") { DealerCodes = ["-3035"] };

    private static readonly LintRule Incomplete = new(
        "item-list-incomplete", Severity.Hint,
        new("아이템과 함께 이미지, 헤더, 하이라이트 가운데 하나를 두는 편이 안전합니다.", "Better have items, and an image, header or highlight beside them."), "rules §1.2 (dealers differ)");

    private static readonly LintRule ItemsMissing = new(
        "items-missing", Severity.Error, new("설정에 따라 아이템이 있어야 합니다.", "By the installation's setting an item list has items."), "rules §1.2 (KAPI)") { Predicts = ["3036"] };

    private static readonly LintRule TooFew = new("items-too-few", Severity.Error, new("아이템은 2개부터입니다.", "There are two items at least."), "rules §1.2") { Predicts = ["3036"] };

    private static readonly LintRule TooMany = new("items-too-many", Severity.Error, new("아이템은 10개까지입니다.", "There are ten items at most."), "rules §1.2") { Predicts = ["3036"] };

    private static readonly LintRule ItemIncomplete = new(
        "item-incomplete", Severity.Error, new("아이템에는 제목과 설명이 있어야 합니다.", "An item has a title and a description."), "rules §1.2") { Predicts = ["3036", "3038"] };

    private static readonly LintRule TitleTooLong = new("item-title-too-long", Severity.Error, new("아이템 제목은 6자까지입니다.", "An item's title has at most 6 characters."), "rules §1.2") { Predicts = ["3036", "3038"] };

    private static readonly LintRule TitleVariable = new(
        "item-title-variable", Severity.Error, new("아이템 제목에는 변수를 쓸 수 없습니다.", "An item's title holds no variables."), "rules §1.2")
    {
        Predicts = ["3036", "3038"], DealerCodes = ["-3037", "-3038"],
    };

    private static readonly LintRule DescriptionTooLong = new(
        "item-description-too-long", Severity.Error, new("아이템 설명은 23자까지입니다.", "An item's description has at most 23 characters."), "rules §1.2") { Predicts = ["3037"] };

    private static readonly LintRule HeaderTooLong = new("header-too-long", Severity.Error, new("헤더는 16자까지입니다.", "The header has at most 16 characters."), "rules §1.2")
    {
        Predicts = ["3032"], DealerCodes = ["-2035"],
    };

    private static readonly LintRule HighlightIncomplete = new(
        "highlight-incomplete", Severity.Error, new("하이라이트에는 제목과 설명이 있어야 합니다.", "The highlight has a title and a description."), "rules §1.2") { Predicts = ["3033"] };

    private static readonly LintRule HighlightTitle = new(
        "highlight-title-too-long", Severity.Error,
        new("하이라이트 제목은 30자, 썸네일이 있으면 21자까지입니다.", "The highlight's title has at most 30 characters, 21 beside a thumbnail."), "rules §1.2")
    {
        Predicts = ["3034"], DealerCodes = ["-3040"],
    };

    private static readonly LintRule HighlightDescription = new(
        "highlight-description-too-long", Severity.Error,
        new("하이라이트 설명은 19자, 썸네일이 있으면 13자까지입니다.", "The highlight's description has at most 19 characters, 13 beside a thumbnail."), "rules §1.2")
    {
        Predicts = ["3035"], DealerCodes = ["-3040"],
    };

    private static readonly LintRule Secured = new(
        "item-list-security", Severity.Error, new("아이템 리스트형은 보안 템플릿이 될 수 없습니다.", "An item list cannot be a security template."), "rules §1.2") { DealerCodes = ["-3036"] };

    public static readonly LintRule[] All =
    [
        Unasked, Empty, Incomplete, ItemsMissing, TooFew, TooMany, ItemIncomplete, TitleTooLong, TitleVariable, DescriptionTooLong, HeaderTooLong,
        HighlightIncomplete, HighlightTitle, HighlightDescription, Secured,
    ];

    public static void Check(LintRun run)
    {
        var template = run.Template;
        if (template.Emphasis != Emphasis.ItemList)
        {
            if (FirstPart(template) is { } part)
            {
                run.Add(
                    Unasked, part, new("이 강조 유형에서는 쓸 수 없는 항목입니다.", "This emphasis has no such part."),
                    new("강조 유형을 ITEM_LIST로 바꾸거나 항목을 지우십시오.", "Choose the emphasis ITEM_LIST, or take it away."));
            }

            return;
        }

        CheckParts(run);
        run.AddTooLong(HeaderTooLong, "header", template.Header, AlimTalkLimits.Header, "헤더", "Header");
        CheckHighlight(run);
        for (var i = 0; i < template.Items.Count; i++)
        {
            CheckItem(run, $"items[{i}]", template.Items[i], AlimTalkLimits.ItemTitle);
            run.AddTooLong(DescriptionTooLong, $"items[{i}].description", template.Items[i].Description, AlimTalkLimits.ItemDescription, "아이템 설명", "Item description");
        }

        if (template.Security)
        {
            run.Add(Secured, "security", new("아이템 리스트형에는 보안 설정을 쓸 수 없습니다.", "Security cannot be set on an item list."), new("보안 설정을 끄십시오.", "Switch it off."));
        }
    }

    /// <summary>What items and summary have in common.</summary>
    public static void CheckItem(LintRun run, string place, ListItem item, int longestTitle)
    {
        if (string.IsNullOrWhiteSpace(item.Title) || string.IsNullOrWhiteSpace(item.Description))
        {
            run.Add(
                ItemIncomplete, string.IsNullOrWhiteSpace(item.Title) ? $"{place}.title" : $"{place}.description",
                new("제목이나 설명이 비어 있습니다.", "Its title or description is empty."), new("둘 다 적거나 항목을 지우십시오.", "Write both, or take it away."));
        }

        run.AddTooLong(TitleTooLong, $"{place}.title", item.Title, longestTitle, "아이템 제목", "Item title");
        run.AddVariable(TitleVariable, $"{place}.title", item.Title, "아이템 제목", "An item's title");
    }

    private static string? FirstPart(TemplateDetails template) =>
        !string.IsNullOrEmpty(template.Header) ? "header"
        : template.Highlight is not null ? "highlight"
        : template.Items.Count > 0 ? "items"
        : template.Summary is not null ? "summary"
        : null;

    private static void CheckParts(LintRun run)
    {
        var template = run.Template;
        var beside = !string.IsNullOrEmpty(template.ImageUrl) || !string.IsNullOrEmpty(template.Header) || template.Highlight is not null;
        switch (template.Items.Count)
        {
            case 0 when !beside:
                run.Add(Empty, "items", new("이미지, 헤더, 하이라이트, 아이템이 모두 없습니다.", "There is no image, no header, no highlight and no item."), new("아이템을 두 개 이상 적으십시오.", "Write two items or more."));
                break;
            case 0 when run.Rules.ItemListNeedsItems:
                run.Add(ItemsMissing, "items", new("아이템이 없습니다.", "There are no items."), new("아이템을 두 개 이상 적으십시오.", "Write two items or more."));
                break;
            case 0:
                Suggest("items", new("아이템이 없으면 받지 않는 딜러가 있습니다.", "Some dealers want items."));
                break;
            case < AlimTalkLimits.FewestItems:
                run.Add(TooFew, "items", new("아이템이 하나뿐입니다. 두 개부터 쓸 수 있습니다.", "There is one item only; there have to be two."), new("아이템을 더하십시오.", "Add an item."));
                break;
            case > AlimTalkLimits.MostItems:
                run.Add(
                    TooMany, "items", new($"아이템이 {template.Items.Count}개입니다. 10개까지입니다.", $"There are {template.Items.Count} items; ten are allowed."),
                    new("아이템을 줄이십시오.", "Take some away."));
                break;
            case > 0 when !beside:
                Suggest("header", new("이미지, 헤더, 하이라이트가 모두 없으면 받지 않는 딜러가 있습니다.", "Some dealers want an image, header or highlight beside the items."));
                break;
            default:
                break;
        }

        void Suggest(string place, Results.BilingualText explanation) => run.Add(Incomplete, place, explanation, new("함께 적는 편이 안전합니다.", "Better write both."));
    }

    private static void CheckHighlight(LintRun run)
    {
        if (run.Template.Highlight is not { } highlight)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(highlight.Title) || string.IsNullOrWhiteSpace(highlight.Description))
        {
            run.Add(
                HighlightIncomplete, string.IsNullOrWhiteSpace(highlight.Title) ? "highlight.title" : "highlight.description",
                new("하이라이트의 제목이나 설명이 비어 있습니다.", "The highlight's title or description is empty."), new("둘 다 적으십시오.", "Write both."));
        }

        var thumbnail = highlight.ImageUrl is not null;
        run.AddTooLong(HighlightTitle, "highlight.title", highlight.Title, AlimTalkLimits.OfHighlightTitle(thumbnail), "하이라이트 제목", "Highlight title");
        run.AddTooLong(HighlightDescription, "highlight.description", highlight.Description, AlimTalkLimits.OfHighlightDescription(thumbnail), "하이라이트 설명", "Highlight description");
    }
}

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>Which fields each shape has, by the published schema (contracts/openapi/kakao/template-object.schema.json).</summary>
public static class TemplateGroups
{
    private static readonly TemplateField[] s_link =
    [
        new("link.web_url", FieldKind.Address), new("link.mobile_web_url", FieldKind.Address),
        new("link.android_execution_params", FieldKind.Line), new("link.ios_execution_params", FieldKind.Line),
    ];

    private static readonly TemplateField[] s_content =
    [
        new("title", FieldKind.Text), new("description", FieldKind.Text), new("image_url", FieldKind.Address),
        new("image_width", FieldKind.Number) { Least = TemplateReader.LeastPixels }, new("image_height", FieldKind.Number) { Least = TemplateReader.LeastPixels },
        .. s_link,
    ];

    private static readonly TemplateGroup s_onlyContent = new(GroupKind.Content, "content", s_content) { Needed = true, Link = "link" };

    private static readonly TemplateGroup s_social = new(GroupKind.Social, "social",
    [
        new("like_count", FieldKind.Number), new("comment_count", FieldKind.Number), new("shared_count", FieldKind.Number), new("view_count", FieldKind.Number),
        new("subscriber_count", FieldKind.Number),
    ]);

    private static readonly TemplateGroup s_buttonTitle = new(GroupKind.ButtonTitle, "", [new("button_title", FieldKind.Line)]);

    private static readonly TemplateGroup[] s_buttons =
    [
        .. Enumerable.Range(0, TemplateReader.MaxButtons).Select(static slot =>
            new TemplateGroup(GroupKind.Button, "buttons", [new("title", FieldKind.Line) { Needed = true }, .. s_link]) { Slot = slot, Link = "link" }),
    ];

    private static readonly TemplateGroup[] s_items =
    [
        new(GroupKind.ItemContent, "item_content",
        [
            Limited("profile_text", 16), new("profile_image_url", FieldKind.Address), Limited("title_image_text", 24), new("title_image_url", FieldKind.Address),
            Limited("title_image_category", 14), Limited("sum", 6), Limited("sum_op", 11),
        ]),
        .. Enumerable.Range(0, TemplateReader.MaxItems).Select(static slot =>
            new TemplateGroup(GroupKind.Item, "item_content.items", [Limited("item", 6) with { Needed = true }, Limited("item_op", 14) with { Needed = true }]) { Slot = slot }),
    ];

    private static readonly TemplateGroup s_commerce = new(GroupKind.Commerce, "commerce",
    [
        new("product_name", FieldKind.Line), new("regular_price", FieldKind.Number) { Needed = true }, new("discount_price", FieldKind.Number),
        new("discount_rate", FieldKind.Number) { Most = 100 }, new("fixed_discount_price", FieldKind.Number), new("currency_unit", FieldKind.Line),
        new("currency_unit_position", FieldKind.Number) { Most = 1 },
    ])
    {
        Needed = true,
    };

    private static readonly TemplateGroup s_header = new(GroupKind.Header, "",
    [
        new("header_title", FieldKind.Text) { Needed = true, MostCharacters = TemplateReader.MaxHeader }, .. s_link.Select(static field => field with { Name = "header_" + field.Name }),
    ])
    {
        Needed = true,
        Link = "header_link",
    };

    private static readonly TemplateGroup s_text = new(GroupKind.Text, "", [new("text", FieldKind.Text) { Needed = true, MostCharacters = TemplateReader.MaxText }, .. s_link])
    {
        Needed = true,
        Link = "link",
    };

    private static readonly TemplateGroup s_location = new(GroupKind.Location, "", [new("address", FieldKind.Line) { Needed = true }, new("address_title", FieldKind.Line)]) { Needed = true };

    private static readonly TemplateGroup s_calendar = new(GroupKind.Calendar, "",
        [new("id_type", FieldKind.Choice) { Needed = true, Choices = ["event", "calendar"] }, new("id", FieldKind.Line) { Needed = true }])
    {
        Needed = true,
    };

    private static readonly IReadOnlyDictionary<TalkShape, IReadOnlyList<TemplateGroup>> s_all = new Dictionary<TalkShape, IReadOnlyList<TemplateGroup>>
    {
        [TalkShape.Feed] = [s_onlyContent, .. s_items, s_social, s_buttonTitle, .. s_buttons],
        [TalkShape.List] = [s_header, .. Enumerable.Range(0, TemplateReader.MaxListItems).Select(static slot => ListItem(slot)), s_buttonTitle, .. s_buttons],
        [TalkShape.Location] = [s_onlyContent, s_location, s_social, s_buttonTitle, .. s_buttons],
        [TalkShape.Commerce] = [s_onlyContent, s_commerce, s_buttonTitle, .. s_buttons],
        [TalkShape.Text] = [s_text, s_buttonTitle, .. s_buttons],
        [TalkShape.Calendar] = [s_calendar, s_onlyContent, .. s_buttons],
    };

    /// <summary>In the order in which they are asked for.</summary>
    public static IReadOnlyList<TemplateGroup> Of(TalkShape shape) => s_all[shape];

    /// <summary>Two items make a list; the third may be left out.</summary>
    private static TemplateGroup ListItem(int slot) => new(GroupKind.Content, "contents", s_content) { Slot = slot, Needed = slot < TemplateReader.LeastListItems, Link = "link" };

    private static TemplateField Limited(string name, int most) => new(name, FieldKind.Line) { MostCharacters = most };
}

using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string TemplateKind => "Kind";

    public override string TemplateKindHelp => "Feed, list and commerce can be stored as custom templates. The others are for template_object of a call.";

    public override string Shape(TalkShape shape) => shape switch
    {
        TalkShape.Feed => "Feed",
        TalkShape.List => "List",
        TalkShape.Location => "Location",
        TalkShape.Commerce => "Commerce",
        TalkShape.Text => "Text",
        TalkShape.Calendar => "Calendar",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "No such shape."),
    };

    public override string Group(TemplateGroup group) => group.Kind switch
    {
        GroupKind.Text => "Text",
        GroupKind.Header => "Header",
        GroupKind.Content => group.Slot is { } item ? $"List item {item + 1}" : "Content",
        GroupKind.ItemContent => "Item content",
        GroupKind.Item => $"Item {group.Slot + 1}",
        GroupKind.Commerce => "Price",
        GroupKind.Location => "Place",
        GroupKind.Calendar => "Event or calendar",
        GroupKind.Social => "Social counts",
        GroupKind.ButtonTitle => "Default button",
        GroupKind.Button => $"Button {group.Slot + 1}",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group.Kind, "No such group."),
    };

    public override string Field(TemplateField field) => field.Name switch
    {
        "text" => "Text",
        "header_title" => "Header title",
        "title" => "Title",
        "description" => "Description",
        "image_url" => "Image address",
        "image_width" => "Image width",
        "image_height" => "Image height",
        "link.web_url" or "header_link.web_url" => "PC web link",
        "link.mobile_web_url" or "header_link.mobile_web_url" => "Mobile web link",
        "link.android_execution_params" or "header_link.android_execution_params" => "Android app parameters",
        "link.ios_execution_params" or "header_link.ios_execution_params" => "iOS app parameters",
        "profile_text" => "Profile text",
        "profile_image_url" => "Profile image address",
        "title_image_text" => "Title",
        "title_image_url" => "Title image address",
        "title_image_category" => "Category",
        "item" => "Name",
        "item_op" => "Content",
        "sum" => "Sum",
        "sum_op" => "Sum content",
        "like_count" => "Likes",
        "comment_count" => "Comments",
        "shared_count" => "Shares",
        "view_count" => "Views",
        "subscriber_count" => "Subscribers",
        "product_name" => "Product name",
        "regular_price" => "Regular price",
        "discount_price" => "Discounted price",
        "discount_rate" => "Discount rate",
        "fixed_discount_price" => "Fixed discount",
        "currency_unit" => "Currency unit",
        "currency_unit_position" => "Place of the unit",
        "address" => "Address",
        "address_title" => "Name of the place",
        "id_type" => "What it is",
        "id" => "ID",
        "button_title" => "Words of the button",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Name, "No such field."),
    };

    public override string? FieldHelp(TemplateField field) => field.Name switch
    {
        "image_width" or "image_height" => $"{field.Least} pixels or more",
        "discount_rate" => "0 to 100 per cent; not together with a fixed discount",
        "currency_unit" => "Empty: 원",
        "currency_unit_position" => "0: behind the price. 1: before it.",
        "button_title" => $"Empty: {TalkTemplate.DefaultButton}. Buttons below win over it.",
        "like_count" => "At most three counts are shown.",
        "link.android_execution_params" or "link.ios_execution_params" or "header_link.android_execution_params" or "header_link.ios_execution_params" => "key=value&key2=value2",
        _ => null,
    };

    public override string FieldChoice(TemplateField field, string choice) => (field.Name, choice) switch
    {
        ("id_type", "event") => "Event (event)",
        ("id_type", "calendar") => "Calendar (calendar)",
        _ => choice,
    };

    public override string FieldFault(EntryFault fault) => fault.Kind switch
    {
        EntryFaultKind.Missing => "This is needed.",
        EntryFaultKind.TooLong => $"At most {fault.Field.MostCharacters} characters.",
        EntryFaultKind.NoNumber => fault.Field.Most == int.MaxValue ? $"Write a whole number of {fault.Field.Least} or more." : WholeNumber(fault.Field.Least, fault.Field.Most),
        EntryFaultKind.NoChoice => "Choose one.",
        EntryFaultKind.NoContent => "Write a title, a description or an image address.",
        EntryFaultKind.TwoDiscounts => "Write a rate or a fixed discount, not both.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, "No such fault."),
    };

    public override string OptionalField => "optional";

    public override string MostCharacters => "Characters";

    public override string ArgumentsHelp => "Write ${KEY} in any text, link or number; template_args fills it. ${ME} is the sender’s name. A placeholder does not count towards lengths.";

    public override string NotShown(string places) => $"No field shows these, so they were left out: {places}";

    public override string NotStored => "Kakao’s builder stores feed, list and commerce only. See this one as JSON and send it as template_object.";

    public override string NoPreview => "There is no preview until the JSON is a template.";

    public override string SeeFields => "See as fields";

    public override string SeeJson => "See as JSON";
}

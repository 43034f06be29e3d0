using System.Text.Json;

namespace Naru.Core.Kakao.Templates;

/// <summary>
/// Reads a <c>template_object</c> by the rules of the published schema (contracts/openapi/kakao/template-object.schema.json). Members that no rule names are
/// passed over, as old SDKs send some.
/// </summary>
public static class TemplateReader
{
    public const int MaxText = 200;
    public const int MaxHeader = 200;
    public const int MaxButtons = 2;
    public const int LeastListItems = 2;
    public const int MaxListItems = 3;
    public const int MaxItems = 5;
    public const int LeastPixels = 200;

    /// <summary>Deeper than any template is.</summary>
    public static readonly JsonDocumentOptions Json = new() { MaxDepth = 16 };

    /// <summary>What somebody sent, of which every name and text can be read. The caller disposes it.</summary>
    /// <exception cref="JsonException">It is no JSON, or a text of it is none: half of a surrogate pair, which the parser lets by and throws at whoever reads it.</exception>
    public static JsonDocument Parse(string json)
    {
        var document = JsonDocument.Parse(json, Json);
        try
        {
            ReadTexts(document.RootElement);
            return document;
        }
        catch (InvalidOperationException broken)
        {
            document.Dispose();
            throw new JsonException("It holds half of a surrogate pair.", broken);
        }
    }

    /// <summary>The template, or what is wrong with it first.</summary>
    public static TalkTemplate? Read(JsonElement json, TextOverflow overflow, out TemplateFault? fault)
    {
        try
        {
            fault = null;
            return Read(new JsonPlace(json, "", overflow));
        }
        catch (BrokenRuleException broken)
        {
            fault = broken.Fault;
            return null;
        }
    }

    private static void ReadTexts(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    _ = member.Name;
                    ReadTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            default:
                break;
        }
    }

    private static TalkTemplate Read(JsonPlace at) => at.NeededText("object_type") switch
    {
        "feed" => WithButtons(at, new TalkTemplate(TalkShape.Feed) { Contents = [Content(at.NeededInner("content"))], Items = Items(at), Social = Social(at) }),
        "list" => WithButtons(at, new TalkTemplate(TalkShape.List)
        {
            Text = at.NeededText("header_title", MaxHeader),
            Link = Link(at.NeededInner("header_link")),
            Contents = at.Each("contents", LeastListItems, MaxListItems, Content),
        }),
        "location" => WithButtons(at, new TalkTemplate(TalkShape.Location)
        {
            Contents = [Content(at.NeededInner("content"))],
            Address = at.NeededText("address"),
            AddressTitle = at.Text("address_title"),
            Social = Social(at),
        }),
        "commerce" => WithButtons(at, new TalkTemplate(TalkShape.Commerce) { Contents = [Content(at.NeededInner("content"))], Commerce = Commerce(at.NeededInner("commerce")) }),
        "text" => WithButtons(at, new TalkTemplate(TalkShape.Text) { Text = at.NeededText("text", MaxText), Link = Link(at.NeededInner("link")) }),
        "calendar" => new TalkTemplate(TalkShape.Calendar)
        {
            CalendarKind = at.NeededText("id_type") is var kind && kind is "event" or "calendar" ? kind : throw at.Broken("id_type", "must be event or calendar"),
            CalendarId = at.NeededText("id"),
            Contents = [Content(at.NeededInner("content"))],
            Buttons = at.Each("buttons", 0, MaxButtons, Button),
        },
        _ => throw at.Broken("object_type", "must be feed, list, location, commerce, text or calendar"),
    };

    private static TalkTemplate WithButtons(JsonPlace at, TalkTemplate template) =>
        template with { ButtonTitle = at.Text("button_title"), Buttons = at.Each("buttons", 0, MaxButtons, Button) };

    private static TalkButton Button(JsonPlace at) => new(at.NeededText("title"), Link(at.NeededInner("link")));

    private static TalkLink Link(JsonPlace at) =>
        new(at.Text("web_url"), at.Text("mobile_web_url"), at.Text("android_execution_params"), at.Text("ios_execution_params"));

    private static TalkContent Content(JsonPlace at) => new(Link(at.NeededInner("link")))
    {
        Title = at.Text("title"),
        Description = at.Text("description"),
        ImageUrl = at.Has("title") || at.Has("description") || at.Has("image_url")
            ? at.Text("image_url")
            : throw at.Broken(null, "must have one of title, image_url, description"),
        ImageWidth = at.Number("image_width", LeastPixels),
        ImageHeight = at.Number("image_height", LeastPixels),
    };

    private static TalkSocial? Social(JsonPlace at) => at.Inner("social") is { } social
        ? new TalkSocial(
            social.Number("like_count", 0), social.Number("comment_count", 0), social.Number("shared_count", 0), social.Number("view_count", 0),
            social.Number("subscriber_count", 0))
        : null;

    private static TalkItems? Items(JsonPlace at) => at.Inner("item_content") is { } items
        ? new TalkItems
        {
            ProfileText = items.Text("profile_text", 16),
            ProfileImageUrl = items.Text("profile_image_url"),
            TitleImageText = items.Text("title_image_text", 24),
            TitleImageUrl = items.Text("title_image_url"),
            TitleImageCategory = items.Text("title_image_category", 14),
            Items = items.Each("items", 0, MaxItems, static item => new TalkItem(item.NeededText("item", 6), item.NeededText("item_op", 14))),
            Sum = items.Text("sum", 6),
            SumText = items.Text("sum_op", 11),
        }
        : null;

    private static TalkCommerce Commerce(JsonPlace at)
    {
        if (at.Has("discount_rate") && at.Has("fixed_discount_price"))
        {
            throw at.Broken(null, "must not have both discount_rate and fixed_discount_price");
        }

        return new TalkCommerce(
            at.Number("regular_price", 0) ?? throw at.Broken("regular_price", "is required"),
            at.Number("discount_price", 0),
            at.Number("discount_rate", 0, 100),
            at.Number("fixed_discount_price", 0),
            at.Text("product_name"),
            at.Text("currency_unit") ?? TalkCommerce.Won,
            at.Number("currency_unit_position", 0, 1) == 1);
    }
}

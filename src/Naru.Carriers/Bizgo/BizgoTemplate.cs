using System.Text.Json;
using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Carriers.Bizgo;

/// <summary>A template as <c>GET /center/alimtalk/template/list</c> shows it.</summary>
internal static class BizgoTemplate
{
    public static TemplateState State(JsonElement template) =>
        BizgoJson.IsTrue(template, "block") ? TemplateState.Blocked
        : BizgoJson.IsTrue(template, "dormant") ? TemplateState.Dormant
        : DealerJson.Text(template, "inspectionStatus") switch
        {
            "APR" => TemplateState.Approved,
            "REQ" => TemplateState.InReview,
            "REJ" => TemplateState.Rejected,
            _ => TemplateState.Registered,
        };

    public static TemplateDetails Details(JsonElement template)
    {
        var attachment = Child(template, "attachment");
        var item = Child(attachment, "item");
        return new TemplateDetails(DealerJson.Text(template, "templateName") ?? "", DealerJson.Text(template, "text") ?? "")
        {
            Kind = DealerJson.Text(template, "templateMessageType") switch { "EX" => TemplateKind.Extra, "AD" => TemplateKind.AddChannel, "MI" => TemplateKind.Mixed, _ => TemplateKind.Basic },
            Emphasis = DealerJson.Text(template, "templateEmphasizeType") switch
            {
                "TEXT" => Emphasis.Text,
                "IMAGE" => Emphasis.Image,
                "ITEM_LIST" => Emphasis.ItemList,
                _ => Emphasis.None,
            },
            Title = DealerJson.Text(template, "title"),
            Subtitle = DealerJson.Text(template, "subTitle"),
            Header = DealerJson.Text(template, "header"),
            ImageName = DealerJson.Text(template, "imgName"),
            ImageUrl = DealerJson.Text(template, "imgUrl"),
            Extra = DealerJson.Text(template, "extra"),
            Security = BizgoJson.IsTrue(template, "securityFlag"),
            CategoryCode = DealerJson.Text(template, "categoryCode") ?? TemplateDetails.OtherCategory,
            Highlight = Child(attachment, "itemHighlight") is { ValueKind: JsonValueKind.Object } highlight && DealerJson.Text(highlight, "title") is { } head
                ? new Highlight(head, DealerJson.Text(highlight, "description") ?? "")
                : null,
            Items = [.. BizgoJson.List(item, "list").Select(Line)],
            Summary = Child(item, "summary") is { ValueKind: JsonValueKind.Object } summary ? Line(summary) : null,
            Link = Child(template, "link") is { ValueKind: JsonValueKind.Object } link
                ? new RepresentLink(DealerJson.Text(link, "urlMobile"), DealerJson.Text(link, "urlPc"), DealerJson.Text(link, "schemeAndroid"), DealerJson.Text(link, "schemeIos"))
                : null,
            Buttons = Buttons(attachment, "button"),
            QuickReplies = Buttons(Child(template, "supplement"), "quickReply"),
        };
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static ListItem Line(JsonElement line) => new(DealerJson.Text(line, "title") ?? "", DealerJson.Text(line, "description") ?? "");

    private static Button[] Buttons(JsonElement parent, string name) =>
    [
        .. BizgoJson.List(parent, name).Where(static button => KakaoButtonWord.Read(DealerJson.Text(button, "type")) is not null).Select(static button => new Button(
            KakaoButtonWord.Read(DealerJson.Text(button, "type"))!.Value, DealerJson.Text(button, "name") ?? "", DealerJson.Text(button, "urlMobile"), DealerJson.Text(button, "urlPc"),
            DealerJson.Text(button, "schemeAndroid"), DealerJson.Text(button, "schemeIos"), DealerJson.Text(button, "target"), DealerJson.Text(button, "chatExtra"),
            DealerJson.Text(button, "chatEvent"))),
    ];
}

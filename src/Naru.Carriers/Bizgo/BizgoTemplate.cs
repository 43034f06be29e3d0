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
        : BizgoJson.Text(template, "inspectionStatus") switch
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
        return new TemplateDetails(BizgoJson.Text(template, "templateName") ?? "", BizgoJson.Text(template, "text") ?? "")
        {
            Kind = BizgoJson.Text(template, "templateMessageType") switch { "EX" => TemplateKind.Extra, "AD" => TemplateKind.AddChannel, "MI" => TemplateKind.Mixed, _ => TemplateKind.Basic },
            Emphasis = BizgoJson.Text(template, "templateEmphasizeType") switch
            {
                "TEXT" => Emphasis.Text,
                "IMAGE" => Emphasis.Image,
                "ITEM_LIST" => Emphasis.ItemList,
                _ => Emphasis.None,
            },
            Title = BizgoJson.Text(template, "title"),
            Subtitle = BizgoJson.Text(template, "subTitle"),
            Header = BizgoJson.Text(template, "header"),
            ImageName = BizgoJson.Text(template, "imgName"),
            ImageUrl = BizgoJson.Text(template, "imgUrl"),
            Extra = BizgoJson.Text(template, "extra"),
            Security = BizgoJson.IsTrue(template, "securityFlag"),
            CategoryCode = BizgoJson.Text(template, "categoryCode") ?? TemplateDetails.OtherCategory,
            Highlight = Child(attachment, "itemHighlight") is { ValueKind: JsonValueKind.Object } highlight && BizgoJson.Text(highlight, "title") is { } head
                ? new Highlight(head, BizgoJson.Text(highlight, "description") ?? "")
                : null,
            Items = [.. BizgoJson.List(item, "list").Select(Line)],
            Summary = Child(item, "summary") is { ValueKind: JsonValueKind.Object } summary ? Line(summary) : null,
            Link = Child(template, "link") is { ValueKind: JsonValueKind.Object } link
                ? new RepresentLink(BizgoJson.Text(link, "urlMobile"), BizgoJson.Text(link, "urlPc"), BizgoJson.Text(link, "schemeAndroid"), BizgoJson.Text(link, "schemeIos"))
                : null,
            Buttons = Buttons(attachment, "button"),
            QuickReplies = Buttons(Child(template, "supplement"), "quickReply"),
        };
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static ListItem Line(JsonElement line) => new(BizgoJson.Text(line, "title") ?? "", BizgoJson.Text(line, "description") ?? "");

    private static Button[] Buttons(JsonElement parent, string name) =>
    [
        .. BizgoJson.List(parent, name).Where(static button => KakaoButtonWord.Read(BizgoJson.Text(button, "type")) is not null).Select(static button => new Button(
            KakaoButtonWord.Read(BizgoJson.Text(button, "type"))!.Value, BizgoJson.Text(button, "name") ?? "", BizgoJson.Text(button, "urlMobile"), BizgoJson.Text(button, "urlPc"),
            BizgoJson.Text(button, "schemeAndroid"), BizgoJson.Text(button, "schemeIos"), BizgoJson.Text(button, "target"), BizgoJson.Text(button, "chatExtra"),
            BizgoJson.Text(button, "chatEvent"))),
    ];
}

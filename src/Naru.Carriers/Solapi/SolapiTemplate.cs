using System.Text.Json;
using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Core.Templates;

namespace Naru.Carriers.Solapi;

/// <summary>A template as <c>GET /kakao/v2/templates</c> shows it.</summary>
internal static class SolapiTemplate
{
    public static TemplateState State(JsonElement template) => DealerJson.Text(template, "status") switch
    {
        "APPROVED" => TemplateState.Approved,
        "INSPECTING" => TemplateState.InReview,
        "REJECTED" => TemplateState.Rejected,
        _ => TemplateState.Registered,
    };

    public static TemplateDetails Details(JsonElement template) => new(DealerJson.Text(template, "name") ?? "", DealerJson.Text(template, "content") ?? "")
    {
        Kind = DealerJson.Text(template, "messageType") switch { "EX" => TemplateKind.Extra, "AD" => TemplateKind.AddChannel, "MI" => TemplateKind.Mixed, _ => TemplateKind.Basic },
        Emphasis = DealerJson.Text(template, "emphasizeType") switch
        {
            "TEXT" => Emphasis.Text,
            "IMAGE" => Emphasis.Image,
            "ITEM_LIST" => Emphasis.ItemList,
            _ => Emphasis.None,
        },
        Title = DealerJson.Text(template, "emphasizeTitle"),
        Subtitle = DealerJson.Text(template, "emphasizeSubtitle"),
        Header = DealerJson.Text(template, "header"),
        Extra = DealerJson.Text(template, "extra"),
        Security = template.TryGetProperty("securityFlag", out var security) && security.ValueKind == JsonValueKind.True,
        Highlight = template.TryGetProperty("highlight", out var highlight) && DealerJson.Text(highlight, "title") is { } head
            ? new Highlight(head, DealerJson.Text(highlight, "description") ?? "")
            : null,
        Items = template.TryGetProperty("item", out var item) && item.ValueKind == JsonValueKind.Object ? Items(item) : [],
        Summary = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("summary", out var sum) && DealerJson.Text(sum, "title") is { } title
            ? new ListItem(title, DealerJson.Text(sum, "description") ?? "")
            : null,
        Buttons = Buttons(template, "buttons", "buttonName", "buttonType"),
        QuickReplies = Buttons(template, "quickReplies", "name", "linkType"),
    };

    private static ListItem[] Items(JsonElement item) => item.TryGetProperty("list", out var list) && list.ValueKind == JsonValueKind.Array
        ? [.. list.EnumerateArray().Select(static line => new ListItem(DealerJson.Text(line, "title") ?? "", DealerJson.Text(line, "description") ?? ""))]
        : [];

    private static Button[] Buttons(JsonElement template, string list, string name, string kind)
    {
        if (!template.TryGetProperty(list, out var buttons) || buttons.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var read = new List<Button>();
        foreach (var button in buttons.EnumerateArray())
        {
            if (KakaoButtonWord.Read(DealerJson.Text(button, kind)) is { } known)
            {
                read.Add(new Button(
                    known, DealerJson.Text(button, name) ?? "", DealerJson.Text(button, "linkMo"), DealerJson.Text(button, "linkPc"), DealerJson.Text(button, "linkAnd"),
                    DealerJson.Text(button, "linkIos")));
            }
        }

        return [.. read];
    }
}

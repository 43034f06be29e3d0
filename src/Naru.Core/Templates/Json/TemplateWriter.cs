using System.Text.Json;
using Naru.Core.Content;

namespace Naru.Core.Templates.Json;

internal static class TemplateWriter
{
    public static void Write(Utf8JsonWriter json, TemplateDetails template, string? code)
    {
        json.WriteStartObject();
        Text(json, "templateCode", code);
        json.WriteString("templateName", template.Name);
        json.WriteString("templateContent", template.Text);
        json.WriteString("templateMessageType", TemplateWords.Of(TemplateWords.Kinds, template.Kind));
        json.WriteString("templateEmphasizeType", TemplateWords.Of(TemplateWords.Emphases, template.Emphasis));
        Text(json, "templateTitle", template.Title);
        Text(json, "templateSubtitle", template.Subtitle);
        Text(json, "templateHeader", template.Header);
        WriteItems(json, template);
        WriteHighlight(json, template.Highlight);
        Text(json, "templateExtra", template.Extra);
        Text(json, "templateImageName", template.ImageName);
        Text(json, "templateImageUrl", template.ImageUrl);
        json.WriteBoolean("securityFlag", template.Security);
        json.WriteString("categoryCode", template.CategoryCode);
        WriteLink(json, template.Link);
        WriteButtons(json, "buttons", template.Buttons);
        WriteButtons(json, "quickReplies", template.QuickReplies);
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, TemplateDetails template)
    {
        if (template.Items.Count == 0 && template.Summary is null)
        {
            return;
        }

        json.WriteStartObject("templateItem");
        json.WriteStartArray("list");
        foreach (var item in template.Items)
        {
            json.WriteStartObject();
            WriteItem(json, item);
        }

        json.WriteEndArray();
        if (template.Summary is { } summary)
        {
            json.WriteStartObject("summary");
            WriteItem(json, summary);
        }

        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ListItem item)
    {
        json.WriteString("title", item.Title);
        json.WriteString("description", item.Description);
        json.WriteEndObject();
    }

    private static void WriteHighlight(Utf8JsonWriter json, Highlight? highlight)
    {
        if (highlight is null)
        {
            return;
        }

        json.WriteStartObject("templateItemHighlight");
        json.WriteString("title", highlight.Title);
        json.WriteString("description", highlight.Description);
        Text(json, "imageUrl", highlight.ImageUrl);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, RepresentLink? link)
    {
        if (link is null)
        {
            return;
        }

        json.WriteStartObject("templateRepresentLink");
        Text(json, "linkMo", link.LinkMobile);
        Text(json, "linkPc", link.LinkPc);
        Text(json, "schemeAndroid", link.SchemeAndroid);
        Text(json, "schemeIos", link.SchemeIos);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, string name, IReadOnlyList<Button> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        for (var i = 0; i < buttons.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("ordering", i + 1);
            WriteButton(json, buttons[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteButton(Utf8JsonWriter json, Button button)
    {
        json.WriteString("type", ButtonCodes.Of(button.Kind));
        json.WriteString("name", button.Name);
        Text(json, "linkMo", button.LinkMobile);
        Text(json, "linkPc", button.LinkPc);
        Text(json, "schemeAndroid", button.SchemeAndroid);
        Text(json, "schemeIos", button.SchemeIos);
        Text(json, "target", button.Target);
        Text(json, "chatExtra", button.ChatExtra);
        Text(json, "chatEvent", button.ChatEvent);
        Text(json, "pluginId", button.Extras?.PluginId);
        Text(json, "relayId", button.Extras?.RelayId);
        Text(json, "oneClickId", button.Extras?.OneClickId);
        Text(json, "productId", button.Extras?.ProductId);
        Text(json, "bizFormId", button.Extras?.FormId);
        Text(json, "telNumber", button.Extras?.Phone);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}

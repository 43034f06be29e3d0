using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Carriers.Bizgo;

/// <summary>
/// What a hand-over says, as Bizgo's <c>messageFlow</c>. A flow has one entry: a second one would be Bizgo's failover, and the gateway does that itself. Messages of
/// equal flow can go in one request.
/// </summary>
internal sealed class BizgoFlow(BizgoOptions options, WorkspaceDirectory directory)
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of the array.</summary>
    public string Of(Handover handover)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer, s_writing);
        json.WriteStartArray();
        json.WriteStartObject();
        switch (handover.Step.Content)
        {
            case AlimTalkContent alimTalk:
                WriteAlimTalk(json, handover.Step.Sender, alimTalk);
                break;
            case SmsContent sms:
                WriteSms(json, handover.Step.Sender, sms);
                break;
            default:
                throw new NotSupportedException($"Bizgo does not carry {handover.Step.Channel} here.");
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.Flush();
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The whole request.</summary>
    /// <param name="key">Drops repetitions; at most 200 characters.</param>
    public ReadOnlyMemory<byte> Request(string flow, IReadOnlyList<(string To, string Reference)> destinations, string key)
    {
        var buffer = new ArrayBufferWriter<byte>(flow.Length + (128 * destinations.Count));
        using var json = new Utf8JsonWriter(buffer, s_writing);
        json.WriteStartObject();
        json.WriteStartArray("destinations");
        foreach (var (to, reference) in destinations)
        {
            json.WriteStartObject();
            json.WriteString("to", to);
            json.WriteString("ref", reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("messageFlow");
        json.WriteRawValue(flow, skipInputValidation: true);
        json.WriteString("idempotencyKey", key);
        json.WriteNumber("idempotencyTtl", (int)options.IdempotencyTtl.TotalSeconds);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteAlimTalk(Utf8JsonWriter json, string sender, AlimTalkContent content)
    {
        // An image is the template's; the kind has to be said all the same.
        var isImage = directory.FindTemplate(sender, content.TemplateCode)?.Template.Details.Emphasis == Emphasis.Image;
        json.WriteStartObject("alimtalk");
        json.WriteString("msgType", isImage ? "AI" : "AT");
        json.WriteString("senderKey", options.Senders.GetValueOrDefault(sender) ?? sender);
        json.WriteString("templateCode", options.Templates.GetValueOrDefault(content.TemplateCode) ?? content.TemplateCode);
        json.WriteString("text", content.Text);
        WriteIf(json, "title", content.Title);
        WriteIf(json, "header", content.Parts?.Header);
        WriteLink(json, content.Parts?.Link);
        WriteAttachment(json, content);
        if (content.Parts is { QuickReplies.Count: > 0 } parts)
        {
            json.WriteStartObject("supplement");
            WriteButtons(json, "quickReply", parts.QuickReplies);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAttachment(Utf8JsonWriter json, AlimTalkContent content)
    {
        if (content is { Buttons.Count: 0, Parts: null or { Items.Count: 0, Highlight: null } })
        {
            return;
        }

        json.WriteStartObject("attachment");
        if (content.Buttons.Count > 0)
        {
            WriteButtons(json, "button", content.Buttons);
        }

        if (content.Parts is { Items.Count: > 0 } parts)
        {
            json.WriteStartObject("item");
            json.WriteStartArray("list");
            foreach (var item in parts.Items)
            {
                WriteItem(json, item);
            }

            json.WriteEndArray();
            if (parts.Summary is { } summary)
            {
                json.WritePropertyName("summary");
                WriteItem(json, summary);
            }

            json.WriteEndObject();
        }

        if (content.Parts?.Highlight is { } highlight)
        {
            json.WritePropertyName("itemHighlight");
            WriteItem(json, new ListItem(highlight.Title, highlight.Description));
        }

        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ListItem item)
    {
        json.WriteStartObject();
        json.WriteString("title", item.Title);
        json.WriteString("description", item.Description);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, RepresentLink? link)
    {
        if (link is null)
        {
            return;
        }

        // Bizgo wants both addresses.
        json.WriteStartObject("link");
        json.WriteString("urlPc", link.LinkPc ?? link.LinkMobile);
        json.WriteString("urlMobile", link.LinkMobile ?? link.LinkPc);
        WriteIf(json, "schemeAndroid", link.SchemeAndroid);
        WriteIf(json, "schemeIos", link.SchemeIos);
        json.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter json, string name, IReadOnlyList<Button> buttons)
    {
        json.WriteStartArray(name);
        foreach (var button in buttons)
        {
            json.WriteStartObject();
            json.WriteString("type", KakaoButtonWord.Of(button.Kind));
            json.WriteString("name", button.Name);
            WriteIf(json, "urlMobile", button.LinkMobile);
            WriteIf(json, "urlPc", button.LinkPc);
            WriteIf(json, "schemeAndroid", button.SchemeAndroid);
            WriteIf(json, "schemeIos", button.SchemeIos);
            WriteIf(json, "target", button.Target);
            WriteIf(json, "chatExtra", button.ChatExtra);
            WriteIf(json, "chatEvent", button.ChatEvent);
            WriteIf(json, "pluginId", button.Extras?.PluginId);
            WriteIf(json, "relayId", button.Extras?.RelayId);
            WriteIf(json, "oneclickId", button.Extras?.OneClickId);
            WriteIf(json, "productId", button.Extras?.ProductId);
            WriteIf(json, "bizFormId", button.Extras?.FormId);
            WriteIf(json, "telNumber", button.Extras?.Phone);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Bizgo's <c>mms</c> without a file is an LMS.</summary>
    private static void WriteSms(Utf8JsonWriter json, string sender, SmsContent content)
    {
        var isShort = SmsText.Check(content.Text, content.Title).Kind == SmsKind.Sms;
        json.WriteStartObject(isShort ? "sms" : "mms");
        json.WriteString("from", sender);
        WriteIf(json, "title", content.Title);
        json.WriteString("text", content.Text);
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}

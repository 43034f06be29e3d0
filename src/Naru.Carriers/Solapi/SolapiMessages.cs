using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Engine.Ports;

namespace Naru.Carriers.Solapi;

/// <summary>
/// Hand-overs as the body of <c>POST /messages/v4/send-many/detail</c>. The dealer's own failover is switched off (<c>disableSms</c>): the gateway fails over, and
/// knows it did.
/// </summary>
/// <param name="variablesOf">For messages of which Solapi fills a part itself; else null.</param>
internal sealed class SolapiMessages(
    Func<string, string> pfIdOf, Func<string, string, string> templateIdOf, Func<Handover, IReadOnlyDictionary<string, string>?> variablesOf)
{
    /// <summary>The custom field that holds our reference.</summary>
    public const string Reference = "naru";

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ReadOnlyMemory<byte> Body(IReadOnlyList<Handover> messages, IReadOnlyList<SolapiAddress> addresses)
    {
        var buffer = new ArrayBufferWriter<byte>(512 * messages.Count);
        using var json = new Utf8JsonWriter(buffer, s_writing);
        json.WriteStartObject();
        json.WriteStartArray("messages");
        for (var i = 0; i < messages.Count; i++)
        {
            Write(json, messages[i], addresses[i]);
        }

        json.WriteEndArray();
        json.WriteBoolean("allowDuplicates", false);
        json.WriteBoolean("showMessageList", true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void Write(Utf8JsonWriter json, Handover handover, SolapiAddress address)
    {
        json.WriteStartObject();
        json.WriteString("to", address.To);
        switch (handover.Step.Content)
        {
            case AlimTalkContent alimTalk:
                json.WriteString("type", "ATA");
                json.WriteString("text", alimTalk.Text);
                WriteKakao(json, handover, alimTalk);
                break;
            case SmsContent sms:
                json.WriteString("from", handover.Step.Sender);
                json.WriteString("type", SmsText.Check(sms.Text, sms.Title).Kind == SmsKind.Sms ? "SMS" : "LMS");
                json.WriteString("text", sms.Text);
                WriteIf(json, "subject", sms.Title);
                break;
            default:
                throw new NotSupportedException($"Solapi does not carry {handover.Step.Channel} here.");
        }

        json.WriteStartObject("customFields");
        json.WriteString(Reference, address.Reference);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteKakao(Utf8JsonWriter json, Handover handover, AlimTalkContent content)
    {
        var sender = handover.Step.Sender;
        json.WriteStartObject("kakaoOptions");
        json.WriteString("pfId", pfIdOf(sender));
        json.WriteString("templateId", templateIdOf(sender, content.TemplateCode));
        json.WriteBoolean("disableSms", true);
        if (variablesOf(handover) is { } variables)
        {
            json.WriteStartObject("variables");
            foreach (var (name, value) in variables)
            {
                json.WriteString($"#{{{name}}}", value);
            }

            json.WriteEndObject();
        }

        if (content.Buttons.Count > 0)
        {
            json.WriteStartArray("buttons");
            foreach (var button in content.Buttons)
            {
                json.WriteStartObject();
                json.WriteString("buttonName", button.Name);
                json.WriteString("buttonType", KakaoButtonWord.Of(button.Kind));
                WriteIf(json, "linkMo", button.LinkMobile);
                WriteIf(json, "linkPc", button.LinkPc);
                WriteIf(json, "linkAnd", button.SchemeAndroid);
                WriteIf(json, "linkIos", button.SchemeIos);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

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

/// <summary>Whom Solapi is to send a message to, and by what it is known again.</summary>
/// <param name="To">The number as Solapi wants it.</param>
/// <param name="Reference">Ours, in the custom field.</param>
internal readonly record struct SolapiAddress(string To, string Reference);

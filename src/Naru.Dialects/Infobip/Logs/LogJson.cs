using System.Text.Json;
using Naru.Core.Content;
using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Reports;

namespace Naru.Dialects.Infobip.Logs;

/// <summary>A page of logs (contracts/infobip.md §8.2). <c>content</c> is always whole: a bare <c>{}</c> broke the vendor's Java client.</summary>
internal static class LogJson
{
    public static void Write(Utf8JsonWriter json, LogAnswer answer)
    {
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var item in answer.Items)
        {
            if (answer.Form == ReportForm.Omni)
            {
                WriteOmniItem(json, item);
            }
            else
            {
                WriteItem(json, item, answer.Form);
            }
        }

        json.WriteEndArray();
        if (answer.Cursor is { } cursor)
        {
            json.WriteStartObject("cursor"u8);
            json.WriteNumber("limit"u8, cursor.Limit);
            if (cursor.Next is { } next)
            {
                json.WriteString("nextCursor"u8, next);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, in ReportFacts item, ReportForm form)
    {
        var message = item.Message;
        var first = message.Envelope.Route[0];
        var isText = form == ReportForm.Texts;
        var (status, error) = InfobipOutcome.Of(message);
        json.WriteStartObject();
        json.WriteString(isText ? "from"u8 : "sender"u8, first.Sender);
        json.WriteString(isText ? "to"u8 : "destination"u8, message.To.Value);
        json.WriteString("bulkId"u8, item.BulkId);
        json.WriteString("messageId"u8, item.MessageId);
        WriteDates(json, item);
        json.WriteNumber(isText ? "smsCount"u8 : "messageCount"u8, 1);
        ReportJson.WritePrice(json);
        ReportJson.WriteStatus(json, status);
        ReportJson.WriteError(json, error);
        ReportJson.WritePlatform(json, message.Envelope, form);
        switch (first.Content)
        {
            case SmsContent text when isText:
                json.WriteString("text"u8, text.Text);
                break;
            case SmsContent text:
                json.WriteStartObject("content"u8);
                json.WriteString("text"u8, text.Text);
                json.WriteEndObject();
                break;
            case AlimTalkContent alimTalk:
                WriteContent(json, alimTalk);
                break;
            default:
                throw new InvalidOperationException($"No log shows {first.Channel}.");
        }

        ReportJson.WriteCampaign(json, message.Envelope);
        json.WriteEndObject();
    }

    /// <summary>The step that the message has come to: its channel, sender and text.</summary>
    private static void WriteOmniItem(Utf8JsonWriter json, in ReportFacts item)
    {
        var step = item.Step;
        json.WriteStartObject();
        json.WriteString("bulkId"u8, item.BulkId);
        json.WriteString("messageId"u8, item.MessageId);
        json.WriteString("to"u8, item.Message.To.Value);
        json.WriteString("from"u8, step.Sender);
        json.WriteString("text"u8, step.Content is SmsContent sms ? sms.Text : ((AlimTalkContent)step.Content).Text);
        WriteDates(json, item);
        json.WriteNumber("messageCount"u8, 1);
        ReportJson.WritePrice(json);
        ReportJson.WriteStatus(json, InfobipOutcome.Of(item.Message).Status);
        json.WriteString("channel"u8, OmniChannels.WordOf(step.Channel));
        json.WriteEndObject();
    }

    private static void WriteDates(Utf8JsonWriter json, in ReportFacts item)
    {
        ReportJson.WriteDate(json, "sentAt"u8, item.SentAt);
        if (item.Message.IsFinal)
        {
            ReportJson.WriteDate(json, "doneAt"u8, item.DoneAt);
        }
    }

    public static void WriteContent(Utf8JsonWriter json, AlimTalkContent content)
    {
        json.WriteStartObject("content"u8);
        json.WriteString("templateCode"u8, content.TemplateCode);
        json.WriteString("text"u8, content.Text);
        WriteIfAny(json, "title"u8, content.Title);
        if (content.Buttons.Count > 0)
        {
            json.WriteStartArray("buttons"u8);
            foreach (var button in content.Buttons)
            {
                WriteButton(json, button);
            }

            json.WriteEndArray();
        }

        WriteIfAny(json, "groupKey"u8, content.GroupKey);
        json.WriteString("type"u8, "TEMPLATE"u8);
        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, Button button)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, button.Name);
        WriteIfAny(json, "urlMobile"u8, button.LinkMobile);
        WriteIfAny(json, "urlPc"u8, button.LinkPc);
        WriteIfAny(json, "schemeAndroid"u8, button.SchemeAndroid);
        WriteIfAny(json, "schemeIos"u8, button.SchemeIos);
        WriteIfAny(json, "target"u8, button.Target);
        WriteIfAny(json, "chatExtra"u8, button.ChatExtra);
        WriteIfAny(json, "chatEvent"u8, button.ChatEvent);
        json.WriteString("type"u8, AlimButtons.WordOf(button.Kind));
        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}

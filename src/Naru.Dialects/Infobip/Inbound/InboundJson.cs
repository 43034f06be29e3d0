using System.Text.Json;
using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Reports;

namespace Naru.Dialects.Infobip.Inbound;

/// <summary>Texts that came in as JSON: the same for pushes and for <c>GET /sms/1/inbox/reports</c> (contracts/openapi/infobip, SmsMoReportResponse).</summary>
internal static class InboundJson
{
    public static void Write(Utf8JsonWriter json, InboundPage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var text in page.Texts)
        {
            Write(json, text, page.Ids);
        }

        json.WriteEndArray();
        json.WriteNumber("messageCount"u8, page.Texts.Count);
        json.WriteNumber("pendingMessageCount"u8, page.Pending);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InboundText text, MessageIdCodec ids)
    {
        json.WriteStartObject();
        json.WriteString("messageId"u8, ids.Uuid(text));
        json.WriteString("from"u8, text.From.Value);
        json.WriteString("to"u8, text.To);
        json.WriteString("text"u8, text.Text);
        json.WriteString("cleanText"u8, Keywords.Without(text.Text, text.Keyword));
        if (text.Keyword is { } keyword)
        {
            json.WriteString("keyword"u8, keyword);
        }

        ReportJson.WriteDate(json, "receivedAt"u8, text.At);
        json.WriteNumber("smsCount"u8, text.Parts);
        ReportJson.WritePrice(json);

        // No callbackData: which message it answers, whose that would be, a text does not say.
        json.WriteEndObject();
    }
}

/// <param name="Pending">How many wait besides.</param>
internal sealed record InboundPage(IReadOnlyList<InboundText> Texts, long Pending, MessageIdCodec Ids);

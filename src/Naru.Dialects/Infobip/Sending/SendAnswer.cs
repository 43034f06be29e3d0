using System.Text.Json;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>The answer to a send: one line for each destination, in their order (contracts/infobip.md §3.1, §12).</summary>
internal static class SendAnswer
{
    /// <summary>Korean carriers take a text as one, SMS or LMS: it is not split into parts that are billed.</summary>
    private const int TextsPerMessage = 1;

    public static void Write(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft, SendForm form)
    {
        json.WriteStartObject();
        if (form.TellsEveryBulkId || receipt.Messages.Count > 1 || draft.BulkId is not null)
        {
            json.WriteString("bulkId"u8, receipt.BulkId);
        }

        json.WriteStartArray("messages"u8);
        foreach (var line in receipt.Messages)
        {
            json.WriteStartObject();
            json.WriteString("messageId"u8, line.PublicId);
            ReportJson.WriteStatus(json, line.Duplicate ? InfobipStatuses.RejectedDuplicateMessageId : form.Accepted);
            form.WriteRecipient(json, line.To);
            if (draft.CountsTexts)
            {
                form.WriteCount(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteDestination(Utf8JsonWriter json, string to) => json.WriteString("destination"u8, to);

    public static void WriteTo(Utf8JsonWriter json, string to) => json.WriteString("to"u8, to);

    public static void WritePhoneNumber(Utf8JsonWriter json, string to)
    {
        json.WriteStartObject("to"u8);
        json.WriteString("phoneNumber"u8, to);
        json.WriteEndObject();
    }

    public static void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartObject("details"u8);
        json.WriteNumber("messageCount"u8, TextsPerMessage);
        json.WriteEndObject();
    }

    public static void WriteSmsCount(Utf8JsonWriter json) => json.WriteNumber("smsCount"u8, TextsPerMessage);
}

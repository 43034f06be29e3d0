using System.Text.Json;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>The answer to a send: one line for each destination, in their order (contracts/infobip.md §3.1).</summary>
internal static class SendAnswer
{
    /// <summary>Korean carriers take a text as one, SMS or LMS: it is not split into parts that are billed.</summary>
    public const int TextsPerMessage = 1;

    public static void Write(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("bulkId"u8, receipt.BulkId);
        json.WriteStartArray("messages"u8);
        foreach (var line in receipt.Messages)
        {
            json.WriteStartObject();
            json.WriteString("messageId"u8, line.PublicId);
            ReportJson.WriteStatus(json, line.Duplicate ? InfobipStatuses.RejectedDuplicateMessageId : InfobipStatuses.PendingEnroute);
            json.WriteString("destination"u8, line.To);
            if (draft.CountsTexts)
            {
                json.WriteStartObject("details"u8);
                json.WriteNumber("messageCount"u8, TextsPerMessage);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Of <c>/sms/2/text/advanced</c>: other names for the same, and the status of the vendor's examples.</summary>
    public static void WriteAdvanced(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("bulkId"u8, receipt.BulkId);
        json.WriteStartArray("messages"u8);
        foreach (var line in receipt.Messages)
        {
            json.WriteStartObject();
            json.WriteString("messageId"u8, line.PublicId);
            ReportJson.WriteStatus(json, line.Duplicate ? InfobipStatuses.RejectedDuplicateMessageId : InfobipStatuses.PendingAccepted);
            json.WriteString("to"u8, line.To);
            if (draft.CountsTexts)
            {
                json.WriteNumber("smsCount"u8, TextsPerMessage);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Of <c>/omni/1/advanced</c>. "Bulk ID will be received only when you send a message to more than one destination address"; who named one is told it again.</summary>
    public static void WriteOmni(Utf8JsonWriter json, SubmissionReceipt receipt, SendDraft draft)
    {
        json.WriteStartObject();
        if (receipt.Messages.Count > 1 || draft.BulkId is not null)
        {
            json.WriteString("bulkId"u8, receipt.BulkId);
        }

        json.WriteStartArray("messages"u8);
        foreach (var line in receipt.Messages)
        {
            json.WriteStartObject();
            WriteOmniRecipient(json, line.To);
            ReportJson.WriteStatus(json, line.Duplicate ? InfobipStatuses.RejectedDuplicateMessageId : InfobipStatuses.PendingEnroute);
            json.WriteString("messageId"u8, line.PublicId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteOmniRecipient(Utf8JsonWriter json, string to)
    {
        json.WriteStartObject("to"u8);
        json.WriteString("phoneNumber"u8, to);
        json.WriteEndObject();
    }
}

using System.Text.Json;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;
using Naru.Engine.Ports;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>The answer to a send: one line for each destination, in their order (contracts/infobip.md §3.1).</summary>
internal static class SendAnswer
{
    public static void Write(Utf8JsonWriter json, SubmissionReceipt receipt)
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
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

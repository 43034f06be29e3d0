using System.Text.Json;
using Naru.Dialects.Infobip.Reports;
using Naru.Engine;

namespace Naru.Dialects.Infobip.Bulks;

/// <summary>How a bulk stands, in the two bodies of the vendor.</summary>
internal static class BulkAnswer
{
    public static void WriteSchedule(Utf8JsonWriter json, BulkStanding standing)
    {
        json.WriteStartObject();
        json.WriteString("bulkId"u8, standing.PublicId);
        ReportJson.WriteDate(json, "sendAt"u8, standing.SendAt);
        json.WriteEndObject();
    }

    public static void WriteStatus(Utf8JsonWriter json, BulkStanding standing)
    {
        json.WriteStartObject();
        json.WriteString("bulkId"u8, standing.PublicId);
        json.WriteString("status"u8, WordOf(standing.Status));
        json.WriteEndObject();
    }

    /// <summary>The vendor's FAILED is never told: a bulk does not fail, its messages do.</summary>
    public static string WordOf(BulkStatus status) => status switch
    {
        BulkStatus.Pending => "PENDING",
        BulkStatus.Paused => "PAUSED",
        BulkStatus.Processing => "PROCESSING",
        BulkStatus.Cancelled => "CANCELED",
        BulkStatus.Finished => "FINISHED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };
}

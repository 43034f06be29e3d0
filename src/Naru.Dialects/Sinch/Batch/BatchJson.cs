using System.Text.Json;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>
/// Answers about batches. Sinch publishes no bodies; the members are those that clients written for its Batch API read (docs/compatibility.md).
/// </summary>
internal static class BatchJson
{
    public static void WriteAccepted(Utf8JsonWriter json, string id, DateTimeOffset sendAfter)
    {
        json.WriteStartObject();
        json.WriteString("batch_id"u8, id);
        json.WriteString("send_after"u8, SinchTime.Format(sendAfter));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, BatchView batch)
    {
        json.WriteStartObject();
        json.WriteString("batch_id"u8, batch.Standing.PublicId);
        json.WriteString("status"u8, batch.Status);
        json.WriteString("send_after"u8, SinchTime.Format(batch.Standing.SendAt));
        if (batch.Metadata is { } metadata)
        {
            json.WritePropertyName("meta_data"u8);
            json.WriteRawValue(metadata);
        }

        json.WriteEndObject();
    }

    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<BatchView> batches)
    {
        json.WriteStartArray();
        foreach (var batch in batches)
        {
            Write(json, batch);
        }

        json.WriteEndArray();
    }
}

using System.Text.Json;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>{"message_id","accepted_time"}</c>. The id holds the time: a repetition under the same idempotency key says the same.</summary>
internal static class SendAnswer
{
    public static void Write(Utf8JsonWriter json, SubmissionReceipt receipt)
    {
        var id = receipt.Messages[0].PublicId;
        Span<byte> time = stackalloc byte[SinchTime.Length];
        SinchTime.Format(AcceptedAt(id), time);
        json.WriteStartObject();
        json.WriteString("message_id"u8, id);
        json.WriteString("accepted_time"u8, time);
        json.WriteEndObject();
    }

    /// <summary>The instant that a message id of this door holds.</summary>
    public static DateTimeOffset AcceptedAt(string id) => Ulid.TryParse(id, out var value)
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(ulong)(value >> 80))
        : throw new InvalidOperationException("A message of this door has an id that is no ULID.");
}

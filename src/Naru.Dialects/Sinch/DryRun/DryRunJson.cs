using System.Text.Json;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Dialects.Sinch.Status;
using Naru.Engine.Intake;

namespace Naru.Dialects.Sinch.DryRun;

/// <summary>
/// Answers to dry runs: those of a send, in which each message has <c>plan</c> and <c>findings</c> as on every front door. Ids that a send would make are
/// null.
/// </summary>
internal static class DryRunJson
{
    public static void WriteSend(Utf8JsonWriter json, SubmissionPlan plan)
    {
        json.WriteStartObject();
        json.WriteNull("message_id"u8);
        json.WriteString("accepted_time"u8, SinchTime.Format(plan.At));
        WriteMessage(json, plan.Messages[0], "message");
        json.WriteEndObject();
    }

    public static void WriteBatch(Utf8JsonWriter json, SubmissionPlan plan, DateTimeOffset sendAfter, string recipients)
    {
        json.WriteStartObject();
        json.WriteNull("batch_id"u8);
        json.WriteString("send_after"u8, SinchTime.Format(sendAfter));
        json.WriteStartArray("messages"u8);
        for (var i = 0; i < plan.Messages.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNull("message_id"u8);
            WriteMessage(json, plan.Messages[i], $"{recipients}[{i}]");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="property">Where in the request it stands.</param>
    private static void WriteMessage(Utf8JsonWriter json, MessagePlan message, string property)
    {
        WriteTime(json, message.Time);
        json.WriteStartArray("carriers"u8);
        foreach (var carrier in message.Carriers)
        {
            json.WriteStringValue(carrier);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings"u8);
        if (message.Refusal != EndReason.ResultCode)
        {
            var reason = SinchOutcome.OfRefusal(message.Refusal, message.RefusalNote)
                ?? throw new InvalidOperationException($"Nothing is refused because of {message.Refusal}.");
            json.WriteStartObject();
            json.WriteString("code"u8, reason.Code);
            json.WriteString("text"u8, reason.Description);
            json.WriteString("property"u8, property);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, PlannedTime? time)
    {
        if (time is null)
        {
            json.WriteNull("plan"u8);
            return;
        }

        json.WriteStartObject("plan"u8);
        json.WriteString("at"u8, SinchTime.Format(time.At));
        json.WriteString("expiresAt"u8, SinchTime.Format(time.ExpiresAt));
        json.WriteStartArray("why"u8);
        foreach (var reason in time.Why)
        {
            json.WriteStringValue(WordOf(reason));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> WordOf(PlanReason reason) => reason switch
    {
        PlanReason.SendAt => "SEND_AT"u8,
        PlanReason.Window => "DELIVERY_TIME_WINDOW"u8,
        PlanReason.AdvertisingHours => "ADVERTISING_HOURS"u8,
        PlanReason.Pace => "SENDING_SPEED_LIMIT"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}

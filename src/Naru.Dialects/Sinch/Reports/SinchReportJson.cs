using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Status;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>
/// The bodies of MESSAGE_DELIVERY and MESSAGE_SUBMIT (contracts/sinch.md §4), their members in the order of Sinch's own examples. In CONVERSATION mode
/// they are exactly those of the examples; <c>processing_mode</c> is told in DISPATCH mode only, where the ids are empty.
/// </summary>
internal static class SinchReportJson
{
    public static void Write(PooledBytes json, ReportEvent happened, in SinchReportFacts facts)
    {
        var message = facts.Message;
        json.Raw("{\"app_id\":"u8);
        json.Text(facts.AppId);
        json.Raw(",\"accepted_time\":"u8);
        Time(json, message.AcceptedAt);
        json.Raw(",\"event_time\":"u8);
        var failed = happened.FailedStep() is { } step && StepEnd.Of(message, step) is { } end ? (Step: step, End: end) : ((int Step, StepEnd End)?)null;
        var taken = happened.TakenStep();
        Time(json, taken is { } first ? SubmittedAt(message, first) : failed?.End.At ?? message.DoneAt ?? message.AcceptedAt);
        json.Raw(",\"project_id\":\""u8);
        Guid(json, facts.Project);
        json.Raw("\""u8);
        if (message.CallbackData is { } metadata)
        {
            json.Raw(",\"message_metadata\":"u8);
            json.Text(metadata);
        }

        if (message.Envelope.CorrelationId is { } correlation)
        {
            json.Raw(",\"correlation_id\":"u8);
            json.Text(correlation);
        }

        if (facts.ConversationMetadata is { } conversation)
        {
            json.Raw(",\"conversation_metadata\":"u8);
            json.Raw(conversation);
        }

        if (taken is { } submitted)
        {
            Submitted(json, facts, submitted);
        }
        else
        {
            Delivery(json, facts, failed);
        }

        json.Raw("}"u8);
    }

    /// <param name="failed">The step that failed while another follows: the channel is switched.</param>
    private static void Delivery(PooledBytes json, in SinchReportFacts facts, (int Step, StepEnd End)? failed)
    {
        var reason = failed is { } switched ? SinchOutcome.Of(switched.End) : SinchOutcome.Of(facts.Message);
        json.Raw(",\"message_delivery_report\":{\"message_id\":"u8);
        json.Text(facts.MessageId);
        json.Raw(",\"conversation_id\":"u8);
        json.Text(facts.ConversationId);
        json.Raw(failed is not null ? ",\"status\":\"SWITCHING_CHANNEL\""u8 : reason is null ? ",\"status\":\"DELIVERED\""u8 : ",\"status\":\"FAILED\""u8);
        Identity(json, facts.Message, failed?.Step ?? facts.Message.StepIndex);
        json.Raw(",\"contact_id\":"u8);
        json.Text(facts.ContactId);
        if (reason is not null)
        {
            json.Raw(",\"reason\":{\"code\":"u8);
            json.Text(reason.Code);
            json.Raw(",\"description\":"u8);
            json.Text(reason.Description);
            json.Raw(",\"sub_code\":"u8);
            json.Text(reason.SubCode);
            json.Raw("}"u8);
        }

        End(json, facts.Message);
    }

    private static void Submitted(PooledBytes json, in SinchReportFacts facts, int step)
    {
        json.Raw(",\"message_submit_notification\":{\"message_id\":"u8);
        json.Text(facts.MessageId);
        json.Raw(",\"conversation_id\":"u8);
        json.Text(facts.ConversationId);
        Identity(json, facts.Message, step);
        json.Raw(",\"contact_id\":"u8);
        json.Text(facts.ContactId);
        json.Raw(",\"submitted_message\":"u8);
        json.Raw(facts.Message.Envelope.Original ?? "{}");
        End(json, facts.Message);
    }

    private static void Identity(PooledBytes json, Message message, int step)
    {
        json.Raw(",\"channel_identity\":{\"channel\":\""u8);
        json.Raw(SinchChannels.WordOf(message.Envelope.Route[step].Channel));
        json.Raw("\",\"identity\":"u8);
        json.Text(message.To.Value);
        json.Raw(",\"app_id\":\"\"}"u8);
    }

    private static void End(PooledBytes json, Message message)
    {
        json.Raw(",\"metadata\":"u8);
        json.Text(message.CallbackData ?? "");
        json.Raw(message.Envelope.Talk is null ? ",\"processing_mode\":\"DISPATCH\"}"u8 : "}"u8);
    }

    /// <summary>A carrier took it: at its word that it did, or at the result where that came first.</summary>
    private static DateTimeOffset SubmittedAt(Message message, int step)
    {
        foreach (var line in message.Timeline)
        {
            if (line.Kind is TimelineKind.Taken or TimelineKind.Result && line.Step == step)
            {
                // The result may be dated back to when the carrier says that it happened: nothing is told as submitted after its end.
                return message.DoneAt is { } done && done < line.At ? done : line.At;
            }
        }

        return message.SentAt ?? message.AcceptedAt;
    }

    private static void Time(PooledBytes json, DateTimeOffset at)
    {
        json.Raw("\""u8);
        json.Advance(SinchTime.Format(at, json.GetSpan(SinchTime.Length)));
        json.Raw("\""u8);
    }

    private static void Guid(PooledBytes json, Guid guid)
    {
        guid.TryFormat(json.GetSpan(36), out var written, "D");
        json.Advance(written);
    }
}

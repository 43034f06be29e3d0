using System.Globalization;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Timing;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>
/// The answer to a dry run: that of a send (<see cref="SendAnswer"/>), in which each message has <c>plan</c> and <c>findings</c>. Ids that a send would make
/// are null.
/// </summary>
internal static class DryRunAnswer
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The words of <c>why</c>.</summary>
    public static readonly IReadOnlyList<string> Reasons = [.. Enum.GetValues<PlanReason>().Select(WordOf)];

    public static void Write(Utf8JsonWriter json, string? bulkId, IReadOnlyList<DryRunLine> lines, SendForm form)
    {
        json.WriteStartObject();
        json.WriteString("bulkId"u8, bulkId);
        json.WriteStartArray("messages"u8);
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("messageId"u8, line.Destination.MessageId);
            ReportJson.WriteStatus(json, line.Duplicate ? InfobipStatuses.RejectedDuplicateMessageId : form.Accepted);
            form.WriteRecipient(json, line.Destination.To.Value);
            WritePlan(json, line.Time);
            WriteSteps(json, line.Route);
            WriteFindings(json, line.Findings);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlan(Utf8JsonWriter json, PlannedTime? time)
    {
        if (time is null)
        {
            json.WriteNull("plan"u8);
            return;
        }

        json.WriteStartObject("plan"u8);
        json.WriteString("at"u8, Text(time.At));
        json.WriteString("expiresAt"u8, Text(time.ExpiresAt));
        json.WriteStartArray("why"u8);
        foreach (var reason in time.Why)
        {
            json.WriteStringValue(WordOf(reason));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where there is a text among them: as which kind carriers take it, and what stands behind what.</summary>
    private static void WriteSteps(Utf8JsonWriter json, IReadOnlyList<Step> route)
    {
        if (route is [{ Channel: not Channel.Sms }])
        {
            return;
        }

        json.WriteStartArray("steps"u8);
        foreach (var step in route)
        {
            json.WriteStartObject();
            json.WriteString("channel"u8, OmniChannels.WordOf(step.Channel));
            json.WriteString("sender"u8, step.Sender);
            json.WriteNumber("validitySeconds"u8, (long)step.Validity.TotalSeconds);
            if (step.Content is SmsContent text)
            {
                var check = SmsText.Check(text.Text, text.Title);
                json.WriteString("kind"u8, check.Kind == SmsKind.Sms ? "SMS"u8 : "LMS"u8);
                json.WriteNumber("bytes"u8, check.Bytes);
                json.WriteNumber("titleBytes"u8, check.TitleBytes);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string WordOf(PlanReason reason) => reason switch
    {
        PlanReason.SendAt => "SEND_AT",
        PlanReason.Window => "DELIVERY_TIME_WINDOW",
        PlanReason.AdvertisingHours => "ADVERTISING_HOURS",
        PlanReason.Pace => "SENDING_SPEED_LIMIT",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    private static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<DryRunFinding> findings)
    {
        json.WriteStartArray("findings"u8);
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code"u8, finding.Code);
            json.WriteString("text"u8, finding.Text);
            json.WriteString("property"u8, finding.Property);
            WriteDifference(json, finding.Difference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Places are those of the template's members, positions count from 0.</summary>
    private static void WriteDifference(Utf8JsonWriter json, TextDifference? difference)
    {
        if (difference is null)
        {
            return;
        }

        json.WriteStartObject("difference"u8);
        json.WriteString("place"u8, difference.Place);
        json.WriteNumber("position"u8, difference.Position);
        json.WriteString("expected"u8, difference.Expected);
        json.WriteString("found"u8, difference.Found);
        json.WriteEndObject();
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString(Iso, CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A page of delivery reports as JSON: the same for pushes and for <c>GET …/reports</c> (contracts/infobip.md §8.1, §8.3).</summary>
internal static class ReportJson
{
    public static Action<Utf8JsonWriter, ReportFacts[]> Writer(ReportForm form) => form switch
    {
        ReportForm.Texts => WriteTexts,
        ReportForm.Omni => WriteOmni,
        _ => WriteMessages,
    };

    private static void WriteOmni(Utf8JsonWriter json, ReportFacts[] reports) => Write(json, reports, ReportForm.Omni);

    private static void WriteMessages(Utf8JsonWriter json, ReportFacts[] reports) => Write(json, reports, ReportForm.Messages);

    private static void WriteTexts(Utf8JsonWriter json, ReportFacts[] reports) => Write(json, reports, ReportForm.Texts);

    private static void Write(Utf8JsonWriter json, ReportFacts[] reports, ReportForm form)
    {
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var report in reports)
        {
            WriteReport(json, report, form);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReport(Utf8JsonWriter json, in ReportFacts report, ReportForm form)
    {
        var message = report.Message;
        var envelope = message.Envelope;
        var (status, error) = report.Outcome;
        json.WriteStartObject();
        json.WriteString("bulkId"u8, report.BulkId);
        WritePrice(json);
        WriteStatus(json, status);
        WriteError(json, error);
        json.WriteString("messageId"u8, report.MessageId);
        json.WriteString("to"u8, message.To.Value);
        if (form != ReportForm.Omni)
        {
            json.WriteString(form == ReportForm.Texts ? "from"u8 : "sender"u8, report.Step.Sender);
        }

        WriteDate(json, "sentAt"u8, report.SentAt);
        WriteDate(json, "doneAt"u8, report.DoneAt);
        json.WriteNumber(form == ReportForm.Texts ? "smsCount"u8 : "messageCount"u8, 1);
        if (envelope.CallbackData is { } callbackData)
        {
            json.WriteString("callbackData"u8, callbackData);
        }

        if (form == ReportForm.Omni)
        {
            json.WriteString("channel"u8, OmniChannels.WordOf(report.Step.Channel));
        }

        WritePlatform(json, envelope, form);
        WriteCampaign(json, envelope);
        json.WriteEndObject();
    }

    /// <summary>The gateway does not know what a dealer bills: nothing, in the currency of the vendor's samples (docs/compatibility.md).</summary>
    public static void WritePrice(Utf8JsonWriter json)
    {
        json.WriteStartObject("price"u8);
        json.WriteNumber("pricePerMessage"u8, 0);
        json.WriteString("currency"u8, "EUR"u8);
        json.WriteEndObject();
    }

    public static void WriteStatus(Utf8JsonWriter json, InfobipStatus status)
    {
        json.WriteStartObject("status"u8);
        json.WriteNumber("groupId"u8, status.GroupId);
        json.WriteString("groupName"u8, status.GroupName);
        json.WriteNumber("id"u8, status.Id);
        json.WriteString("name"u8, status.Name);
        json.WriteString("description"u8, status.Description);
        if (status.Action is { } action)
        {
            json.WriteString("action"u8, action);
        }

        json.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter json, InfobipError error)
    {
        json.WriteStartObject("error"u8);
        json.WriteNumber("groupId"u8, error.GroupId);
        json.WriteString("groupName"u8, error.GroupName);
        json.WriteNumber("id"u8, error.Id);
        json.WriteString("name"u8, error.Name);
        json.WriteString("description"u8, error.Description);
        json.WriteBoolean("permanent"u8, error.Permanent);
        json.WriteEndObject();
    }

    public static void WriteDate(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset at)
    {
        Span<char> text = stackalloc char[32];
        InfobipDate.TryFormat(at, text, out var length);
        json.WriteString(name, text[..length]);
    }

    /// <summary>As an object, or flat among the members of a text.</summary>
    public static void WritePlatform(Utf8JsonWriter json, Envelope envelope, ReportForm form = ReportForm.Messages)
    {
        var isObject = form == ReportForm.Messages;
        if (envelope.EntityId is null && envelope.ApplicationId is null)
        {
            return;
        }

        if (isObject)
        {
            json.WriteStartObject("platform"u8);
        }

        if (envelope.EntityId is { } entity)
        {
            json.WriteString("entityId"u8, entity);
        }

        if (envelope.ApplicationId is { } application)
        {
            json.WriteString("applicationId"u8, application);
        }

        if (isObject)
        {
            json.WriteEndObject();
        }
    }

    public static void WriteCampaign(Utf8JsonWriter json, Envelope envelope)
    {
        if (envelope.CampaignReference is { } campaign)
        {
            json.WriteString("campaignReferenceId"u8, campaign);
        }
    }
}

using System.Globalization;
using System.Xml;
using Naru.Core.Messages;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A page of delivery reports as XML, element by element as the OpenAPI file's example of the webhook shows it.</summary>
internal static class ReportXml
{
    public static void Write(XmlWriter xml, IReadOnlyList<ReportFacts> reports, ReportForm form)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("DeliveryReports");
        xml.WriteStartElement("results");
        foreach (var report in reports)
        {
            WriteReport(xml, report, form);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteReport(XmlWriter xml, in ReportFacts report, ReportForm form)
    {
        var message = report.Message;
        var envelope = message.Envelope;
        var (status, error) = report.Outcome;
        xml.WriteStartElement("result");
        xml.Text("bulkId", report.BulkId);
        xml.WriteStartElement("price");
        xml.WriteElementString("pricePerMessage", "0");
        xml.WriteElementString("currency", "EUR");
        xml.WriteEndElement();
        WriteStatus(xml, status);
        WriteError(xml, error);
        xml.Text("messageId", report.MessageId);
        xml.Text("to", message.To.Value);
        if (form != ReportForm.Omni)
        {
            xml.Text(form == ReportForm.Texts ? "from" : "sender", report.Step.Sender);
        }

        xml.WriteElementString("sentAt", InfobipDate.Format(report.SentAt));
        xml.WriteElementString("doneAt", InfobipDate.Format(report.DoneAt));
        xml.WriteElementString(form == ReportForm.Texts ? "smsCount" : "messageCount", "1");
        if (envelope.CallbackData is { } callbackData)
        {
            xml.Text("callbackData", callbackData);
        }

        if (form == ReportForm.Omni)
        {
            xml.WriteElementString("channel", OmniChannels.WordOf(report.Step.Channel));
        }

        WritePlatform(xml, envelope, form);
        if (envelope.CampaignReference is { } campaign)
        {
            xml.Text("campaignReferenceId", campaign);
        }

        xml.WriteEndElement();
    }

    private static void WriteStatus(XmlWriter xml, InfobipStatus status)
    {
        xml.WriteStartElement("status");
        WriteNumber(xml, "groupId", status.GroupId);
        xml.WriteElementString("groupName", status.GroupName);
        WriteNumber(xml, "id", status.Id);
        xml.WriteElementString("name", status.Name);
        xml.WriteElementString("description", status.Description);
        if (status.Action is { } action)
        {
            xml.WriteElementString("action", action);
        }

        xml.WriteEndElement();
    }

    private static void WriteError(XmlWriter xml, InfobipError error)
    {
        xml.WriteStartElement("error");
        WriteNumber(xml, "groupId", error.GroupId);
        xml.WriteElementString("groupName", error.GroupName);
        WriteNumber(xml, "id", error.Id);
        xml.WriteElementString("name", error.Name);
        xml.WriteElementString("description", error.Description);
        xml.WriteElementString("permanent", error.Permanent ? "true" : "false");
        xml.WriteEndElement();
    }

    private static void WritePlatform(XmlWriter xml, Envelope envelope, ReportForm form)
    {
        if (envelope.EntityId is null && envelope.ApplicationId is null)
        {
            return;
        }

        if (form == ReportForm.Messages)
        {
            xml.WriteStartElement("platform");
        }

        if (envelope.EntityId is { } entity)
        {
            xml.Text("entityId", entity);
        }

        if (envelope.ApplicationId is { } application)
        {
            xml.Text("applicationId", application);
        }

        if (form == ReportForm.Messages)
        {
            xml.WriteEndElement();
        }
    }

    private static void WriteNumber(XmlWriter xml, string name, int value) =>
        xml.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));
}

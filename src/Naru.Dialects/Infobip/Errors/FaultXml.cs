using System.Xml;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Errors;

/// <summary>The newer error as XML: <c>ApiError</c>, as the OpenAPI file's examples of 401, 403, 429 and 500 show it.</summary>
internal static class FaultXml
{
    public static async Task WriteAsync(HttpContext context, InfobipFault fault, IReadOnlyList<ShapeFault> violations)
    {
        using var body = new PooledBytes(1024);
        Render(body, fault, violations);
        await JsonAnswer.WriteAsync(context, fault.Status, InfobipXml.ContentTypeUtf8, body);
    }

    private static void Render(PooledBytes into, InfobipFault fault, IReadOnlyList<ShapeFault> violations)
    {
        using var xml = InfobipXml.Open(into);
        xml.WriteStartDocument();
        xml.WriteStartElement("ApiError");
        xml.WriteElementString("errorCode", fault.ErrorCode);
        xml.WriteElementString("description", fault.Description);
        xml.WriteElementString("action", fault.Action);
        xml.WriteStartElement("violations");
        foreach (var violation in violations)
        {
            xml.WriteStartElement("violation");
            xml.Text("property", violation.Path);
            xml.Text("violation", violation.Text);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("resources");
        if (fault.Resource is { } resource)
        {
            xml.WriteStartElement("resource");
            xml.WriteElementString("name", resource.Name);
            xml.WriteElementString("url", resource.Url);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

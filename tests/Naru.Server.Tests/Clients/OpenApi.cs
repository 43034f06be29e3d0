using System.Net;
using System.Text.Json;
using Naru.Dialects.Tests.Contracts;

namespace Naru.Server.Tests.Clients;

/// <summary>Every answer and push of the Infobip front door is one that the vendor's OpenAPI file describes.</summary>
internal static class OpenApi
{
    public static void ShouldBeAnAnswer(string path, HttpStatusCode status, string body) => ShouldBe((path, status) switch
    {
        (_, not HttpStatusCode.OK) => "ApiError",
        (InfobipClient.MessagesPath, _) => "alim.ResponseEnvelopeMessageResponseMessageResponseDetails",
        (InfobipClient.ReportsPath, _) => "alim.DeliveryReports",
        (InfobipClient.LogsPath, _) => "alim.LogResponseLogKakaoAlimOutboundContent",
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "No schema is known for it."),
    }, body);

    public static void ShouldBeReports(string body) => ShouldBe("alim.DeliveryReports", body);

    public static void ShouldBe(string schema, string body)
    {
        using var json = JsonDocument.Parse(body);
        OpenApiFile.Infobip.ShouldAccept(json.RootElement, schema);
    }
}

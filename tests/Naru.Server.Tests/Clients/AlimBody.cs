using System.Globalization;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>Send requests of the Infobip front door (contracts/infobip.md §3, §4).</summary>
internal static class AlimBody
{
    public const string PackageTemplate = "package_template";
    public const string OtpTemplate = "otp_template";

    /// <summary>The parcel template, to one or many.</summary>
    public static JsonObject Parcel(string sender, params IReadOnlyList<Destination> to) => Of(Message(
        sender, PackageTemplate, "주문하신 상품 4711의 도착 예정일은 내일입니다.", to));

    public static JsonObject OneTimeCode(string sender, string code, params IReadOnlyList<Destination> to) => Of(Message(
        sender, OtpTemplate, $"인증번호는 {code} 입니다.", to));

    public static JsonObject Of(params IReadOnlyList<JsonObject> messages) => new() { ["messages"] = new JsonArray([.. messages]) };

    public static JsonObject Message(string sender, string template, string text, params IReadOnlyList<Destination> to) => new()
    {
        ["sender"] = sender,
        ["destinations"] = new JsonArray([.. to.Select(ToJson)]),
        ["content"] = new JsonObject { ["type"] = "TEMPLATE", ["templateCode"] = template, ["text"] = text },
    };

    /// <summary>Reports of all messages go to the URL.</summary>
    public static JsonObject ReportingTo(this JsonObject body, Uri url, string? contentType = null, string? callbackData = null)
    {
        foreach (var message in body["messages"]!.AsArray())
        {
            var webhooks = new JsonObject { ["delivery"] = new JsonObject { ["url"] = url.AbsoluteUri } };
            if (contentType is not null)
                webhooks["contentType"] = contentType;
            if (callbackData is not null)
                webhooks["callbackData"] = callbackData;
            message!["webhooks"] = webhooks;
        }

        return body;
    }

    public static JsonObject InBulk(this JsonObject body, string bulkId)
    {
        body["options"] = new JsonObject { ["schedule"] = new JsonObject { ["bulkId"] = bulkId } };
        return body;
    }

    private static JsonNode ToJson(Destination destination)
    {
        var json = new JsonObject { ["to"] = destination.To };
        if (destination.MessageId is not null)
            json["messageId"] = destination.MessageId;
        return json;
    }
}

/// <param name="MessageId">The client's id; without one the gateway makes it.</param>
internal sealed record Destination(string To, string? MessageId = null)
{
    public static implicit operator Destination(string to) => new(to);

    /// <summary>An ordinary number of nobody: <c>8210</c>, then 20000000 and more.</summary>
    public static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"8210{20_000_000 + n:D8}");

    /// <summary>A number for which the centre answers with the result code.</summary>
    public static string AnsweredWith(string code) => "82109999" + code;
}

using System.Globalization;
using System.Text.Json;
using Naru.Carriers.Http;

namespace Naru.Carriers.Bizgo;

/// <summary>
/// Bizgo's envelope: <c>{common{authCode}, data{code, result, data}}</c>. It succeeded only where both codes are A000; a body that is not its JSON has no codes.
/// </summary>
internal readonly struct BizgoAnswer
{
    private BizgoAnswer(string? gateway, string? service, JsonElement result, JsonElement servicePart)
    {
        Gateway = gateway;
        Service = service;
        Result = result;
        ServicePart = servicePart;
    }

    public string? Gateway { get; }

    public string? Service { get; }

    /// <summary>data.data</summary>
    public JsonElement Result { get; }

    /// <summary>data: a few operations answer there.</summary>
    public JsonElement ServicePart { get; }

    public bool IsOk => Gateway == BizgoCodes.Ok && Service == BizgoCodes.Ok;

    public static BizgoAnswer Read(DealerReply reply)
    {
        if (reply.Kind != DealerReplyKind.Answered || DealerJson.Parse(reply.Body) is not { ValueKind: JsonValueKind.Object } body)
        {
            return default;
        }

        body.TryGetProperty("common", out var common);
        body.TryGetProperty("data", out var service);
        var result = service.ValueKind == JsonValueKind.Object && service.TryGetProperty("data", out var data) ? data : default;
        return new BizgoAnswer(DealerJson.Text(common, "authCode"), DealerJson.Text(service, "code"), result, service);
    }
}

internal static class BizgoJson
{
    public static IReadOnlyList<JsonElement> List(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)]
            : [];

    public static bool IsTrue(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
        && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && string.Equals(value.GetString(), "true", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A report, or a line of the history.</summary>
    public static BizgoReport Report(JsonElement report) => new(
        DealerJson.Text(report, "msgKey"), DealerJson.Text(report, "ref"), DealerJson.Text(report, "serviceType"), DealerJson.Text(report, "responseCode"), DealerJson.Text(report, "reportCode"),
        DateTimeOffset.TryParse(DealerJson.Text(report, "reportTime"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null);
}

/// <param name="ResponseCode">What was said when it was taken; only in the history.</param>
/// <param name="ReportCode">What became of it; null as long as nobody knows.</param>
internal sealed record BizgoReport(string? MessageKey, string? Reference, string? ServiceType, string? ResponseCode, string? ReportCode, DateTimeOffset? At);

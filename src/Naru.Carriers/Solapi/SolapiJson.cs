using System.Text.Json;
using Naru.Carriers.Http;

namespace Naru.Carriers.Solapi;

/// <summary>Reads what Solapi answers and reports.</summary>
internal static class SolapiJson
{
    /// <summary>What it says of one message, in an answer, a list or a report.</summary>
    public static SolapiMessage Message(JsonElement message) => new(
        DealerJson.Text(message, "messageId"),
        DealerJson.Text(message, "to"),
        DealerJson.Text(message, "statusCode") ?? "",
        message.TryGetProperty("customFields", out var custom) && custom.ValueKind == JsonValueKind.Object ? DealerJson.Text(custom, SolapiMessages.Reference) : null,
        DealerJson.Time(message, "dateReported") ?? DealerJson.Time(message, "dateReceived") ?? DealerJson.Time(message, "dateUpdated") ?? DealerJson.Time(message, "dateProcessed"),
        DealerJson.Time(message, "dateUpdated"));

    /// <summary>The messages of an array, or of an object that holds them by their ids; none where it is neither.</summary>
    public static IEnumerable<SolapiMessage> Messages(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var list))
        {
            return [];
        }

        return list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(Message),
            JsonValueKind.Object => list.EnumerateObject().Where(static item => item.Value.ValueKind == JsonValueKind.Object).Select(static item => Message(item.Value)),
            _ => [],
        };
    }
}

/// <param name="Reference">Ours; null where the message is not of this gateway.</param>
/// <param name="At">When it got its state.</param>
/// <param name="UpdatedAt">When the list shows it as changed.</param>
internal sealed record SolapiMessage(string? Id, string? To, string StatusCode, string? Reference, DateTimeOffset? At, DateTimeOffset? UpdatedAt);

using System.Globalization;
using System.Text.Json;

namespace Naru.Carriers.Solapi;

/// <summary>Reads what Solapi answers and reports; a body that is not its JSON is null.</summary>
internal static class SolapiJson
{
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What it says of one message, in an answer, a list or a report.</summary>
    public static SolapiMessage Message(JsonElement message) => new(
        Text(message, "messageId"),
        Text(message, "to"),
        Text(message, "statusCode") ?? "",
        message.TryGetProperty("customFields", out var custom) && custom.ValueKind == JsonValueKind.Object ? Text(custom, SolapiMessages.Reference) : null,
        Time(message, "dateReported") ?? Time(message, "dateReceived") ?? Time(message, "dateUpdated") ?? Time(message, "dateProcessed"),
        Time(message, "dateUpdated"));

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

    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement parent, string name) =>
        DateTimeOffset.TryParse(Text(parent, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}

/// <param name="Reference">Ours; null where the message is not of this gateway.</param>
/// <param name="At">When it got its state.</param>
/// <param name="UpdatedAt">When the list shows it as changed.</param>
internal sealed record SolapiMessage(string? Id, string? To, string StatusCode, string? Reference, DateTimeOffset? At, DateTimeOffset? UpdatedAt);

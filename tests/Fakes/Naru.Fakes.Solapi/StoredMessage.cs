namespace Naru.Fakes.Solapi;

/// <summary>A message as the fake keeps it.</summary>
internal sealed class StoredMessage
{
    public required string MessageId { get; init; }

    public required string GroupId { get; init; }

    public required string To { get; init; }

    public required string From { get; init; }

    public required string Type { get; init; }

    public required string Text { get; init; }

    public required Dictionary<string, string> CustomFields { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public DateTimeOffset DateUpdated { get; set; }

    public string StatusCode { get; set; } = "2000";

    public string? Reference => CustomFields.GetValueOrDefault("naru");

    public object Shown() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["_id"] = MessageId,
        ["messageId"] = MessageId,
        ["groupId"] = GroupId,
        ["accountId"] = "FAKE-ACCOUNT",
        ["type"] = Type,
        ["to"] = To,
        ["from"] = From,
        ["text"] = Text,
        ["country"] = "82",
        ["statusCode"] = StatusCode,
        ["customFields"] = CustomFields,
        ["replacement"] = false,
        ["autoTypeDetect"] = true,
        ["dateCreated"] = Instant(DateCreated),
        ["dateUpdated"] = Instant(DateUpdated),
        ["dateReported"] = StatusCode is "2000" or "3000" ? null : Instant(DateUpdated),
    };

    public object Reported() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["messageId"] = MessageId,
        ["groupId"] = GroupId,
        ["type"] = Type,
        ["to"] = To,
        ["from"] = From,
        ["statusCode"] = StatusCode,
        ["dateProcessed"] = Instant(DateCreated),
        ["dateReported"] = Instant(DateUpdated),
        ["dateReceived"] = Instant(DateUpdated),
        ["networkCode"] = null,
        ["customFields"] = CustomFields,
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

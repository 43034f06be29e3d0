using System.Globalization;
using System.Text.Json;

namespace Naru.Carriers.Http;

/// <summary>Reads what dealers say, leniently: what is not there or not as agreed is null.</summary>
internal static class DealerJson
{
    /// <summary>Null where the body is not JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON, but no text.
            return null;
        }
    }

    /// <summary>A time without a zone is taken as UTC.</summary>
    public static DateTimeOffset? Time(JsonElement parent, string name)
    {
        if (Text(parent, name) is not { } text)
        {
            return null;
        }

        // What both dealers write; the strict reader is many times faster than the one that takes anything.
        return text.EndsWith('Z') && parent.GetProperty(name).TryGetDateTimeOffset(out var strict) ? strict
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time
            : null;
    }
}

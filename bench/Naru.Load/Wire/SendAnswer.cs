using System.Text.Json;

namespace Naru.Load.Wire;

/// <summary>Reads which messages of a request were accepted (infobip.md §3.1: one entry per destination, in order).</summary>
internal static class SendAnswer
{
    /// <summary>True when all of them were: one vectorised count, as an answer to a bulk of a thousand is 200 kB long.</summary>
    public static bool AllAccepted(ReadOnlySpan<byte> body, int messages) => body.Count("\"PENDING\""u8) == messages;

    /// <summary>The status name of each message, for the answers that are not all "accepted".</summary>
    public static IReadOnlyList<(bool Accepted, string Status)> Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var answer = JsonDocument.ParseValue(ref reader);
        return
        [
            .. answer.RootElement.GetProperty("messages").EnumerateArray().Select(message =>
            {
                var status = message.GetProperty("status");
                var group = status.GetProperty("groupName").GetString();
                return (group is "PENDING" or "ACCEPTED", status.GetProperty("name").GetString() ?? "?");
            }),
        ];
    }
}

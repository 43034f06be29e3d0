using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>What a share callback brought, to be read by people.</summary>
internal static class CallbackFields
{
    private static readonly JsonSerializerOptions s_lines = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The kind of room that was shared into, as Kakao names it; and all of the JSON, a member a line.</returns>
    public static (string? Room, string Sent) Read(CallbackRecord record)
    {
        var fields = JsonNode.Parse(record.Fields)!;
        return (fields["CHAT_TYPE"]?.ToString(), fields.ToJsonString(s_lines));
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Naru.Console.Kakao;

/// <summary>Short JSON for an app's page, as text: Korean stands in it as it is.</summary>
internal static class PlainJson
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object of these members.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

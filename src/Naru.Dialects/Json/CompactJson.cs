using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Naru.Dialects.Json;

/// <summary>A caller's own JSON as it is kept: no blanks, no comments, Korean unescaped.</summary>
internal static class CompactJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="JsonException">It holds a text that is not valid Unicode.</exception>
    public static string Of(JsonElement element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            try
            {
                element.WriteTo(json);
            }
            catch (InvalidOperationException e)
            {
                throw new JsonException("A string is not valid Unicode.", e);
            }
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}

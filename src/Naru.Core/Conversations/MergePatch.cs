using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Naru.Core.Conversations;

/// <summary>JSON Merge Patch (RFC 7386) on the metadata of conversations.</summary>
public static class MergePatch
{
    /// <summary>The most bytes of UTF-8 that the metadata of a conversation may have (contracts/sinch.md §5).</summary>
    public const int MetadataLimit = 2_048;

    private static readonly JsonWriterOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The target with the patch applied: members that the patch says <c>null</c> of go, others are set, objects are merged.</summary>
    /// <param name="target">A JSON object; null stands for an empty one.</param>
    /// <param name="patch">A JSON object.</param>
    public static string Apply(string? target, string patch)
    {
        using var after = JsonDocument.Parse(patch);
        using var before = JsonDocument.Parse(target ?? "{}");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_compact))
        {
            Write(writer, before.RootElement, after.RootElement);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether it fits into a conversation.</summary>
    public static bool Fits(string? metadata) => metadata is null || Encoding.UTF8.GetByteCount(metadata) <= MetadataLimit;

    private static void Write(Utf8JsonWriter writer, JsonElement? target, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
        {
            patch.WriteTo(writer);
            return;
        }

        var patched = Members(patch);
        writer.WriteStartObject();
        foreach (var (name, value) in target is { ValueKind: JsonValueKind.Object } known ? Members(known) : [])
        {
            if (!patched.Remove(name, out var change))
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
            else if (change.ValueKind != JsonValueKind.Null)
            {
                writer.WritePropertyName(name);
                Write(writer, value, change);
            }
        }

        foreach (var (name, value) in patched)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                writer.WritePropertyName(name);
                Write(writer, null, value);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>In the order written. Of members with the same name the last one counts.</summary>
    private static OrderedDictionary<string, JsonElement> Members(JsonElement json)
    {
        var members = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}

using System.Text;
using System.Text.Json;
using Naru.Dialects.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>Metadata of batches: JSON objects of the caller's own.</summary>
internal static class BatchMetadata
{
    /// <summary>Reserved: whatever the caller wrote there is written over (contracts/sinch.md §3.9).</summary>
    public const string BatchId = "_batch_id";

    /// <summary>What a message carries: the batch's, over it the recipient's, and the batch's id. Reports bring it back.</summary>
    public static string Merge(string? batch, string? recipient, string id)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        Take(batch, members);
        Take(recipient, members);
        members.Remove(BatchId);
        using var merged = new PooledBytes(256);
        merged.Raw("{"u8);
        foreach (var (name, value) in members)
        {
            merged.Text(name);
            merged.Raw(":"u8);
            merged.Raw(value);
            merged.Raw(","u8);
        }

        merged.Text(BatchId);
        merged.Raw(":"u8);
        merged.Text(id);
        merged.Raw("}"u8);
        return Encoding.UTF8.GetString(merged.Span);
    }

    /// <summary>Whether the metadata has this member with this value, a text or what is written as it.</summary>
    public static bool Has(string? metadata, string name, string value)
    {
        if (metadata is null)
        {
            return false;
        }

        using var document = JsonDocument.Parse(metadata);
        return document.RootElement.TryGetProperty(name, out var member)
            && string.Equals(member.ValueKind == JsonValueKind.String ? member.GetString() : member.GetRawText(), value, StringComparison.Ordinal);
    }

    private static void Take(string? metadata, Dictionary<string, string> members)
    {
        if (metadata is null)
        {
            return;
        }

        using var document = JsonDocument.Parse(metadata);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            members[member.Name] = member.Value.GetRawText();
        }
    }
}

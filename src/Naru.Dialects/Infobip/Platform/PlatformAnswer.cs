using System.Text.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Platform;

/// <summary>A page of applications or entities.</summary>
internal sealed record PlatformPage(PlatformWords Words, IReadOnlyList<PlatformTag> Tags, int Page, int Size, int Total);

/// <summary>Applications and entities as the vendor writes them.</summary>
internal static class PlatformAnswer
{
    public static void WritePage(Utf8JsonWriter json, PlatformPage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("results"u8);
        foreach (var tag in page.Tags)
        {
            Write(json, (page.Words, tag));
        }

        json.WriteEndArray();
        json.WriteStartObject("paging"u8);
        json.WriteNumber("page"u8, page.Page);
        json.WriteNumber("size"u8, page.Size);
        json.WriteNumber("totalPages"u8, (page.Total + page.Size - 1) / page.Size);
        json.WriteNumber("totalResults"u8, page.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, (PlatformWords Words, PlatformTag Tag) one)
    {
        var (words, tag) = one;
        json.WriteStartObject();
        json.WriteString(words.IdUtf8, tag.Id);
        if (tag.Name is { } name)
        {
            json.WriteString(words.NameUtf8, name);
        }

        json.WriteEndObject();
    }
}

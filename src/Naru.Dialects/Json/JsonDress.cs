using System.Text.Json;

namespace Naru.Dialects.Json;

/// <summary>What a document may have on beside JSON.</summary>
internal enum JsonDress
{
    /// <summary>Nothing.</summary>
    Plain = 0,

    /// <summary>Comments and trailing commas, as vendors' documents print their examples and people paste them.</summary>
    Casual = 1,
}

internal static class JsonDressOptions
{
    public static JsonReaderOptions ReaderOptions(this JsonDress dress) => new()
    {
        MaxDepth = StrictJson.MaxDepth,
        AllowTrailingCommas = dress == JsonDress.Casual,
        CommentHandling = dress == JsonDress.Casual ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
    };
}

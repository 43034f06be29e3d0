using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Naru.Dialects.Http;

/// <summary>Which content types count as JSON.</summary>
internal static class JsonMedia
{
    public const string Utf8 = "application/json; charset=utf-8";

    /// <summary>A body without a content type is taken for JSON; one in another charset than UTF-8 is not.</summary>
    public static bool IsJson(HttpRequest request)
    {
        if (string.IsNullOrEmpty(request.ContentType) || string.Equals(request.ContentType, "application/json", StringComparison.Ordinal))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || HeaderUtilities.RemoveQuotes(type.Charset).Equals("us-ascii", StringComparison.OrdinalIgnoreCase));
    }
}

using System.Net;
using System.Text.Json;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), headers);
    }

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Body);
        return this;
    }

    /// <summary>The paths that a 400 of the newer family complains about.</summary>
    public IReadOnlyList<string> Violations() =>
        [.. Json.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("property").GetString()!)];
}

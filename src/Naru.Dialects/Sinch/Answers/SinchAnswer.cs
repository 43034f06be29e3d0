using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;

namespace Naru.Dialects.Sinch.Answers;

/// <summary>
/// Answers of this door. The .NET SDK refuses every media type but exactly <c>application/json</c> and wants a JSON body of deletes too
/// (contracts/sinch.md §2), so every success is 200 with an object.
/// </summary>
internal static class SinchAnswer
{
    public const string ContentType = "application/json";

    /// <summary>200.</summary>
    public static Task WriteAsync<T>(HttpContext context, T what, Action<Utf8JsonWriter, T> render) =>
        WriteAsync(context, StatusCodes.Status200OK, what, render);

    /// <summary>200 with <c>{}</c>.</summary>
    public static Task WriteNothingAsync(HttpContext context) => WriteAsync(context, 0, static (json, _) =>
    {
        json.WriteStartObject();
        json.WriteEndObject();
    });

    public static async Task WriteAsync<T>(HttpContext context, int status, T what, Action<Utf8JsonWriter, T> render)
    {
        using var body = new PooledBytes(1024);
        JsonAnswer.Render(body, what, render);
        await JsonAnswer.WriteAsync(context, status, ContentType, body);
    }
}

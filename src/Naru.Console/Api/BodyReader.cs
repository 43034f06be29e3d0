using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Naru.Console.Api;

/// <summary>Reads a small JSON body strictly; what is wrong with it is told by its path.</summary>
internal static class BodyReader
{
    private const long MaxBytes = 1024 * 1024;

    /// <returns>Null when there is no body.</returns>
    public static async ValueTask<T?> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
            {
                throw new ApiProblemException(new ApiProblem(StatusCodes.Status413PayloadTooLarge, "The body has at most 1 MB."));
            }

            await bytes.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
        }

        if (bytes.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), type)
                ?? throw new ApiProblemException(ApiProblem.Bad("$", "The body is a JSON object."));
        }
        catch (JsonException fault)
        {
            throw new ApiProblemException(ApiProblem.Bad(NameOf(fault.Path), "The body is not the JSON that is expected here."));
        }
    }

    public static async ValueTask<T> ReadRequiredAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class =>
        await ReadAsync(request, type) ?? throw new ApiProblemException(ApiProblem.Bad("$", "A JSON body is needed."));

    private static string NameOf(string? path) => path is null or "$" ? "$" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
}

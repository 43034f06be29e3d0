using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Http;

/// <summary>JSON answers, written by hand into a pooled buffer and sent with their length.</summary>
internal static class JsonAnswer
{
    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <summary>Korean stays readable; what could break out of a string is escaped all the same.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Runs the renderer over a writer that is kept per thread: renderers are synchronous and do not nest.</summary>
    public static void Render<T>(PooledBytes into, T what, Action<Utf8JsonWriter, T> render)
    {
        var writer = s_writer ??= new Utf8JsonWriter(into, s_options);
        writer.Reset(into);
        render(writer, what);
        writer.Flush();
        writer.Reset(Stream.Null);
    }

    public static async Task WriteAsync<T>(HttpContext context, int status, T what, Action<Utf8JsonWriter, T> render)
    {
        using var body = new PooledBytes(1024);
        Render(body, what, render);
        await WriteAsync(context, status, JsonMedia.Utf8, body);
    }

    public static async Task WriteAsync(HttpContext context, int status, string contentType, PooledBytes body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body.Memory, context.RequestAborted);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Naru.Server.Logging;

/// <summary>
/// One JSON object a line: <c>time</c> (UTC, milliseconds), <c>level</c>, <c>category</c>, <c>event</c>, <c>name</c>, <c>message</c>, <c>values</c>,
/// <c>scopes</c>, <c>error</c>. docs/operations.md has an example.
/// </summary>
internal sealed class JsonLineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "naru-json";

    /// <summary>Korean stays readable; the lines are never put into a page.</summary>
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("time", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", LevelWords.Long(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            json.WriteNumber("event", logEntry.EventId.Id);
            if (logEntry.EventId.Name is { } name)
            {
                json.WriteString("name", name);
            }

            json.WriteString("message", logEntry.Formatter(logEntry.State, logEntry.Exception));
            WriteValues(json, logEntry.State);
            WriteScopes(json, scopeProvider);
            WriteError(json, logEntry.Exception);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteValues<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> pairs || !pairs.Any(IsValue))
        {
            return;
        }

        json.WriteStartObject("values");
        WritePairs(json, pairs);
        json.WriteEndObject();
    }

    private static void WriteScopes(Utf8JsonWriter json, IExternalScopeProvider? scopes)
    {
        if (scopes is null)
        {
            return;
        }

        var any = false;
        scopes.ForEachScope(
            (scope, writer) =>
            {
                if (!any)
                {
                    writer.WriteStartArray("scopes");
                    any = true;
                }

                if (scope is IEnumerable<KeyValuePair<string, object?>> pairs && pairs.Any(IsValue))
                {
                    writer.WriteStartObject();
                    WritePairs(writer, pairs);
                    writer.WriteEndObject();
                }
                else
                {
                    writer.WriteStringValue(scope?.ToString());
                }
            },
            json);
        if (any)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteError(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("type", ((exception as RedactedException)?.OriginalType ?? exception.GetType()).FullName);
        json.WriteString("text", exception.ToString());
        json.WriteEndObject();
    }

    private static bool IsValue(KeyValuePair<string, object?> pair) => pair.Key != LogTemplate.Key;

    /// <summary>A name that comes twice is written once, with its last value: JSON readers differ on such objects.</summary>
    private static void WritePairs(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        foreach (var same in pairs.Where(IsValue).GroupBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(same.Key);
            WriteValue(json, same.Last().Value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or uint or long or ulong or short or ushort or byte or sbyte or decimal:
                json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset instant:
                json.WriteStringValue(instant.ToUniversalTime());
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Dialects.Http;

namespace Naru.Dialects.Kakao.Fields;

/// <summary>
/// The parameters of a request: of its query and, where it has one, of its form. Clients in the field put those of a POST into either
/// (contracts/kakao-developers.md §1). The form wins.
/// </summary>
internal sealed class KakaoFields(IReadOnlyDictionary<string, StringValues> query, IReadOnlyDictionary<string, StringValues> form)
{
    private const int MaxBytes = 512 * 1024;

    /// <summary>The form as it came; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Form { get; private init; }

    /// <exception cref="KakaoFaultException">The body is too large.</exception>
    public static async ValueTask<KakaoFields> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var query = request.Query.ToDictionary(StringComparer.Ordinal);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            // A JSON body is the classic mistake: what it holds is not seen, and the parameters are missing.
            return new KakaoFields(query, new Dictionary<string, StringValues>(StringComparer.Ordinal));
        }

        using var body = await RequestBody.ReadAsync(request, MaxBytes, context.RequestAborted)
            ?? throw new KakaoFaultException(KakaoFault.Parameter($"the form is larger than {MaxBytes} bytes."));
        return new KakaoFields(query, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span))) { Form = body.Span.ToArray() };
    }

    /// <summary>Null where it is absent or empty.</summary>
    public string? Text(string name) =>
        form.TryGetValue(name, out var value) && value is [{ Length: > 0 } sent, ..] ? sent
        : query.TryGetValue(name, out value) && value is [{ Length: > 0 } asked, ..] ? asked
        : null;

    public bool IsThere(string name) => form.ContainsKey(name) || query.ContainsKey(name);

    public string Needed(string name) => Text(name) ?? throw new KakaoFaultException(IsThere(name) ? KakaoFault.Empty(name) : KakaoFault.Missing(name));

    public long? Number(string name) => Text(name) switch
    {
        null => null,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new KakaoFaultException(KakaoFault.OutOfRange(name, "It must be a whole number.")),
    };

    public int Number(string name, int otherwise, int least, int most) => Number(name) switch
    {
        null => otherwise,
        var number when number >= least && number <= most => (int)number.Value,
        _ => throw new KakaoFaultException(KakaoFault.OutOfRange(name, $"It must be {least} to {most}.")),
    };

    public string Word(string name, string otherwise, params string[] words) => Text(name) switch
    {
        null => otherwise,
        var text when words.Contains(text, StringComparer.Ordinal) => text,
        _ => throw new KakaoFaultException(KakaoFault.OutOfRange(name, $"It must be one of {string.Join(", ", words)}.")),
    };

    /// <summary>A JSON array of strings; null where it is absent.</summary>
    public IReadOnlyList<string>? Texts(string name, string? malformed = null)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        using var json = Json(name, text, malformed);
        return json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. json.RootElement.EnumerateArray().Select(item => item.GetString()!)]
            : throw Malformed(name, malformed);
    }

    /// <summary>A JSON object of strings; numbers and truth values, which clients send too, as they are written.</summary>
    public IReadOnlyDictionary<string, string>? Map(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        using var json = Json(name, text, null);
        if (json.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw Malformed(name, null);
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            map[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.Value.GetRawText(),
                _ => throw new KakaoFaultException(KakaoFault.Unreadable(name, $"{member.Name} must be a string")),
            };
        }

        return map;
    }

    /// <summary>The caller disposes it.</summary>
    public static JsonDocument Json(string name, string text, string? malformed)
    {
        try
        {
            return TemplateReader.Parse(text);
        }
        catch (JsonException)
        {
            throw Malformed(name, malformed);
        }
    }

    private static KakaoFaultException Malformed(string name, string? malformed) =>
        new(malformed is null ? KakaoFault.Unreadable(name) : KakaoFault.OutOfRange(name, malformed));
}

/// <summary>Ends a request with Kakao's error.</summary>
internal sealed class KakaoFaultException(KakaoFault fault) : Exception(fault.Message)
{
    public KakaoFault Fault { get; } = fault;
}

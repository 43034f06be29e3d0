using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Naru.Dialects.Http;

namespace Naru.Dialects.Json;

/// <summary>
/// Writes JSON character by character as ECMAScript's <c>JSON.stringify</c> does: no blanks, nothing escaped that need not be. Receivers that check a
/// signature over a body that they parsed and wrote again come to the same bytes (contracts/sinch.md §4). The framework's writer escapes more, such
/// as emoji, whatever its encoder.
/// </summary>
internal static class JsonText
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>UTF-8 that is JSON already.</summary>
    public static void Raw(this PooledBytes into, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(into.GetSpan(utf8.Length));
        into.Advance(utf8.Length);
    }

    /// <summary>Text that is JSON already, or ASCII without signs that JSON escapes.</summary>
    public static void Raw(this PooledBytes into, ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            into.Advance(Encoding.UTF8.GetBytes(text, into.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
        }
    }

    /// <summary>A string, in quotation marks.</summary>
    public static void Text(this PooledBytes into, ReadOnlySpan<char> text)
    {
        into.Raw("\""u8);
        for (var next = text.IndexOfAny(s_escaped); next >= 0; next = text.IndexOfAny(s_escaped))
        {
            into.Raw(text[..next]);
            Escape(into, text[next]);
            text = text[(next + 1)..];
        }

        into.Raw(text);
        into.Raw("\""u8);
    }

    /// <summary>A number that was read as this text. <c>1.50</c> is written <c>1.5</c>; what has an exponent stays as it is.</summary>
    public static void Number(this PooledBytes into, ReadOnlySpan<byte> utf8)
    {
        var plain = utf8.IndexOfAny((byte)'e', (byte)'E') < 0 && utf8.IndexOf((byte)'.') >= 0 ? utf8.TrimEnd((byte)'0') : utf8;
        plain = plain.EndsWith("."u8) ? plain[..^1] : plain;
        into.Raw(plain.SequenceEqual("-0"u8) ? "0"u8 : plain);
    }

    public static void Number(this PooledBytes into, long value)
    {
        Utf8Formatter.TryFormat(value, into.GetSpan(20), out var written);
        into.Advance(written);
    }

    /// <summary>A value that was read as this text, without blanks and comments.</summary>
    /// <param name="texts">Makes of each string in it the one to write; null = as it was. Names of members stay.</param>
    public static void Value(this PooledBytes into, ReadOnlySpan<byte> utf8, JsonDress dress, Func<string, string>? texts = null)
    {
        var reader = new Utf8JsonReader(utf8, dress.ReaderOptions());
        var comma = false;
        while (reader.Read())
        {
            if (comma && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                into.Raw(","u8);
            }

            comma = reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
            if (texts is not null && reader.TokenType == JsonTokenType.String)
            {
                into.Text(texts(reader.GetString()!));
            }
            else
            {
                Token(into, ref reader);
            }
        }
    }

    private static void Token(PooledBytes into, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                String(into, ref reader);
                into.Raw(":"u8);
                break;
            case JsonTokenType.String:
                String(into, ref reader);
                break;
            case JsonTokenType.Number:
                into.Number(reader.ValueSpan);
                break;
            default:
                into.Raw(reader.ValueSpan);
                break;
        }
    }

    /// <summary>What is not escaped needs no escape: JSON allows no sign raw that <c>JSON.stringify</c> would escape.</summary>
    private static void String(PooledBytes into, ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            into.Text(reader.GetString());
            return;
        }

        into.Raw("\""u8);
        into.Raw(reader.ValueSpan);
        into.Raw("\""u8);
    }

    private static void Escape(PooledBytes into, char sign)
    {
        switch (sign)
        {
            case '"':
                into.Raw("\\\""u8);
                break;
            case '\\':
                into.Raw("\\\\"u8);
                break;
            case '\b':
                into.Raw("\\b"u8);
                break;
            case '\f':
                into.Raw("\\f"u8);
                break;
            case '\n':
                into.Raw("\\n"u8);
                break;
            case '\r':
                into.Raw("\\r"u8);
                break;
            case '\t':
                into.Raw("\\t"u8);
                break;
            default:
                into.Raw("\\u"u8);
                into.Raw(((int)sign).ToString("x4", CultureInfo.InvariantCulture));
                break;
        }
    }
}

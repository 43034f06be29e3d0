using System.Text.Json;

namespace Naru.Dialects.Json;

/// <summary>Says where a document stops being JSON. Slow and thorough: it runs only for documents that were refused already.</summary>
internal static class JsonFaultFinder
{
    public const string NotUnicode = "must be valid Unicode text in UTF-8";
    public static readonly string TooDeep = $"must not be nested deeper than {StrictJson.MaxDepth} levels";

    public static ShapeFault Find(ReadOnlySpan<byte> utf8, JsonDress dress = JsonDress.Plain)
    {
        var reader = new Utf8JsonReader(utf8, dress.ReaderOptions());
        var trail = new JsonTrail();
        var inArray = new Stack<bool>();
        var member = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    inArray.Pop();
                    trail.Leave();
                    member = "";
                    continue;
                }

                if (reader.TokenType != JsonTokenType.PropertyName && inArray.TryPeek(out var array) && array)
                {
                    trail.Advance();
                    member = "";
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        trail.Enter(member);
                        inArray.Push(reader.TokenType == JsonTokenType.StartArray);
                        member = "";
                        break;
                    case JsonTokenType.PropertyName:
                        if (Text(ref reader) is not { } name)
                        {
                            return new ShapeFault(trail.Path, NotUnicode);
                        }

                        member = name;
                        break;
                    case JsonTokenType.String when Text(ref reader) is null:
                        return new ShapeFault(trail.PathTo(member), NotUnicode);
                }
            }
        }
        catch (JsonException e)
        {
            if (inArray.TryPeek(out var array) && array)
            {
                trail.Advance();
                member = "";
            }

            var tooDeep = inArray.Count == StrictJson.MaxDepth && OpensAnother(utf8[(int)reader.BytesConsumed..]);
            return new ShapeFault(
                trail.PathTo(member), tooDeep ? TooDeep : $"malformed JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}");
        }

        return new ShapeFault(JsonTrail.Root, "malformed JSON");
    }

    /// <summary>The reader stops in front of the bracket that would open one level too many.</summary>
    private static bool OpensAnother(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n,:"u8);
        return !rest.IsEmpty && rest[0] is (byte)'{' or (byte)'[';
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // How the reader says that a string is not Unicode: the answer is in the return value.
            return null;
        }
    }
}

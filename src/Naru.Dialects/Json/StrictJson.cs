using System.Text.Json;

namespace Naru.Dialects.Json;

/// <summary>
/// Reads a request by hand, in one pass, and writes down every field whose shape is wrong, with its path. Unknown members are skipped, of a
/// repeated member the last counts, and <c>null</c> is the same as absent.
/// </summary>
/// <remarks>
/// A faulty value reads as a harmless stand-in (<see cref="StandIn"/>, 0): the request is refused anyway, and the caller is spared a second
/// complaint that the field is missing. A document that is no JSON ends in a <see cref="JsonException"/>; <see cref="JsonFaultFinder"/> then
/// says where.
/// </remarks>
internal ref struct StrictJson
{
    /// <summary>Levels of nesting; no request of any vendor has more than ten.</summary>
    public const int MaxDepth = 32;

    /// <summary>Long enough for every least length, short enough for every greatest one.</summary>
    public const string StandIn = "?";

    public const string Missing = "must not be null";
    public const string Empty = "must not be empty";
    public const string NotAnObject = "must be an object";
    public const string NotAnArray = "must be an array";
    public const string NotAString = "must be a string";
    public const string NotAnInteger = "must be an integer between -2147483648 and 2147483647";
    public const string NotANumber = "must be a number";
    public const string NotABoolean = "must be true or false";
    public const string HoldsNul = "must not contain the character U+0000";

    private readonly JsonTrail _trail = new();
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;

    public StrictJson(ReadOnlySpan<byte> utf8, ShapeFaults faults, JsonDress dress = JsonDress.Plain)
    {
        _reader = new Utf8JsonReader(utf8, dress.ReaderOptions());
        _utf8 = utf8;
        Faults = faults;
    }

    public ShapeFaults Faults { get; }

    /// <summary>The index of the innermost array's current item.</summary>
    public readonly int Index => _trail.Index;

    /// <summary>Whether what was just read was <c>null</c>: absent, where nothing could be entered.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Where what was just read begins in the document. For <see cref="Since"/>.</summary>
    public readonly int Position => (int)_reader.TokenStartIndex;

    /// <summary>The document from a position to the end of what was just read: an object or array that was entered there and read to its end, as it was written.</summary>
    public readonly ReadOnlySpan<byte> Since(int position) => _utf8[position..(int)_reader.BytesConsumed];

    /// <summary>Enters the document. False when it is not an object.</summary>
    public bool BeginDocument()
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Faults.Add(JsonTrail.Root, NotAnObject);
            _reader.Skip();
            return false;
        }

        _trail.Enter("");
        return true;
    }

    /// <summary>Leaves the document. Nothing may follow it.</summary>
    public void EndDocument()
    {
        _trail.Leave();
        _reader.Read();
    }

    /// <summary>Enters the member's object. False when there is none to read.</summary>
    public bool BeginObject(string name)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            _trail.Enter(name);
            return true;
        }

        Wrong(name, NotAnObject);
        return false;
    }

    /// <summary>Enters the object that is the array's current item. False when it is something else.</summary>
    public bool BeginItem()
    {
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            _trail.Enter("");
            return true;
        }

        Faults.Add(_trail.Path, _reader.TokenType == JsonTokenType.Null ? Missing : NotAnObject);
        _reader.Skip();
        return false;
    }

    /// <summary>Enters the member's array. False when there is none to read.</summary>
    public bool BeginArray(string name)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            _trail.Enter(name);
            return true;
        }

        Wrong(name, NotAnArray);
        return false;
    }

    /// <summary>To the next member of the current object; false after the last.</summary>
    public bool NextMember()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        if (_reader.ValueIsEscaped)
        {
            // Comparing a name with a lone surrogate would throw in the middle of things: it is read once here instead.
            _ = Text();
        }

        return true;
    }

    /// <summary>To the next item of the current array; false after the last.</summary>
    public bool NextItem()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndArray)
        {
            return false;
        }

        _trail.Advance();
        return true;
    }

    /// <summary>Leaves the object or array that was entered, after its last part.</summary>
    public readonly void End() => _trail.Leave();

    /// <summary>Whether the current member has this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <inheritdoc cref="Is(ReadOnlySpan{byte})"/>
    public readonly bool Is(string name) => _reader.ValueTextEquals(name);

    /// <summary>An unknown member.</summary>
    public void SkipMember()
    {
        _reader.Read();
        _reader.Skip();
    }

    /// <summary>An unknown member, to be named to the caller.</summary>
    /// <param name="wanted">Its path is made only where somebody writes it down.</param>
    /// <returns>False for one that is <c>null</c>: it asks for nothing.</returns>
    public bool SkipMember(bool wanted, out string? path)
    {
        path = wanted ? PathTo(Text()) : null;
        SkipMember();
        return !IsNull;
    }

    /// <summary>The path of a member of the current object.</summary>
    public readonly string PathTo(string name) => _trail.PathTo(name);

    /// <param name="max">UTF-16 units, as the vendors count.</param>
    /// <param name="last">A value read before: when it stands here again, the same object is returned.</param>
    public string? String(string name, int max, int min = 0, string? last = null)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.String)
        {
            return Wrong(name, NotAString) ? null : StandIn;
        }

        if (last is not null && !_reader.ValueIsEscaped && _reader.ValueTextEquals(last))
        {
            return last;
        }

        var text = Text();
        if (text.Length > max || text.Length < min || text.Contains('\0', StringComparison.Ordinal))
        {
            Measured(text, _trail.PathTo(name), max, min);
        }

        return text;
    }

    /// <summary>A text, or a number as it is written.</summary>
    /// <param name="max">UTF-16 units, as the vendors count.</param>
    public string? StringOrNumber(string name, int max, int min = 0)
    {
        _reader.Read();
        return _reader.TokenType switch
        {
            JsonTokenType.String => Measured(Text(), _trail.PathTo(name), max, min),
            JsonTokenType.Number => Measured(System.Text.Encoding.UTF8.GetString(_reader.ValueSpan), _trail.PathTo(name), max, min),
            _ => Wrong(name, NotAString) ? null : StandIn,
        };
    }

    public int? Int32(string name, int min = int.MinValue, int max = int.MaxValue)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt32(out var value))
        {
            return Wrong(name, NotAnInteger) ? null : Math.Max(min, 0);
        }

        if (value < min)
        {
            Faults.Add(_trail.PathTo(name), $"must be greater than or equal to {min}");
        }
        else if (value > max)
        {
            Faults.Add(_trail.PathTo(name), $"must be less than or equal to {max}");
        }

        return Math.Clamp(value, min, max);
    }

    public bool? Boolean(string name)
    {
        _reader.Read();
        return _reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => Wrong(name, NotABoolean) ? null : false,
        };
    }

    /// <summary>True or false, also as a text, in upper or lower case.</summary>
    public bool? LooseBoolean(string name)
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _reader.TokenType == JsonTokenType.True;
        }

        if (_reader.TokenType == JsonTokenType.String && bool.TryParse(Text(), out var value))
        {
            return value;
        }

        return Wrong(name, NotABoolean) ? null : false;
    }

    /// <summary>A number, with or without a fraction.</summary>
    public double? Number(string name)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out var value) && double.IsFinite(value))
        {
            return value;
        }

        return Wrong(name, NotANumber) ? null : 0;
    }

    /// <summary>One word of a closed list.</summary>
    public T? Choice<T>(string name, JsonChoice<T> choice)
        where T : struct
    {
        _reader.Read();
        return _reader.TokenType switch
        {
            JsonTokenType.String when Find(choice, out var value) => value,
            JsonTokenType.Null => null,
            _ => Wrong(name, choice.Rule) ? null : default(T),
        };
    }

    /// <summary>The array's current item, one word of a closed list; the list's first where it is something else.</summary>
    public T ItemChoice<T>(JsonChoice<T> choice)
        where T : struct
    {
        if (_reader.TokenType == JsonTokenType.String && Find(choice, out var value))
        {
            return value;
        }

        Faults.Add(_trail.Path, choice.Rule);
        _reader.Skip();
        return choice.Words[0].Value;
    }

    /// <summary>The array's current item, a text.</summary>
    /// <param name="max">UTF-16 units, as the vendors count.</param>
    public string ItemString(int max, int min = 0)
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            Faults.Add(_trail.Path, _reader.TokenType == JsonTokenType.Null ? Missing : NotAString);
            _reader.Skip();
            return StandIn;
        }

        return Measured(Text(), _trail.Path, max, min);
    }

    /// <summary>The name of the current member, in an object whose names are the caller's own.</summary>
    public string Name() => Text();

    /// <summary>The member's object as compact JSON, whatever it holds. Null when there is none.</summary>
    /// <param name="max">UTF-16 units of the compact text.</param>
    public string? RawObject(string name, int max)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Wrong(name, NotAnObject) ? null : "{}";
        }

        return Measured(CompactJson.Of(JsonElement.ParseValue(ref _reader)), _trail.PathTo(name), max, 0);
    }

    /// <summary>A complaint about the object or array that was entered.</summary>
    public readonly void Fault(string text) => Faults.Add(_trail.Container, text);

    /// <summary>A complaint about a member of the current object.</summary>
    public readonly void Fault(string name, string text) => Faults.Add(_trail.PathTo(name), text);

    public readonly void Require(bool present, string name)
    {
        if (!present)
        {
            Fault(name, Missing);
        }
    }

    /// <summary>At the end of an array: it must have had an item.</summary>
    public readonly void RequireItems()
    {
        if (_trail.Index < 0)
        {
            Fault(Empty);
        }
    }

    /// <summary>True for null, which is no fault; else the complaint is written down and the value skipped.</summary>
    private bool Wrong(string name, string text)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        Faults.Add(_trail.PathTo(name), text);
        _reader.Skip();
        return false;
    }

    private readonly string Measured(string text, string path, int max, int min)
    {
        if (text.Length > max || text.Length < min)
        {
            Faults.Add(path, $"size must be between {min} and {max}");
        }
        else if (text.Contains('\0', StringComparison.Ordinal))
        {
            Faults.Add(path, HoldsNul);
        }

        return text;
    }

    private bool Find<T>(JsonChoice<T> choice, out T value)
    {
        if (_reader.ValueIsEscaped)
        {
            _ = Text();
        }

        foreach (var (word, meaning) in choice.Words)
        {
            if (_reader.ValueTextEquals(word))
            {
                value = meaning;
                return true;
            }
        }

        value = default!;
        return false;
    }

    /// <summary>The current string. One that is no Unicode text (a lone surrogate as an escape) is no JSON text either.</summary>
    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string is not valid Unicode.", e);
        }
    }
}

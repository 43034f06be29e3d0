using System.Globalization;
using System.Text.Json;
using Naru.Core.Results;

namespace Naru.Core.Templates.Json;

/// <summary>The members of one object; what cannot be read becomes a fault with its path.</summary>
/// <param name="path">Of the object itself.</param>
internal sealed class JsonMembers(JsonElement json, string path, List<TemplateJsonFault> faults)
{
    public string Path => path;

    /// <summary>Null where it is missing, null or a fault. A number is taken for its digits: ids are written either way.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => Unescaped(name, value),
            JsonValueKind.Number => value.GetRawText(),
            _ => Fault<string>(name, new("문자열이어야 합니다.", "It has to be a string.")),
        };
    }

    public int? Number(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        { ValueKind: JsonValueKind.String } value when int.TryParse(Unescaped(name, value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => FaultNumber(name),
    };

    public bool Flag(string name)
    {
        switch (Find(name)?.ValueKind)
        {
            case null or JsonValueKind.False:
                return false;
            case JsonValueKind.True:
                return true;
            default:
                faults.Add(new TemplateJsonFault(At(name), new("true 나 false 여야 합니다.", "It has to be true or false.")));
                return false;
        }
    }

    public T Word<T>(string name, IReadOnlyDictionary<string, T> words, T otherwise)
    {
        if (Text(name) is not { } word)
        {
            return otherwise;
        }

        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        var known = string.Join(", ", words.Keys);
        faults.Add(new TemplateJsonFault(At(name), new($"{known} 가운데 하나여야 합니다.", $"It has to be one of {known}.")));
        return otherwise;
    }

    public JsonMembers? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => new JsonMembers(value, At(name), faults),
        _ => Fault<JsonMembers>(name, new("객체여야 합니다.", "It has to be an object.")),
    };

    /// <summary>Its objects; empty where it is missing.</summary>
    public IReadOnlyList<JsonMembers> Array(string name)
    {
        if (Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Fault<IReadOnlyList<JsonMembers>>(name, new("배열이어야 합니다.", "It has to be an array.")) ?? [];
        }

        var members = new List<JsonMembers>();
        foreach (var (element, i) in value.EnumerateArray().Select((element, i) => (element, i)))
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                members.Add(new JsonMembers(element, $"{At(name)}[{i}]", faults));
            }
            else
            {
                faults.Add(new TemplateJsonFault($"{At(name)}[{i}]", new("객체여야 합니다.", "It has to be an object.")));
            }
        }

        return members;
    }

    /// <summary>An escape may stand for half a character, which no text can hold.</summary>
    private string? Unescaped(string name, JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Fault<string>(name, new("올바른 문자가 아닌 이스케이프가 있습니다.", "It holds an escape that is no character."));
        }
    }

    private JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private T? Fault<T>(string name, BilingualText explanation)
        where T : class
    {
        faults.Add(new TemplateJsonFault(At(name), explanation));
        return null;
    }

    private int? FaultNumber(string name)
    {
        faults.Add(new TemplateJsonFault(At(name), new("정수여야 합니다.", "It has to be a whole number.")));
        return null;
    }
}

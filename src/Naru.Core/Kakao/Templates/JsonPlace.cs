using System.Text;
using System.Text.Json;

namespace Naru.Core.Kakao.Templates;

/// <summary>An object of a template with its path: reads its members by the rules of the published schema and throws the first that breaks one.</summary>
internal readonly struct JsonPlace
{
    private readonly JsonElement _element;
    private readonly TextOverflow _overflow;

    public JsonPlace(JsonElement element, string path, TextOverflow overflow)
    {
        (_element, Path, _overflow) = (element, path, overflow);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new BrokenRuleException(path, "must be an object");
        }
    }

    public string Path { get; }

    public string? Text(string name, int most = int.MaxValue)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw Broken(name, "must be a string");
        }

        var text = value.GetString()!;
        return Length(text) <= most ? text
            : _overflow == TextOverflow.Truncate ? Cut(text, most)
            : throw Broken(name, $"must have at most {most} characters");
    }

    public string NeededText(string name, int most = int.MaxValue) => Text(name, most) ?? throw Broken(name, "is required");

    public int? Number(string name, int least, int most = int.MaxValue)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            return null;
        }

        // As the schema has it, 1.0 is an integer.
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || decimal.Truncate(number) != number)
        {
            throw Broken(name, "must be an integer");
        }

        return number >= least && number <= most ? (int)number : throw Broken(name, most == int.MaxValue && number < least ? $"must be at least {least}" : $"must be {least} to {most}");
    }

    public JsonPlace? Inner(string name) => _element.TryGetProperty(name, out var value) ? new JsonPlace(value, At(name), _overflow) : null;

    public JsonPlace NeededInner(string name) => Inner(name) ?? throw Broken(name, "is required");

    public IReadOnlyList<T> Each<T>(string name, int least, int most, Func<JsonPlace, T> read)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            return least > 0 ? throw Broken(name, "is required") : [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Broken(name, "must be an array");
        }

        var count = value.GetArrayLength();
        if (count < least || count > most)
        {
            throw Broken(name, least > 0 ? $"must have {least} to {most} items" : $"must have at most {most} items");
        }

        var (path, overflow) = (At(name), _overflow);
        return [.. value.EnumerateArray().Select((item, index) => read(new JsonPlace(item, $"{path}[{index}]", overflow)))];
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public BrokenRuleException Broken(string? name, string rule) => new(name is null ? Path : At(name), rule);

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>Characters as JSON Schema counts them: code points.</summary>
    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    private static string Cut(string text, int most)
    {
        var cut = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (most-- == 0)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString();
    }
}

internal sealed class BrokenRuleException(string path, string rule) : Exception(rule)
{
    public TemplateFault Fault { get; } = new(path, rule);
}

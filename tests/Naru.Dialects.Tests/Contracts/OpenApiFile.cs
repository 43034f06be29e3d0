using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Naru.Tests;

namespace Naru.Dialects.Tests.Contracts;

/// <summary>
/// Holds values against the schemas of the vendor's OpenAPI file. As much of JSON Schema as that file uses, and stricter in one thing: a member
/// that the schema does not name is a fault, because typed clients would not know it.
/// </summary>
internal sealed partial class OpenApiFile
{
    public static readonly OpenApiFile Infobip = new(Checkout.PathOf("tests/Contracts/infobip/kakao-alim.openapi.json"));

    /// <summary>The operations for texts and OMNI.</summary>
    public static readonly OpenApiFile InfobipTexts = new(Checkout.PathOf("tests/Contracts/infobip/sms-omni.openapi.json"));

    /// <summary>Hand-condensed from Sinch's published interface description: tests/Contracts/sinch/README.md.</summary>
    public static readonly OpenApiFile Sinch = new(Checkout.PathOf("tests/Contracts/sinch/conversation-kakaotalk.subset.openapi.json"), Rfc3339Pattern());

    /// <summary>As <see cref="Sinch"/>, of the Provisioning API.</summary>
    public static readonly OpenApiFile SinchProvisioning = new(Checkout.PathOf("tests/Contracts/sinch/provisioning-kakaotalk.subset.openapi.json"), Rfc3339Pattern());

    private readonly JsonElement _schemas;
    private readonly Regex _date;

    private OpenApiFile(string path, Regex? date = null)
        : this(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement, date)
    {
    }

    /// <param name="date">How it writes a <c>date-time</c>; as Infobip does where nothing is said.</param>
    public OpenApiFile(JsonElement document, Regex? date = null)
    {
        _schemas = document.GetProperty("components").GetProperty("schemas");
        _date = date ?? InfobipDatePattern();
    }

    public bool Has(string schema) => _schemas.TryGetProperty(schema, out _);

    public void ShouldAccept(JsonElement value, string schema) => Check(value, schema).ShouldBeEmpty($"{schema}: {value}");

    /// <summary>What is wrong, each with its path.</summary>
    public IReadOnlyList<string> Check(JsonElement value, string schema)
    {
        var faults = new List<string>();
        Check(value, _schemas.GetProperty(schema), "$", faults);
        return faults;
    }

    private void Check(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        schema = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        {
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices) && !schema.TryGetProperty("discriminator", out _))
        {
            CheckOneOf(value, choices, path, faults);
            return;
        }

        if (schema.TryGetProperty("discriminator", out var discriminator))
        {
            var member = discriminator.GetProperty("propertyName").GetString()!;
            if (value.ValueKind != JsonValueKind.Object
                || !value.TryGetProperty(member, out var word)
                || !discriminator.GetProperty("mapping").TryGetProperty(word.GetString()!, out var target))
            {
                faults.Add($"{path}.{member}: chooses no schema");
                return;
            }

            schema = Named(target.GetString()!);
        }

        var parts = Parts(schema).ToList();
        foreach (var part in parts)
        {
            CheckValue(value, part, path, faults);
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(value, parts, path, faults);
        }
    }

    private void CheckOneOf(JsonElement value, JsonElement choices, string path, List<string> faults)
    {
        var fitting = choices.EnumerateArray().Count(choice =>
        {
            var wrong = new List<string>();
            Check(value, choice, path, wrong);
            return wrong.Count == 0;
        });
        if (fitting != 1)
        {
            faults.Add($"{path}: fits {fitting} of the choices");
        }
    }

    /// <summary>A schema and what it is composed of; the discriminator of a base is not followed again.</summary>
    private IEnumerable<JsonElement> Parts(JsonElement schema)
    {
        schema = Resolve(schema);
        yield return schema;
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray().SelectMany(Parts))
            {
                yield return part;
            }
        }
    }

    private void CheckMembers(JsonElement value, List<JsonElement> parts, string path, List<string> faults)
    {
        foreach (var member in value.EnumerateObject())
        {
            var known = parts
                .Select(part => part.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var found) ? found : default)
                .FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined);
            var more = parts
                .Select(part => part.TryGetProperty("additionalProperties", out var found) ? found : default)
                .FirstOrDefault(found => found.ValueKind is JsonValueKind.Object or JsonValueKind.True);
            if (known.ValueKind == JsonValueKind.Undefined && more.ValueKind == JsonValueKind.Undefined)
            {
                faults.Add($"{path}.{member.Name}: is not in the schema");
                continue;
            }

            if (known.ValueKind == JsonValueKind.Undefined && more.ValueKind == JsonValueKind.True)
            {
                continue;
            }

            Check(member.Value, known.ValueKind == JsonValueKind.Undefined ? more : known, $"{path}.{member.Name}", faults);
        }
    }

    private void CheckValue(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (schema.TryGetProperty("type", out var type) && !IsOfOneType(value, type))
        {
            faults.Add($"{path}: is no {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == value.GetString()))
        {
            faults.Add($"{path}: {value} is not one of {words}");
        }

        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(required.EnumerateArray().Select(name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{path}.{name}: is missing"));
        }

        CheckSize(value, schema, path, faults);
        if (value.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(item, schema.GetProperty("items"), $"{path}[{i++}]", faults);
            }
        }
    }

    private void CheckSize(JsonElement value, JsonElement schema, string path, List<string> faults)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (text.Length > Limit(schema, "maxLength", int.MaxValue) || text.Length < Limit(schema, "minLength", 0))
            {
                faults.Add($"{path}: has {text.Length} characters");
            }

            if (schema.TryGetProperty("format", out var format) && format.GetString() == "date-time" && !IsDate(text))
            {
                faults.Add($"{path}: {text} is no date as the vendor writes it");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array
            && (value.GetArrayLength() > Limit(schema, "maxItems", int.MaxValue) || value.GetArrayLength() < Limit(schema, "minItems", 0)))
        {
            faults.Add($"{path}: has {value.GetArrayLength()} items");
        }
        else if (value.ValueKind == JsonValueKind.Number
            && (value.GetDouble() > Limit(schema, "maximum", int.MaxValue) || value.GetDouble() < Limit(schema, "minimum", int.MinValue)))
        {
            faults.Add($"{path}: {value} is out of range");
        }
    }

    private static int Limit(JsonElement schema, string name, int otherwise) =>
        schema.TryGetProperty(name, out var limit) ? limit.GetInt32() : otherwise;

    /// <summary>OpenAPI 3.1 has lists of types too.</summary>
    private static bool IsOfOneType(JsonElement value, JsonElement types) => types.ValueKind == JsonValueKind.Array
        ? types.EnumerateArray().Any(type => IsOfType(value, type.GetString()!))
        : IsOfType(value, types.GetString()!);

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The checker does not know the type {type}."),
    };

    private bool IsDate(string text) =>
        _date.IsMatch(text)
        && DateTime.TryParseExact(text[..23], "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference) ? Named(reference.GetString()!) : schema;

    private JsonElement Named(string reference) => _schemas.GetProperty(reference[(reference.LastIndexOf('/') + 1)..]);

    /// <summary>In UTC, with milliseconds.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")]
    private static partial Regex Rfc3339Pattern();

    /// <summary><c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>, an offset without a colon.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$")]
    private static partial Regex InfobipDatePattern();
}

using System.Text.Json;

namespace Naru.Tests;

/// <summary>The published schema of template objects, with the keywords that it uses; any other keyword fails the test that meets it.</summary>
internal static class TemplateSchema
{
    private static readonly JsonElement s_root = Read();

    /// <summary>For whoever makes templates of it.</summary>
    public static JsonElement Root => s_root;

    public static bool Accepts(JsonElement value) => Accepts(s_root, value);

    private static bool Accepts(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword => keyword.Name switch
    {
        "$schema" or "title" or "$comment" or "$defs" => true,
        "$ref" => Accepts(s_root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), value),
        "oneOf" => keyword.Value.EnumerateArray().Count(one => Accepts(one, value)) == 1,
        "anyOf" => keyword.Value.EnumerateArray().Any(one => Accepts(one, value)),
        "not" => !Accepts(keyword.Value, value),
        "type" => keyword.Value.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() % 1 == 0,
            var other => throw new NotSupportedException(other),
        },
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateObject().All(member => !value.TryGetProperty(member.Name, out var inner) || Accepts(member.Value, inner)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(keyword.Value, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= keyword.Value.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= keyword.Value.GetInt32(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(),
        "const" => JsonElement.DeepEquals(value, keyword.Value),
        "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        var other => throw new NotSupportedException(other),
    });

    private static JsonElement Read()
    {
        using var file = typeof(TemplateSchema).Assembly.GetManifestResourceStream("template-object.schema.json")!;
        using var schema = JsonDocument.Parse(file);
        return schema.RootElement.Clone();
    }
}

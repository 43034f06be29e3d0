using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Tests;

namespace Naru.Core.Tests.Kakao;

/// <summary>Template objects made from the published schema alone, by chance: whatever it lets, at its bounds as often as within them.</summary>
internal sealed class SchemaTemplates(Random random)
{
    private static readonly string[] s_characters = ["가", "힣", "a", "Z", "0", " ", "👍", "\"", "\n", "<", "&"];

    private readonly JsonElement _root = TemplateSchema.Root;

    public JsonNode Next() => Make(_root)!;

    private JsonNode? Make(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Make(_root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]));
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            return Make(choices[random.Next(choices.GetArrayLength())]);
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            return JsonNode.Parse(constant.GetRawText());
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[random.Next(values.GetArrayLength())].GetRawText());
        }

        return schema.GetProperty("type").GetString() switch
        {
            "object" => MakeObject(schema),
            "array" => new JsonArray([.. Enumerable.Range(0, Between(Bound(schema, "minItems", 0), Bound(schema, "maxItems", 4))).Select(_ => Make(schema.GetProperty("items")))]),
            "integer" => JsonValue.Create(Between(Bound(schema, "minimum", -1000), Bound(schema, "maximum", 2_000_000_000))),
            "string" => JsonValue.Create(string.Concat(Enumerable.Range(0, Between(0, Bound(schema, "maxLength", 30))).Select(_ => s_characters[random.Next(s_characters.Length)]))),
            var other => throw new NotSupportedException(other),
        };
    }

    private JsonObject MakeObject(JsonElement schema)
    {
        var required = Names(schema, "required");
        if (schema.TryGetProperty("anyOf", out var any))
        {
            required = [.. required, .. Names(any[random.Next(any.GetArrayLength())], "required")];
        }

        var excluded = schema.TryGetProperty("not", out var not) ? Names(not, "required") : [];
        var left = excluded.Length == 0 ? null : excluded[random.Next(excluded.Length)];
        var made = new JsonObject();
        foreach (var member in schema.GetProperty("properties").EnumerateObject())
        {
            if (required.Contains(member.Name) || (member.Name != left && random.Next(2) == 0))
            {
                made[member.Name] = Make(member.Value);
            }
        }

        return made;
    }

    /// <summary>One of the bounds every third time.</summary>
    private int Between(int least, int most) => random.Next(6) switch
    {
        0 => least,
        1 => most,
        _ => random.Next(least, most == int.MaxValue ? most : most + 1),
    };

    private static int Bound(JsonElement schema, string keyword, int otherwise) => schema.TryGetProperty(keyword, out var bound) ? bound.GetInt32() : otherwise;

    private static string[] Names(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];
}

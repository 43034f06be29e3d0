using System.Globalization;
using System.Text.Json;

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>Reads a template into a form.</summary>
public static class TemplateEntryReader
{
    /// <param name="json">Of any shape, right or wrong.</param>
    /// <param name="left">The places of what no field shows.</param>
    /// <returns>Null where it is no JSON, or has no shape.</returns>
    public static TemplateEntry? Read(string json, out IReadOnlyList<string> left)
    {
        left = [];
        try
        {
            using var document = TemplateReader.Parse(json);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("object_type", out var type) || type.ValueKind != JsonValueKind.String
                || TemplateEntry.ShapeOf(type.GetString()) is not { } shape)
            {
                return null;
            }

            var found = new Dictionary<string, string>(StringComparer.Ordinal);
            var lost = new List<string>();
            var fields = TemplateGroups.Of(shape).SelectMany(group => group.Fields.Select(field => (Path: group.PathOf(field), Field: field))).ToDictionary(one => one.Path, one => one.Field, StringComparer.Ordinal);
            foreach (var (path, value) in Leaves(root, "").Where(leaf => leaf.Path != "object_type"))
            {
                if (fields.TryGetValue(path, out var field) && TextOf(field, value) is { } text)
                {
                    found[path] = text;
                }
                else
                {
                    lost.Add(path);
                }
            }

            left = lost;
            return new TemplateEntry(shape, found);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(TemplateField field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when field.Kind == FieldKind.Number => value.TryGetDecimal(out var number) && decimal.Truncate(number) == number
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : value.GetRawText(),
        _ => null,
    };

    private static IEnumerable<(string Path, JsonElement Value)> Leaves(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at) => Leaves(item, $"{path}[{at}]")),
        _ => [(path, value)],
    };
}

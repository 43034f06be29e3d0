using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>Writes a <c>template_object</c> of a form: what was left empty is left out. What has no faults (<see cref="TemplateEntryCheck"/>) the published schema takes.</summary>
public static class TemplateEntryWriter
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(TemplateEntry entry)
    {
        var root = new JsonObject { ["object_type"] = TemplateEntry.NameOf(entry.Shape) };
        foreach (var group in TemplateGroups.Of(entry.Shape).Where(group => group.Needed || entry.IsWritten(group)))
        {
            var target = Target(root, group);
            foreach (var field in group.Fields)
            {
                if (entry[group.PathOf(field)] is { Length: > 0 } text)
                {
                    Put(target, field, text);
                }
            }

            if (group.Link is { } link)
            {
                Inner(target, link);
            }
        }

        return root.ToJsonString(s_json);
    }

    private static JsonObject Target(JsonObject root, TemplateGroup group)
    {
        var (at, steps) = (root, group.Path.Split('.', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in group.Slot is null ? steps : steps[..^1])
        {
            at = Inner(at, step);
        }

        if (group.Slot is null)
        {
            return at;
        }

        var (items, item) = (at[steps[^1]] as JsonArray, new JsonObject());
        if (items is null)
        {
            at[steps[^1]] = items = [];
        }

        items.Add((JsonNode)item);
        return item;
    }

    private static void Put(JsonObject target, TemplateField field, string text)
    {
        var dot = field.Name.IndexOf('.', StringComparison.Ordinal);
        var (at, name) = dot < 0 ? (target, field.Name) : (Inner(target, field.Name[..dot]), field.Name[(dot + 1)..]);

        // What is no number, as a placeholder, is written as it stands: who reads it says so.
        at[name] = field.Kind == FieldKind.Number && TemplateEntryCheck.Number(field, text) is { } number ? JsonValue.Create(number) : JsonValue.Create(text);
    }

    private static JsonObject Inner(JsonObject of, string name)
    {
        if (of[name] is not JsonObject inner)
        {
            of[name] = inner = [];
        }

        return inner;
    }
}

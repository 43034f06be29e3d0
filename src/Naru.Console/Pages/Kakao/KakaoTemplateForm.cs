using Microsoft.AspNetCore.Http;
using Naru.Core.Kakao.Templates;
using Naru.Core.Kakao.Templates.Building;

namespace Naru.Console.Pages.Kakao;

/// <summary>What stands in the builder: the template as fields, or the same as JSON. As it was typed, spaces and all: the answer goes back under the typist's hands.</summary>
/// <param name="Entry">Null where it is seen as JSON.</param>
/// <param name="Json">Of the fields, where it is seen as them.</param>
public sealed record KakaoTemplateForm(string Name, TemplatePurpose Purpose, TemplateEntry? Entry, string Json)
{
    private const string AsJson = "json";

    /// <summary>A feed with one argument: something to see and to write over.</summary>
    public static KakaoTemplateForm New() =>
        ByFields("", TemplatePurpose.Both, new TemplateEntry(TalkShape.Feed, new Dictionary<string, string>(StringComparer.Ordinal) { ["content.title"] = "${TITLE}" }));

    /// <summary>As JSON where the fields would not show all of it.</summary>
    public static KakaoTemplateForm Of(CustomTemplate template) =>
        TemplateEntryReader.Read(template.Object, out var left) is { } entry && left.Count == 0
            ? ByFields(template.Name, template.Purpose, entry)
            : new KakaoTemplateForm(template.Name, template.Purpose, null, template.Object);

    public static KakaoTemplateForm Read(IFormCollection form)
    {
        var (name, purpose) = (form["name"].ToString(), Enum.TryParse<TemplatePurpose>(form["purpose"], out var parsed) && Enum.IsDefined(parsed) ? parsed : TemplatePurpose.Both);
        if (form["view"] == AsJson)
        {
            return new KakaoTemplateForm(name, purpose, null, Text("object"));
        }

        var shape = TemplateEntry.ShapeOf(form["kind"]) ?? TalkShape.Feed;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, field) in TemplateGroups.Of(shape).SelectMany(group => group.Fields.Select(field => (group.PathOf(field), field))))
        {
            var text = Text(form.ContainsKey(path) ? path : TemplateEntry.AliasOf(path) ?? path);
            text = field.Kind is FieldKind.Address or FieldKind.Number ? text.Trim() : text;
            if (text.Length > 0)
            {
                values[path] = text;
            }
        }

        return ByFields(name, purpose, new TemplateEntry(shape, values));

        string Text(string field) => form[field].ToString().Replace("\r", "", StringComparison.Ordinal);
    }

    /// <summary>The same template as JSON.</summary>
    public KakaoTemplateForm ToJson() => this with { Entry = null };

    /// <summary>The same as fields; itself where it cannot be read.</summary>
    /// <param name="left">The places of what no field shows: it goes.</param>
    public KakaoTemplateForm ToFields(out IReadOnlyList<string> left) => TemplateEntryReader.Read(Json, out left) is { } entry ? ByFields(Name, Purpose, entry) : this;

    private static KakaoTemplateForm ByFields(string name, TemplatePurpose purpose, TemplateEntry entry) => new(name, purpose, entry, TemplateEntryWriter.Write(entry));
}

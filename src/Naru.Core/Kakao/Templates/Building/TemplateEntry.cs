namespace Naru.Core.Kakao.Templates.Building;

/// <summary>What stands in the builder's form: texts by the paths of their fields, such as <c>buttons[0].link.web_url</c>. Nothing in it need be right yet.</summary>
public sealed record TemplateEntry(TalkShape Shape, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Empty where nothing was written.</summary>
    public string this[string path] => Values.GetValueOrDefault(path, "");

    public bool IsWritten(TemplateGroup group) => group.Fields.Any(field => this[group.PathOf(field)].Length > 0);

    /// <summary>As <c>object_type</c> has it.</summary>
    public static string NameOf(TalkShape shape) => shape.ToString().ToLowerInvariant();

    public static TalkShape? ShapeOf(string? name) => Enum.GetValues<TalkShape>().Cast<TalkShape?>().FirstOrDefault(shape => NameOf(shape!.Value) == name);

    /// <summary>What another shape calls the same: a text that was written is not lost where the shape is changed.</summary>
    public static string? AliasOf(string path) =>
        path.StartsWith("content.", StringComparison.Ordinal) ? "contents[0]." + path["content.".Length..]
        : path.StartsWith("contents[0].", StringComparison.Ordinal) ? "content." + path["contents[0].".Length..]
        : path.StartsWith("header_link.", StringComparison.Ordinal) ? path["header_".Length..]
        : path.StartsWith("link.", StringComparison.Ordinal) ? "header_" + path
        : path switch { "text" => "header_title", "header_title" => "text", _ => null };

    /// <summary>What stands in it as far as it can be shown already: what is missing is stood for, what is wrong is left out.</summary>
    public TemplateEntry Shown()
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        foreach (var fault in TemplateEntryCheck.FaultsOf(this))
        {
            switch (fault.Kind)
            {
                case EntryFaultKind.Missing or EntryFaultKind.NoContent:
                    values[fault.Path] = "…";
                    break;
                case EntryFaultKind.NoNumber when fault.Field.Needed:
                    values[fault.Path] = "0";
                    break;
                case EntryFaultKind.TooLong:
                    // Cut by whoever reads it.
                    break;
                case EntryFaultKind.NoChoice:
                    values[fault.Path] = fault.Field.Choices[0];
                    break;
                default:
                    values.Remove(fault.Path);
                    break;
            }
        }

        return this with { Values = values };
    }
}

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>Fields that stand together: one object of the template, or a part of its root.</summary>
/// <param name="Path">Where in the template; empty: the root. With a slot it names an array.</param>
public sealed record TemplateGroup(GroupKind Kind, string Path, IReadOnlyList<TemplateField> Fields)
{
    /// <summary>Which item of an array it is. A group in which nothing is written is left out, and those behind it move up.</summary>
    public int? Slot { get; init; }

    /// <summary>Written even where nothing stands in it, since the template is none without.</summary>
    public bool Needed { get; init; }

    /// <summary>The member that leads somewhere; it is written, empty, also where no address is: SDKs do so.</summary>
    public string? Link { get; init; }

    /// <summary>Of a field: its name in the form, and its place in faults.</summary>
    public string PathOf(TemplateField field) => Place.Length == 0 ? field.Name : $"{Place}.{field.Name}";

    public string Place => Slot is { } slot ? $"{Path}[{slot}]" : Path;
}

public enum GroupKind : byte
{
    Text = 1,
    Header = 2,
    Content = 3,
    ItemContent = 4,
    Item = 5,
    Commerce = 6,
    Location = 7,
    Calendar = 8,
    Social = 9,
    ButtonTitle = 10,
    Button = 11,
}

namespace Naru.Core.Kakao.Templates.Building;

/// <summary>A member of a template as the Message Template Builder asks for it.</summary>
/// <param name="Name">Within its group, such as <c>link.web_url</c>.</param>
public sealed record TemplateField(string Name, FieldKind Kind)
{
    /// <summary>Without it its group is incomplete.</summary>
    public bool Needed { get; init; }

    /// <summary>Of a text: Unicode code points, as the published schema counts; 0: no limit of the template's.</summary>
    public int MostCharacters { get; init; }

    /// <summary>Of a number.</summary>
    public int Least { get; init; }

    public int Most { get; init; } = int.MaxValue;

    /// <summary>Of a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

public enum FieldKind : byte
{
    /// <summary>May have several lines.</summary>
    Text = 1,
    Line = 2,
    Address = 3,
    Number = 4,
    Choice = 5,
}

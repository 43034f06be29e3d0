namespace Naru.Core.Templates;

/// <summary>Where a message leaves its template. Positions count characters (UTF-16), a line end as one.</summary>
/// <param name="Place">The member, such as <c>text</c>, <c>items[2].title</c> or <c>buttons[0].linkMobile</c>.</param>
/// <param name="Position">Where in what was sent.</param>
/// <param name="Expected">The fixed words of the template that should stand there; empty where it should have ended, or where a limit is broken.</param>
/// <param name="Found">What stands there instead; empty where it ended or is missing.</param>
public sealed record TextDifference(string Place, int Position, string Expected, string Found)
{
    /// <summary>Where <see cref="Expected"/> stands in the template's member; null where the difference is none of words.</summary>
    public int? TemplatePosition { get; init; }

    /// <summary>The same, of a member of <paramref name="parent"/>: places are only put together where something differs.</summary>
    internal TextDifference In(string parent) => this with { Place = $"{parent}.{Place}" };

    /// <summary>The member as a whole: it is missing, or there is one too many, or it is another.</summary>
    public static TextDifference Of(string place, string? expected, string? found) => new(place, 0, expected ?? "", found ?? "");
}

using Naru.Core.Results;

namespace Naru.Core.Templates;

/// <summary>A rule that a template breaks.</summary>
/// <param name="Rule">Its id, such as <c>text-too-long</c>: stable.</param>
/// <param name="Place">The member, such as <c>text</c> or <c>buttons[1].name</c>.</param>
/// <param name="Explanation">What is wrong.</param>
/// <param name="Mend">What to do about it; null where that is plain.</param>
public sealed record Finding(string Rule, Severity Severity, string Place, BilingualText Explanation, BilingualText? Mend)
{
    /// <summary>The first character of it within the member; null = the whole member.</summary>
    public int? Start { get; init; }

    /// <summary>How many characters.</summary>
    public int? Length { get; init; }
}

public enum Severity
{
    /// <summary>Good to know.</summary>
    Hint = 1,

    /// <summary>Reviewers often reject it.</summary>
    Warning = 2,

    /// <summary>It cannot be approved, or no message made from it can be delivered.</summary>
    Error = 3,
}

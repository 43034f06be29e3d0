using System.ComponentModel;
using Naru.Core.Results;

namespace Naru.Console.Linting;

/// <summary>What <see cref="LintRoutes"/> answers.</summary>
internal sealed record LintAnswer(
    [property: Description("In the order of the request.")] IReadOnlyList<LintedTemplate> Templates);

internal sealed record LintedTemplate(
    [property: Description("`templateCode`, where it was given.")] string? Code,
    [property: Description("`templateName`, where the template could be read.")] string? Name,
    [property: Description("Members that cannot be read; then there are no findings.")] IReadOnlyList<LintFault> Faults,
    [property: Description("What breaks a rule, or what reviewers reject.")] IReadOnlyList<LintFinding> Findings);

internal sealed record LintFault(
    [property: Description("Such as `buttons[1].type`; empty for the template itself.")] string Place,
    LintText Explanation);

internal sealed record LintFinding(
    [property: Description("Its id: stable.")] string Rule,
    [property: Description("`error`, `warning` or `hint`.")] string Severity,
    [property: Description("The member, such as `templateContent` or `buttons[0].linkMo`.")] string Place,
    [property: Description("The first character of it within the member; left out for the whole member.")] int? Start,
    [property: Description("How many characters.")] int? Length,
    LintText Explanation,
    [property: Description("What to do about it; left out where that is plain.")] LintText? Mend);

/// <summary>In both languages: who asks chooses.</summary>
internal sealed record LintText(string Ko, string En)
{
    public static LintText Of(BilingualText text) => new(text.Ko, text.En);
}

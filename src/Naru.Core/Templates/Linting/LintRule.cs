using Naru.Core.Results;

namespace Naru.Core.Templates.Linting;

/// <summary>A rule of KakaoTalk's centre or of its reviewers. The table of them is <see cref="LintRules"/>.</summary>
/// <param name="Id">Such as <c>text-too-long</c>: stable.</param>
/// <param name="Title">What it asks for, in a sentence.</param>
/// <param name="Source">Where it stands: a section of the rules, or KakaoTalk's audit guide.</param>
public sealed record LintRule(string Id, Severity Severity, BilingualText Title, string Source)
{
    /// <summary>The centre's codes with which messages of a template that breaks it may be refused.</summary>
    public IReadOnlyList<string> Predicts { get; init; } = [];

    /// <summary>What NHN Cloud answers to such a template, for those who know its codes.</summary>
    public IReadOnlyList<string> DealerCodes { get; init; } = [];
}

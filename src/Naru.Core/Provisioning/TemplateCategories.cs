using System.Collections.Frozen;
using Naru.Core.Results;

namespace Naru.Core.Provisioning;

/// <summary>What an AlimTalk template is about: six digits, group and number (rules §1.6). Reviewers take templates of the category "other" last.</summary>
public static partial class TemplateCategories
{
    private static readonly FrozenDictionary<string, TemplateCategory> s_byCode;

    // Not where it is declared: the groups stand in another file, and which is set first is not said.
    static TemplateCategories() => s_byCode = s_groups.SelectMany(group => group.Categories).ToFrozenDictionary(category => category.Code, StringComparer.Ordinal);

    /// <summary>In the order of the codes.</summary>
    public static IReadOnlyList<TemplateCategoryGroup> Groups => s_groups;

    /// <param name="code">Six digits.</param>
    public static TemplateCategory? Find(string code) => s_byCode.GetValueOrDefault(code);

    private static TemplateCategoryGroup Group(string ko, string en, params (string Code, string Ko, string En, BilingualText Inclusion, BilingualText? Exclusion)[] categories) =>
        new(new(ko, en), [.. categories.Select(c => new TemplateCategory(c.Code, new(c.Ko, c.En), new(ko, en), c.Inclusion, c.Exclusion))]);

    private static BilingualText Of(string ko, string en) => new(ko, en);
}

/// <param name="Name">In the words of KakaoTalk's list and of Sinch's translation of it.</param>
public sealed record TemplateCategoryGroup(BilingualText Name, IReadOnlyList<TemplateCategory> Categories);

/// <param name="Code">Six digits.</param>
/// <param name="Inclusion">What belongs here.</param>
/// <param name="Exclusion">What does not, and where it belongs; null where nothing is easily mistaken.</param>
public sealed record TemplateCategory(string Code, BilingualText Name, BilingualText Group, BilingualText Inclusion, BilingualText? Exclusion);

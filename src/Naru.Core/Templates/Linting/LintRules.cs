using System.Collections.Frozen;

namespace Naru.Core.Templates.Linting;

/// <summary>The table of all rules: tests, documents and the console read it.</summary>
public static class LintRules
{
    /// <summary>Of templates.</summary>
    public static IReadOnlyList<LintRule> OfTemplates { get; } =
    [
        .. NameRules.All, .. TextRules.All, .. VariableRules.All, .. GreetingRules.All, .. EmphasisRules.All, .. ItemListRules.All, .. SummaryRules.All,
        .. ButtonRules.All, .. LinkRules.All, .. ButtonKindRules.All, .. ChannelRules.All, .. DeliveryRules.All, .. QuickReplyRules.All, .. ExtraRules.All,
        .. CategoryRules.All, .. SecurityRules.All, .. WordingRules.All,
    ];

    /// <summary>Of messages beside their template.</summary>
    public static IReadOnlyList<LintRule> OfMessages { get; } = MessageRules.All;

    /// <summary>Of the files of images, where they were fetched.</summary>
    public static IReadOnlyList<LintRule> OfImages { get; } = ImageRules.All;

    private static readonly FrozenDictionary<string, LintRule> s_byId = OfTemplates.Concat(OfMessages).Concat(OfImages).ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static LintRule? Find(string id) => s_byId.GetValueOrDefault(id);
}

using Naru.Core.Content;

namespace Naru.Core.Templates.Matching;

/// <summary>One message beside its template.</summary>
internal sealed class Comparison(AlimTalkPattern template, AlimTalkContent content, AlimTalkRules rules)
{
    private static readonly AlimTalkParts s_none = new();

    public AlimTalkPattern Template { get; } = template;

    public TemplateDetails Details => Template.Template.Details;

    public AlimTalkContent Content { get; } = content;

    public AlimTalkParts Parts { get; } = content.Parts ?? s_none;

    public AlimTalkRules Rules { get; } = rules;

    /// <summary>As read so far; the first value of a name counts.</summary>
    public Dictionary<string, string> Variables { get; } = new(template.Text.Names.Count, StringComparer.Ordinal);

    /// <summary>Compares a part that may be missing on either side; its variables are kept.</summary>
    public AlimTalkFault? Differs(string code, string place, TemplatePattern? pattern, string? sent)
    {
        if (pattern is null)
        {
            return string.IsNullOrEmpty(sent) ? null : new AlimTalkFault(code, TextDifference.Of(place, null, sent));
        }

        return pattern.TryRead(sent ?? "", Rules.AllowEmptyValues, Variables)
            ? null
            : AlimTalkFault.Of(code, pattern.Difference(place, sent ?? "", Rules.AllowEmptyValues));
    }
}

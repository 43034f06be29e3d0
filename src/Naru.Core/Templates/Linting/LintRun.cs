using Naru.Core.Results;

namespace Naru.Core.Templates.Linting;

/// <summary>One template that is looked at, and what was found so far.</summary>
internal sealed class LintRun(TemplateDetails template, AlimTalkRules rules)
{
    private readonly List<Finding> _findings = [];

    public TemplateDetails Template { get; } = template;

    public AlimTalkRules Rules { get; } = rules;

    public LintText Text { get; } = new("text", template.Text);

    /// <summary>Everything that is compared with messages and may hold variables, empty members left out: text first.</summary>
    public IReadOnlyList<LintText> Members { get; } = [.. MembersOf(template)];

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The member as a whole.</summary>
    public void Add(LintRule rule, string place, BilingualText explanation, BilingualText? mend = null) =>
        _findings.Add(new Finding(rule.Id, rule.Severity, place, explanation, mend));

    /// <summary>Some characters of a member.</summary>
    public void Add(LintRule rule, string place, int start, int length, BilingualText explanation, BilingualText? mend = null) =>
        _findings.Add(new Finding(rule.Id, rule.Severity, place, explanation, mend) { Start = start, Length = length });

    /// <summary>The characters beyond a limit, where there are any.</summary>
    public void AddTooLong(LintRule rule, string place, string? text, int limit, string whatKo, string whatEn)
    {
        if (text?.Length > limit)
        {
            Add(
                rule, place, limit, text.Length - limit,
                new($"{whatKo}: {limit}자까지입니다. 지금은 {text.Length}자입니다.", $"{whatEn}: at most {limit} characters are allowed, there are {text.Length}."),
                new($"{text.Length - limit}자를 줄이십시오.", $"Take away {text.Length - limit}."));
        }
    }

    /// <summary>The first variable of a member that may hold none.</summary>
    public void AddVariable(LintRule rule, string place, string? text, string whatKo, string whatEn)
    {
        if (new LintText(place, text ?? "").Variables is [var first, ..])
        {
            Add(
                rule, place, first.Start, first.Length,
                new($"{whatKo}에는 변수를 쓸 수 없습니다.", $"{whatEn} cannot hold variables."),
                new("변수를 빼고 고정 문구로 적으십시오.", "Write fixed words instead."));
        }
    }

    private static IEnumerable<LintText> MembersOf(TemplateDetails template)
    {
        List<(string Place, string? Text)> members =
        [
            ("text", template.Text), ("title", template.Title), ("header", template.Header),
            ("highlight.title", template.Highlight?.Title), ("highlight.description", template.Highlight?.Description),
        ];
        members.AddRange(template.Items.Select((item, i) => ($"items[{i}].description", (string?)item.Description)));
        members.Add(("summary.description", template.Summary?.Description));
        members.AddRange(LintLink.Of(template).Select(link => (link.Place, (string?)link.Url)));
        return members.Where(member => !string.IsNullOrEmpty(member.Text)).Select(member => new LintText(member.Place, member.Text!));
    }
}

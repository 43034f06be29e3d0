namespace Naru.Core.Templates.Linting;

/// <summary>Name and code: for people and machines of the sender, no reader sees them.</summary>
internal static class NameRules
{
    private static readonly LintRule Missing = new("name-missing", Severity.Error, new("템플릿 이름이 있어야 합니다.", "A template has a name."), "rules §1.2");

    private static readonly LintRule TooLong = new("name-too-long", Severity.Error, new("템플릿 이름이 제한보다 길 수 없습니다.", "The name keeps to its limit."), "rules §1.2");

    private static readonly LintRule Code = new(
        "code-malformed", Severity.Error,
        new("템플릿 코드는 영문, 숫자, -, _ 로만 적습니다.", "A template's code is made of letters, digits, hyphens and underscores."), "rules §1.2");

    public static readonly LintRule[] All = [Missing, TooLong, Code];

    public static void Check(LintRun run)
    {
        if (string.IsNullOrWhiteSpace(run.Template.Name))
        {
            run.Add(Missing, "name", new("템플릿 이름이 비어 있습니다.", "The template has no name."));
        }

        run.AddTooLong(TooLong, "name", run.Template.Name, run.Rules.MaxName, "템플릿 이름", "Template name");
    }

    public static Finding? CheckCode(string code, AlimTalkRules rules)
    {
        var at = code.AsSpan().IndexOfAnyExcept(TemplateCodes.Allowed);
        if (at >= 0)
        {
            return new Finding(
                Code.Id, Code.Severity, "code",
                new("템플릿 코드에 쓸 수 없는 문자가 있습니다.", "The template's code holds a character that it cannot have."),
                new("영문, 숫자, 하이픈, 밑줄만 쓰십시오.", "Use letters, digits, hyphens and underscores only.")) { Start = at, Length = 1 };
        }

        return code.Length > 0 && code.Length <= rules.MaxCode
            ? null
            : new Finding(
                Code.Id, Code.Severity, "code",
                new($"템플릿 코드는 1~{rules.MaxCode}자입니다. 지금은 {code.Length}자입니다.", $"A template's code has 1 to {rules.MaxCode} characters; this one has {code.Length}."),
                null);
    }
}

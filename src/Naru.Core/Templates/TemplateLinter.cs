namespace Naru.Core.Templates;

/// <summary>
/// What KakaoTalk's inspection would say to a template: every rule of bizmessage-rules §1.2 to §1.4, and what reviewers reject. Pure.
/// </summary>
public static class TemplateLinter
{
    public static IReadOnlyList<Finding> Check(TemplateDetails template, AlimTalkRules rules)
    {
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(template.Text))
        {
            findings.Add(new Finding("text-empty", Severity.Error, "text", new("본문이 비어 있습니다.", "The text is empty."), null));
        }
        else if (template.Text.Length > rules.MaxText)
        {
            findings.Add(new Finding(
                "text-too-long", Severity.Error, "text",
                new($"본문은 {rules.MaxText}자까지입니다. 지금은 {template.Text.Length}자입니다.", $"The text has {template.Text.Length} characters; at most {rules.MaxText} are allowed."), null));
        }

        return findings;
    }
}

using Naru.Core.Templates;
using Naru.Core.Templates.Linting;

namespace Naru.Core.Tests.Templates;

/// <summary>How good the linter is, on templates that follow sourced ones.</summary>
public sealed class LinterScoreTests
{
    /// <summary>What the rules of which dealers differ break is only broken where the setting asks for it.</summary>
    private static readonly AlimTalkRules Strict = new() { ItemListNeedsItems = true };

    [Fact]
    public void There_are_two_hundred_templates_at_least_half_of_them_acceptable()
    {
        CorpusTemplate.Acceptable.Count.ShouldBeGreaterThanOrEqualTo(100);
        CorpusTemplate.Broken.Count.ShouldBeGreaterThanOrEqualTo(100);
        CorpusTemplate.Acceptable.Concat(CorpusTemplate.Broken).Select(template => template.Id).ShouldBeUnique();
        foreach (var template in CorpusTemplate.Acceptable.Concat(CorpusTemplate.Broken))
        {
            template.Reading.Faults.ShouldBeEmpty(template.Id);
            CorpusTemplate.Sources.ShouldContain(template.Source);
        }
    }

    [Fact]
    public void At_most_two_in_a_hundred_acceptable_templates_raise_a_false_alarm()
    {
        var alarms = CorpusTemplate.Acceptable
            .SelectMany(template => Check(template, AlimTalkRules.Default).Where(finding => finding.Severity >= Severity.Warning).Select(finding => $"{template.Id}: {finding.Rule} at {finding.Place}"))
            .ToList();
        var alarming = alarms.Select(alarm => alarm.Split(':')[0]).Distinct(StringComparer.Ordinal).Count();

        (100.0 * alarming / CorpusTemplate.Acceptable.Count).ShouldBeLessThanOrEqualTo(2.0, string.Join('\n', alarms));
    }

    [Fact]
    public void Every_broken_template_is_caught_by_the_rule_that_it_breaks()
    {
        var missed = CorpusTemplate.Broken
            .Where(template => !Check(template, Strict).Any(finding => finding.Rule == template.Rule))
            .Select(template => $"{template.Id}: {string.Join(", ", Check(template, Strict).Select(finding => finding.Rule))}");

        missed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_fires_on_a_template_that_was_written_to_break_it() =>
        LintRules.OfTemplates.Select(rule => rule.Id).Except(CorpusTemplate.Broken.Select(template => template.Rule!), StringComparer.Ordinal).ShouldBeEmpty();

    /// <summary>A broken template may break a second rule by the way (no button, no name), but not a crowd of them.</summary>
    [Fact]
    public void A_broken_template_raises_few_findings_besides()
    {
        foreach (var template in CorpusTemplate.Broken)
        {
            Check(template, Strict).Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Count()
                .ShouldBeLessThanOrEqualTo(3, template.Id);
        }
    }

    [Fact]
    public void A_finding_points_into_the_member_that_it_names()
    {
        foreach (var template in CorpusTemplate.Broken)
        {
            foreach (var finding in Check(template, Strict).Where(finding => finding is { Place: "text", Start: not null }))
            {
                (finding.Start!.Value + finding.Length!.Value).ShouldBeLessThanOrEqualTo(template.Reading.Details!.Text.Length, $"{template.Id}: {finding.Rule}");
                finding.Length.Value.ShouldBeGreaterThan(0, $"{template.Id}: {finding.Rule}");
            }
        }
    }

    private static IReadOnlyList<Finding> Check(CorpusTemplate template, AlimTalkRules rules)
    {
        var findings = TemplateLinter.Check(template.Reading.Details!, rules);
        return template.Reading.Code is { } code && TemplateLinter.CheckCode(code, rules) is { } fault ? [fault, .. findings] : findings;
    }
}

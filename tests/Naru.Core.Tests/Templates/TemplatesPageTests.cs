using Naru.Core.Templates.Linting;
using Naru.Tests;

namespace Naru.Core.Tests.Templates;

/// <summary>docs/templates.md has every rule as it is in the code, and no other.</summary>
public sealed class TemplatesPageTests
{
    [Fact]
    public void The_page_has_a_row_for_every_rule_and_no_other()
    {
        var rows = File.ReadAllLines(Checkout.PathOf("docs/templates.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("<br>", StringComparison.Ordinal));

        rows.ShouldBe(LintRules.OfTemplates.Concat(LintRules.OfImages).Concat(LintRules.OfMessages).Select(RowOf));
    }

    private static string RowOf(LintRule rule) =>
        $"| `{rule.Id}` | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title.En}<br>{rule.Title.Ko} | {string.Join(", ", rule.Predicts)} | {string.Join(", ", rule.DealerCodes)} | {rule.Source} |";
}

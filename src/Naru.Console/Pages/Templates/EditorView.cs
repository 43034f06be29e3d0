using Naru.Console.Pages.Parts;
using Naru.Core.Senders;
using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>The editor as it is shown: what was written, what is wrong with it, how it looks.</summary>
/// <param name="Template">Null for a new one.</param>
/// <param name="Findings">The worst first.</param>
/// <param name="Faults">Why it was not stored.</param>
/// <param name="Focus">The field where the writer goes on; null = where they are.</param>
public sealed record EditorView(
    Sender Sender, Template? Template, TemplateForm Form, TemplateDetails Details, IReadOnlyList<Finding> Findings, AlimTalkRules Rules, FormFaults Faults, string? Focus)
{
    /// <summary>Each once, in the order in which the template is read.</summary>
    public IReadOnlyList<string> Variables { get; } = TemplateParts.VariablesOf(Details);

    /// <summary>With the values that are tried.</summary>
    public TemplateDetails Filled { get; } = TemplateParts.Fill(Details, Form.Values);

    public bool IsTried => Variables.Any(Form.Values.ContainsKey);

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);

    /// <param name="images">What is known to be wrong with the images.</param>
    public static EditorView Of(Sender sender, Template? template, TemplateForm form, AlimTalkRules rules, Func<TemplateDetails, IReadOnlyList<Finding>> images, FormFaults? faults = null, string? focus = null)
    {
        var details = form.ToDetails();
        var findings = TemplateLinter.Check(details, rules).Concat(images(details)).OrderByDescending(finding => finding.Severity).ToArray();
        return new EditorView(sender, template, form, details, findings, rules, faults ?? new FormFaults(), focus);
    }

    public IReadOnlyList<Finding> At(string place) => [.. Findings.Where(finding => string.Equals(finding.Place, place, StringComparison.Ordinal))];

    /// <summary>The parts that are too long once the values are filled in, and were not before.</summary>
    public IEnumerable<(string Place, int Count, int Limit)> OverrunsOnceFilled()
    {
        var before = TemplateLimits.Overruns(Details, Rules).Select(overrun => overrun.Place).ToHashSet(StringComparer.Ordinal);
        return TemplateLimits.Overruns(Filled, Rules).Where(overrun => !before.Contains(overrun.Place));
    }

    /// <summary>The id of a field's element.</summary>
    public static string IdOf(string place) => "f-" + place.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
}

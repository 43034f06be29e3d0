using System.Text.Json;
using Naru.Core.Templates;
using Naru.Core.Templates.Json;
using Naru.Server.Composition;

namespace Naru.Server.Commands;

/// <summary>What <c>template lint</c> was asked.</summary>
/// <param name="File">A path, or <c>-</c> for standard input.</param>
/// <param name="Korean">Explanations in Korean, else in English.</param>
/// <param name="Json">One JSON document instead of lines for people.</param>
/// <param name="FailOn">The least severity that makes the exit code 1.</param>
public sealed record TemplateLinting(string File, bool Korean, bool Json, Severity FailOn)
{
    private const int Clean = 0;
    private const int Found = 1;
    private const int Unreadable = 2;

    public static async Task<int> RunAsync(TemplateLinting asked, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        AlimTalkRules rules;
        List<LintedTemplate> templates;
        try
        {
            rules = AlimTalkSettings.Read(NaruConfiguration.Of(new ConfigurationBuilder()).Build());
            var text = asked.File == "-" ? await input.ReadToEndAsync(cancellationToken) : await System.IO.File.ReadAllTextAsync(asked.File, cancellationToken);
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            templates = [.. LintedTemplate.ReadAll(json.RootElement, rules)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            await errors.WriteLineAsync(fault is JsonException ? $"{asked.File}: no JSON. {fault.Message}" : fault.Message);
            return Unreadable;
        }

        await (asked.Json ? LintReport.WriteJsonAsync(output, templates, asked.Korean) : LintReport.WriteTextAsync(output, templates, asked.Korean));
        return templates.Exists(template => template.Faults.Count > 0) ? Unreadable
            : templates.Exists(template => template.Findings.Any(finding => finding.Severity >= asked.FailOn)) ? Found
            : Clean;
    }
}

/// <param name="Label">Its code or name, or where it stands in the file.</param>
/// <param name="Faults">Why it could not be read; then there are no findings.</param>
internal sealed record LintedTemplate(string Label, IReadOnlyList<TemplateJsonFault> Faults, IReadOnlyList<Finding> Findings)
{
    public static IEnumerable<LintedTemplate> ReadAll(JsonElement root, AlimTalkRules rules) => root.ValueKind == JsonValueKind.Array
        ? root.EnumerateArray().Select((template, i) => Read(template, $"[{i}]", rules))
        : [Read(root, "", rules)];

    private static LintedTemplate Read(JsonElement json, string place, AlimTalkRules rules)
    {
        var reading = TemplateJson.Read(json);
        var name = reading.Code ?? reading.Details?.Name;
        var label = string.Join(' ', new[] { place, name }.Where(part => !string.IsNullOrEmpty(part)));
        if (reading.Details is not { } details)
        {
            return new LintedTemplate(label, reading.Faults, []);
        }

        var findings = TemplateLinter.Check(details, rules);
        return new LintedTemplate(label, [], reading.Code is { } code && TemplateLinter.CheckCode(code, rules) is { } fault ? [fault, .. findings] : findings);
    }
}

using System.Text.Json;
using Naru.Core.Images;
using Naru.Core.Templates;
using Naru.Core.Templates.Json;
using Naru.Server.Composition;

namespace Naru.Server.Commands;

/// <summary>What <c>template lint</c> was asked.</summary>
/// <param name="File">A path, or <c>-</c> for standard input.</param>
/// <param name="Korean">Explanations in Korean, else in English.</param>
/// <param name="Json">One JSON document instead of lines for people.</param>
/// <param name="FailOn">The least severity that makes the exit code 1.</param>
/// <param name="Images">The folder in which images lie; null = they are not checked.</param>
public sealed record TemplateLinting(string File, bool Korean, bool Json, Severity FailOn, string? Images = null)
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
            templates = [.. LintedTemplate.ReadAll(json.RootElement, rules, asked.Images is { } folder ? new ImageFolder(folder) : null)];
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
/// <param name="Unchecked">The places of images that were not looked at.</param>
internal sealed record LintedTemplate(string Label, IReadOnlyList<TemplateJsonFault> Faults, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Unchecked)
{
    public static IEnumerable<LintedTemplate> ReadAll(JsonElement root, AlimTalkRules rules, ImageFolder? images) => root.ValueKind == JsonValueKind.Array
        ? root.EnumerateArray().Select((template, i) => Read(template, $"[{i}]", rules, images))
        : [Read(root, "", rules, images)];

    private static LintedTemplate Read(JsonElement json, string place, AlimTalkRules rules, ImageFolder? folder)
    {
        var reading = TemplateJson.Read(json);
        var name = reading.Code ?? reading.Details?.Name;
        var label = string.Join(' ', new[] { place, name }.Where(part => !string.IsNullOrEmpty(part)));
        if (reading.Details is not { } details)
        {
            return new LintedTemplate(label, reading.Faults, [], []);
        }

        var images = PlacedImage.Of(details).ToArray();
        IReadOnlyList<Finding> findings = [.. TemplateLinter.Check(details, rules), .. folder is null ? [] : TemplateLinter.CheckImages(images, folder.Read(images, rules), rules)];
        IReadOnlyList<string> notChecked = folder is null ? [.. images.Select(image => image.Place)] : [];
        return new LintedTemplate(label, [], reading.Code is { } code && TemplateLinter.CheckCode(code, rules) is { } fault ? [fault, .. findings] : findings, notChecked);
    }
}

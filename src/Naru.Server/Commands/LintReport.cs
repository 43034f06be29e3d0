using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Naru.Core.Results;
using Naru.Core.Templates;
using Naru.Core.Templates.Json;

namespace Naru.Server.Commands;

/// <summary>What <c>template lint</c> prints.</summary>
internal static class LintReport
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A line for each finding: <c>place[start+length]: severity rule: explanation</c>, the mend indented below it. Never wrapped.</summary>
    public static async Task WriteTextAsync(TextWriter output, IReadOnlyList<LintedTemplate> templates, bool korean)
    {
        foreach (var template in templates)
        {
            foreach (var fault in template.Faults)
            {
                await output.WriteLineAsync($"{Prefix(template)}{fault.Path}: unreadable: {In(fault.Explanation, korean)}");
            }

            foreach (var finding in template.Findings)
            {
                var place = TemplateJson.PathOf(finding.Place) + (finding.Start is { } start ? $"[{start}+{finding.Length}]" : "");
                await output.WriteLineAsync($"{Prefix(template)}{place}: {Word(finding.Severity)} {finding.Rule}: {In(finding.Explanation, korean)}");
                if (finding.Mend is { } mend)
                {
                    await output.WriteLineAsync($"    {In(mend, korean)}");
                }
            }
        }

        if (templates.Sum(template => template.Unchecked.Count) is > 0 and var unseen)
        {
            await output.WriteLineAsync(korean ? $"이미지 {unseen}개는 확인하지 않았습니다. --images 로 폴더를 지정하십시오." : $"{unseen} images were not checked: name their folder with --images.");
        }

        var counts = templates.SelectMany(template => template.Findings).GroupBy(finding => finding.Severity).ToDictionary(group => group.Key, group => group.Count());
        await output.WriteLineAsync(
            $"{templates.Count} templates, {counts.GetValueOrDefault(Severity.Error)} errors, {counts.GetValueOrDefault(Severity.Warning)} warnings, {counts.GetValueOrDefault(Severity.Hint)} hints");
    }

    public static async Task WriteJsonAsync(TextWriter output, IReadOnlyList<LintedTemplate> templates, bool korean)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, s_indented))
        {
            json.WriteStartArray();
            foreach (var template in templates)
            {
                Write(json, template, korean);
            }

            json.WriteEndArray();
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, LintedTemplate template, bool korean)
    {
        json.WriteStartObject();
        json.WriteString("template", template.Label);
        json.WriteStartArray("faults");
        foreach (var fault in template.Faults)
        {
            json.WriteStartObject();
            json.WriteString("place", fault.Path);
            json.WriteString("explanation", In(fault.Explanation, korean));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in template.Findings)
        {
            Write(json, finding, korean);
        }

        json.WriteEndArray();
        json.WriteStartArray("notChecked");
        foreach (var place in template.Unchecked)
        {
            json.WriteStringValue(TemplateJson.PathOf(place));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, bool korean)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Word(finding.Severity));
        json.WriteString("place", TemplateJson.PathOf(finding.Place));
        if (finding.Start is { } start)
        {
            json.WriteNumber("start", start);
            json.WriteNumber("length", finding.Length ?? 0);
        }

        json.WriteString("explanation", In(finding.Explanation, korean));
        if (finding.Mend is { } mend)
        {
            json.WriteString("mend", In(mend, korean));
        }

        json.WriteEndObject();
    }

    private static string Prefix(LintedTemplate template) => template.Label.Length == 0 ? "" : $"{template.Label}: ";

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "hint",
    };

    private static string In(BilingualText text, bool korean) => korean ? text.Ko : text.En;
}

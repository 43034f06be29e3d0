using System.Text.Json;
using Naru.Core.Results;

namespace Naru.Core.Templates.Json;

/// <summary>
/// Templates as KakaoTalk's dealers write them: <c>templateName</c>, <c>templateContent</c>, <c>templateMessageType</c> … <c>buttons</c>, <c>quickReplies</c>.
/// The shape of <c>naru template lint</c> and of the extension API. Members that are not known are left alone, so that what a dealer's API answers can be
/// read as it is.
/// </summary>
public static class TemplateJson
{
    /// <summary>Never throws: what is wrong is in <see cref="TemplateReading.Faults"/>.</summary>
    public static TemplateReading Read(JsonElement template) => new TemplateReader().Read(template);

    /// <param name="code">Left out where it is null.</param>
    public static void Write(Utf8JsonWriter json, TemplateDetails template, string? code = null) => TemplateWriter.Write(json, template, code);

    /// <summary>What a place of a finding (<see cref="Finding.Place"/>) is called in this shape: <c>buttons[0].linkMobile</c> is <c>buttons[0].linkMo</c>.</summary>
    public static string PathOf(string place) => TemplatePaths.Of(place);
}

/// <param name="Details">Null where there are faults.</param>
/// <param name="Code"><c>templateCode</c>; null where it is not there.</param>
/// <param name="Faults">In the order of the members; each with its path from the template.</param>
public sealed record TemplateReading(TemplateDetails? Details, string? Code, IReadOnlyList<TemplateJsonFault> Faults);

/// <summary>A member that cannot be read.</summary>
/// <param name="Path">Such as <c>buttons[1].type</c>; empty for the template itself.</param>
public sealed record TemplateJsonFault(string Path, BilingualText Explanation);

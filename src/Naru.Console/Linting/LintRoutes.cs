using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Console.Testing;
using Naru.Core.Templates;
using Naru.Core.Templates.Json;
using Naru.Engine.Reference;

namespace Naru.Console.Linting;

/// <summary>
/// The template linter as an extension of the API: <c>POST /naru/templates/lint</c> takes one template or a list of them as KakaoTalk's dealers write
/// them, and stores nothing. Any credentials of a workspace open it, in every mode.
/// </summary>
internal static class LintRoutes
{
    public const string Path = "/naru/templates/lint";

    /// <summary>Far more than a body of 1 MB holds of real ones.</summary>
    private const int MaxTemplates = 1000;

    public static void MapTemplateLint(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, LintAsync).AddEndpointFilter(ApiGuard.FilterAsync).WithTags(LintReference.Tag).Describe(LintReference.Lint);

    private static async Task<IResult> LintAsync(HttpContext context, CredentialReader credentials, AlimTalkRules rules)
    {
        if (await credentials.FindAsync(context.Request, context.RequestAborted) is null)
        {
            throw new ApiProblemException(new ApiProblem(StatusCodes.Status401Unauthorized, "Credentials of a workspace are needed.", "Authorization"));
        }

        using var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.JsonDocument);
        var templates = body.RootElement.ValueKind == JsonValueKind.Array ? body.RootElement.EnumerateArray().ToArray() : [body.RootElement];
        if (templates.Length > MaxTemplates)
        {
            throw new ApiProblemException(ApiProblem.Bad("$", $"At most {MaxTemplates} templates at once."));
        }

        return Results.Json(new LintAnswer([.. templates.Select(template => Lint(template, rules))]), ApiJson.Readable.LintAnswer);
    }

    private static LintedTemplate Lint(JsonElement json, AlimTalkRules rules)
    {
        var reading = TemplateJson.Read(json);
        var findings = reading.Details is { } details ? TemplateLinter.Check(details, rules) : [];
        var code = reading.Code is { } given ? TemplateLinter.CheckCode(given, rules) : null;
        return new LintedTemplate(
            reading.Code,
            reading.Details?.Name,
            [.. reading.Faults.Select(fault => new LintFault(fault.Path, LintText.Of(fault.Explanation)))],
            [.. (code is null ? findings : findings.Prepend(code)).Select(Of)]);
    }

    private static LintFinding Of(Finding finding) => new(
        finding.Rule, Word(finding.Severity), TemplateJson.PathOf(finding.Place), finding.Start, finding.Length, LintText.Of(finding.Explanation),
        finding.Mend is { } mend ? LintText.Of(mend) : null);

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "hint",
    };
}

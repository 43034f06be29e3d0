using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>The Message Template Builder: custom templates with <c>${ARG}</c>, a preview, and the versions before.</summary>
internal static class KakaoTemplateRoutes
{
    private const int MaxName = 100;
    private const int MaxObject = 10_000;
    private const int MaxTemplates = 500;

    private const string Starter =
        """
        {
          "object_type": "feed",
          "content": {
            "title": "${TITLE}",
            "description": "",
            "link": { "web_url": "", "mobile_web_url": "" }
          }
        }
        """;

    public static void MapKakaoTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/templates/new", (long app, HttpContext context, KakaoDirectory directory) => Open(app, 0, context, directory));
        app.MapGet("/templates/{template:long}", Open);
        app.MapPost("/templates/{template:long}", SaveAsync);
        app.MapPost("/templates/{template:long}/delete", DeleteAsync);
    }

    private static IResult Open(long app, long template, HttpContext context, KakaoDirectory directory)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        if (template == 0)
        {
            return Page(visitor, found, null, "", Starter, TemplatePurpose.Both, null, null);
        }

        return directory.FindTemplate(app, template) is { } custom
            ? Page(visitor, found, custom, custom.Name, custom.Object, custom.Purpose, null, context.Request.Query["done"] == "1" ? visitor.Words.Kakao.Done : null)
            : Answers.NotFound(visitor);
    }

    /// <summary>0 makes a new one. With <c>preview</c> nothing is stored.</summary>
    private static async Task<IResult> SaveAsync(long app, long template, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found || (template != 0 && directory.FindTemplate(app, template) is null))
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (name, json) = (form["name"].ToString().Trim(), form["object"].ToString().Trim());
        var purpose = Enum.TryParse<TemplatePurpose>(form["purpose"], out var parsed) && Enum.IsDefined(parsed) ? parsed : TemplatePurpose.Both;
        var words = visitor.Words.Kakao;
        var fault = json.Length > MaxObject ? words.TemplateTooLong(MaxObject)
            : CustomTemplate.Check(json) is { } broken ? words.TemplateIsWrong(broken.ToString())
            : form["step"] != "preview" && name.Length is 0 or > MaxName ? words.NameNeeded(MaxName)
            : null;
        if (fault is not null || form["step"] == "preview")
        {
            return Page(visitor, found, template == 0 ? null : directory.FindTemplate(app, template), name, json, purpose, fault, null);
        }

        var id = template;
        await directory.ChangeAsync(
            () =>
            {
                var before = template == 0 ? null : directory.FindTemplate(app, template);
                if ((template != 0 && before is null) || (before is null && directory.TemplatesOf(app).Count >= MaxTemplates))
                {
                    return null;
                }

                id = before?.Id ?? directory.NextTemplate();
                var made = new CustomTemplate(id, app, name, json, (before?.Version ?? 0) + 1, directory.Now)
                {
                    Purpose = purpose,
                    Earlier = before is null ? [] : [.. before.Earlier.TakeLast(CustomTemplate.MaxEarlier - 1), new EarlierVersion(before.Version, before.Object, before.ChangedAt)],
                };
                return new KakaoChange { Templates = { made } };
            },
            cancellationToken);
        return id == 0 ? Answers.NotFound(visitor) : Results.LocalRedirect(KakaoAppRoutes.PathOf(visitor, found, $"/templates/{id}?done=1"));
    }

    private static async Task<IResult> DeleteAsync(long app, long template, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            && await directory.ChangeAsync(() => directory.FindTemplate(app, template) is null ? null : new KakaoChange { RemovedTemplates = { template } }, cancellationToken)
            ? Results.LocalRedirect(KakaoAppRoutes.PathOf(visitor, found, "?done=1"))
            : Answers.NotFound(visitor);
    }

    private static RazorComponentResult<KakaoTemplatePage> Page(
        Visitor visitor, DevelopersApp app, CustomTemplate? template, string name, string json, TemplatePurpose purpose, string? fault, string? notice) => new(new
        {
            Visitor = visitor,
            App = app,
            Template = template,
            Name = name,
            Json = json,
            Purpose = purpose,
            Preview = fault is null ? Preview(app, json) : null,
            Arguments = TemplateArguments.NamesIn(json),
            Fault = fault,
            Notice = notice,
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    /// <summary>With its placeholders as they stand, and links as they may lead.</summary>
    private static TalkBubble? Preview(DevelopersApp app, string json)
    {
        using var filled = JsonDocument.Parse(TemplateArguments.Fill(json, null, "${ME}").Json, TemplateReader.Json);
        return TalkComposer.FromObject(app, filled.RootElement, out _) is { } talk
            ? new TalkBubble(app.Id, app.Name, app.IconUrl, app.SiteUrl, app.Keys.Native, 0, "", "Message", talk.Template, talk.Dropped, [])
            : null;
    }
}

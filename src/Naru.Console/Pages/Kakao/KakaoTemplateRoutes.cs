using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>
/// The Message Template Builder. <c>do</c> says what the form is sent for: <c>save</c> stores; <c>json</c> and <c>fields</c> turn it into the other view of the same
/// template; everything else only looks. With <c>part=editor</c> the answer is the form alone, for the script to put in place.
/// </summary>
internal static class KakaoTemplateRoutes
{
    private const int MaxTemplates = 500;

    public static void MapKakaoTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/templates/new", (long app, HttpContext context, KakaoDirectory directory) => Open(app, 0, context, directory));
        app.MapGet("/templates/{template:long}", Open);
        app.MapPost("/templates/{template:long}", TakeAsync);
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
            return Page(visitor, KakaoTemplateView.Of(found, null, KakaoTemplateForm.New(), visitor.Words.Kakao, whole: false));
        }

        return directory.FindTemplate(app, template) is { } custom
            ? Page(
                visitor, KakaoTemplateView.Of(found, custom, KakaoTemplateForm.Of(custom), visitor.Words.Kakao, whole: false),
                notice: context.Request.Query["done"] == "1" ? visitor.Words.Kakao.Done : null)
            : Answers.NotFound(visitor);
    }

    /// <summary>0 makes a new one.</summary>
    private static async Task<IResult> TakeAsync(long app, long template, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var custom = template == 0 ? null : directory.FindTemplate(app, template);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found || (template != 0 && custom is null))
        {
            return Answers.NotFound(visitor);
        }

        var sent = await context.Request.ReadFormAsync(cancellationToken);
        var (form, what, words) = (KakaoTemplateForm.Read(sent), sent["do"].ToString(), visitor.Words.Kakao);
        if (what != "save")
        {
            IReadOnlyList<string> left = [];
            form = what switch { "json" => form.ToJson(), "fields" => form.ToFields(out left), _ => form };
            var view = KakaoTemplateView.Of(found, custom, form, words, whole: false, left);
            return sent["part"] == "editor" ? new RazorComponentResult<KakaoTemplateEditor>(new { Visitor = visitor, View = view }) : Page(visitor, view);
        }

        var whole = KakaoTemplateView.Of(found, custom, form, words, whole: true);
        if (whole.Faults.Count > 0)
        {
            return Page(visitor, whole, visitor.Words.Apps.ToCorrect(whole.Faults.Count), status: StatusCodes.Status400BadRequest);
        }

        return await SaveAsync(directory, app, template, form, cancellationToken) is { } id
            ? Results.LocalRedirect(KakaoAppRoutes.PathOf(visitor, found, $"/templates/{id}?done=1"))
            : Page(visitor, whole, words.TooManyLines(MaxTemplates), status: StatusCodes.Status409Conflict);
    }

    /// <summary>Each save is one version more. Null where it is gone meanwhile, or there are too many.</summary>
    private static async ValueTask<long?> SaveAsync(KakaoDirectory directory, long app, long template, KakaoTemplateForm form, CancellationToken cancellationToken)
    {
        long? id = null;
        await directory.ChangeAsync(
            () =>
            {
                var before = template == 0 ? null : directory.FindTemplate(app, template);
                if ((template != 0 && before is null) || (before is null && directory.TemplatesOf(app).Count >= MaxTemplates))
                {
                    return null;
                }

                id = before?.Id ?? directory.NextTemplate();
                var made = new CustomTemplate(id.Value, app, form.Name.Trim(), form.Json, (before?.Version ?? 0) + 1, directory.Now)
                {
                    Purpose = form.Purpose,
                    AllowsForwarding = before?.AllowsForwarding ?? true,
                    Earlier = before is null ? [] : [.. before.Earlier.TakeLast(CustomTemplate.MaxEarlier - 1), new EarlierVersion(before.Version, before.Object, before.ChangedAt)],
                };
                return new KakaoChange { Templates = { made } };
            },
            cancellationToken);
        return id;
    }

    private static async Task<IResult> DeleteAsync(long app, long template, HttpContext context, KakaoDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            && await directory.ChangeAsync(() => directory.FindTemplate(app, template) is null ? null : new KakaoChange { RemovedTemplates = { template } }, cancellationToken)
            ? Results.LocalRedirect(KakaoAppRoutes.PathOf(visitor, found, "?done=" + KakaoWords.DeletedMark))
            : Answers.NotFound(visitor);
    }

    private static RazorComponentResult<KakaoTemplatePage> Page(Visitor visitor, KakaoTemplateView view, string? fault = null, string? notice = null, int status = StatusCodes.Status200OK) =>
        new(new { Visitor = visitor, View = view, Fault = fault, Notice = notice }) { StatusCode = status };
}

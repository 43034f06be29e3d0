using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Console.Pages.Kakao;

/// <summary>The way out of an app: whether Kakao itself answers it, and what was passed there.</summary>
internal static class KakaoOutsideRoutes
{
    private const int PageSize = 50;

    public static void MapKakaoOutsidePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/outside", Show);
        app.MapPost("/outside", SaveAsync);
    }

    private static IResult Show(long app, string? done, int? page, HttpContext context, KakaoDirectory directory, KakaoHosts hosts)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            ? Page(visitor, directory, hosts, found, KakaoOutsideForm.Of(found), null, done is null ? null : visitor.Words.Kakao.Done, Math.Max(1, page ?? 1))
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> SaveAsync(long app, HttpContext context, KakaoDirectory directory, KakaoHosts hosts, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var draft = KakaoOutsideForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();

        // Whose key it is is asked and answered in one: nobody takes another app's key in between.
        var answer = await KakaoAppRoutes.ChangeAsync(
            visitor,
            directory,
            found,
            one =>
            {
                var changed = draft.Change(one, directory, visitor.Words.Kakao, faults);
                return faults.Count > 0 ? null : changed;
            },
            draft.AnsweredBy == AnsweredBy.Kakao ? "opened the way out of" : "closed the way out of",
            log,
            cancellationToken,
            "/outside");
        return faults.Count > 0 ? Page(visitor, directory, hosts, found, draft, faults, null, 1) : answer;
    }

    private static RazorComponentResult<KakaoOutsidePage> Page(
        Visitor visitor, KakaoDirectory directory, KakaoHosts hosts, DevelopersApp app, KakaoOutsideForm draft, FormFaults? faults, string? notice, int page)
    {
        var all = directory.PassedOf(app.Id);
        return new(new
        {
            Visitor = visitor,
            App = app,
            Draft = draft,
            Hosts = hosts,
            Calls = all.Skip((page - 1) * PageSize).Take(PageSize).ToArray(),
            PageNumber = page,
            HasMore = all.Count > page * PageSize,
            Faults = faults ?? new FormFaults(),
            Notice = notice,
        })
        {
            StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;

namespace Naru.Console.Pages.Kakao;

/// <summary>Apps of the Developers platform and the people who use them: what Kakao's own console does, and what its reviewers do.</summary>
internal static partial class KakaoAppRoutes
{
    private const int MaxName = 100;

    public static void MapKakaoApps(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/kakao", List);
        workspace.MapPost("/kakao", CreateAsync);
        workspace.MapKakaoPeople();
        workspace.MapScrapedPages();
        var app = workspace.MapGroup("/kakao/{app:long}");
        app.MapGet("", Show);
        app.MapPost("/settings", SaveAsync);
        app.MapPost("/secret", SecretAsync);
        app.MapPost("/delete", DeleteAsync);
        app.MapKakaoQuotas();
        app.MapKakaoPermissions();
        app.MapKakaoTemplates();
        app.MapKakaoOutsidePages();
        app.MapKakaoAccess();
    }

    public static string PathOf(Visitor visitor, DevelopersApp app, string page = "") => visitor.Path("kakao") + "/" + app.Id + page;

    [LoggerMessage(3160, LogLevel.Information, "Operator credential {Operator} {Change} Kakao app {App}")]
    private static partial void LogChanged(ILogger logger, long @operator, string change, long app);

    private static RazorComponentResult<KakaoAppListPage> List(HttpContext context, KakaoDirectory directory, string? done) => ListPage(Visitor.Of(context), directory, done, null);

    internal static RazorComponentResult<KakaoAppListPage> ListPage(
        Visitor visitor, KakaoDirectory directory, string? done, FormFaults? faults, string name = "", Person? draft = null, (string Name, string Phone) added = default) => new(new
    {
        Visitor = visitor,
        Apps = directory.AppsOf(visitor.Workspace.Id),
        People = directory.PeopleOf(visitor.Workspace.Id),
        Faults = faults ?? new FormFaults(),
        Name = name,
        Draft = draft,
        New = added,
        Notice = visitor.Words.Kakao.WhatWasDone(done),
    })
    {
        StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> CreateAsync(HttpContext context, KakaoDirectory directory, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var name = (await context.Request.ReadFormAsync(cancellationToken))["name"].ToString().Trim();
        if (name.Length is 0 or > MaxName)
        {
            var faults = new FormFaults();
            faults.Add("name", visitor.Words.Kakao.NameNeeded(MaxName));
            return ListPage(visitor, directory, null, faults, name);
        }

        DevelopersApp? made = null;
        await directory.ChangeAsync(
            () =>
            {
                made = new DevelopersApp(
                    directory.NextApp(), visitor.Workspace.Id, name, new AppKeys(directory.NewKey(), directory.NewKey(), directory.NewKey(), directory.NewKey()), directory.Now)
                {
                    Consents = new Dictionary<string, ConsentLevel>(StringComparer.Ordinal) { [ConsentItem.Nickname] = ConsentLevel.Required },
                };
                return new KakaoChange { Apps = { made } };
            },
            cancellationToken);
        LogChanged(log, visitor.Credential.Id, "made", made!.Id);
        return Results.LocalRedirect(PathOf(visitor, made));
    }

    private static IResult Show(long app, string? done, HttpContext context, KakaoDirectory directory, RequestMeter meter)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found ? Page(visitor, directory, meter, found, notice: visitor.Words.Kakao.WhatWasDone(done)) : Answers.NotFound(visitor);
    }

    /// <param name="drafts">What was written and could not be taken over.</param>
    internal static RazorComponentResult<KakaoAppPage> Page(
        Visitor visitor, KakaoDirectory directory, RequestMeter meter, DevelopersApp app, FormFaults? faults = null, KakaoAppDrafts? drafts = null, string? notice = null) => new(new
    {
        Visitor = visitor,
        App = app,
        Draft = drafts?.Settings ?? KakaoAppForm.Of(app),
        Asked = drafts?.Permissions,
        People = directory.PeopleOf(visitor.Workspace.Id),
        Templates = directory.TemplatesOf(app.Id),
        Callbacks = directory.CallbacksOf(app.Id),
        Counters = QuotaLines.Of(directory, meter, app, drafts?.Quotas),
        Faults = faults ?? new FormFaults(),
        Notice = notice,
    })
    {
        StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> SaveAsync(long app, HttpContext context, KakaoDirectory directory, RequestMeter meter, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var draft = KakaoAppForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        var change = draft.Change(visitor.Words.Kakao, faults);
        return faults.Count > 0
            ? Page(visitor, directory, meter, found, faults, new KakaoAppDrafts { Settings = draft })
            : await ChangeAsync(visitor, directory, found, change, "changed the settings of", log, cancellationToken);
    }

    private static async Task<IResult> SecretAsync(long app, HttpContext context, KakaoDirectory directory, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var on = (await context.Request.ReadFormAsync(cancellationToken))["secret"] == "on";
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            ? await ChangeAsync(visitor, directory, found, one => one with { ClientSecret = on ? directory.NewSecret(24) : null }, "changed the client secret of", log, cancellationToken)
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> DeleteAsync(long app, HttpContext context, KakaoDirectory directory, ILogger<KakaoDirectory> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is null || !await directory.RemoveAppAsync(app, cancellationToken))
        {
            return Answers.NotFound(visitor);
        }

        LogChanged(log, visitor.Credential.Id, "deleted", app);
        return Results.LocalRedirect(visitor.Path("kakao") + "?done=" + KakaoWords.DeletedMark);
    }

    /// <param name="change">Null leaves the app as it is; so does an app that has gone meanwhile.</param>
    /// <param name="page">Of the app: where the operator comes back to.</param>
    internal static async Task<IResult> ChangeAsync(
        Visitor visitor, KakaoDirectory directory, DevelopersApp app, Func<DevelopersApp, DevelopersApp?> change, string did, ILogger<KakaoDirectory> log, CancellationToken cancellationToken,
        string page = "")
    {
        if (!await directory.ChangeAppAsync(app.Id, change, cancellationToken))
        {
            return Answers.NotFound(visitor);
        }

        LogChanged(log, visitor.Credential.Id, did, app.Id);
        return Results.LocalRedirect(PathOf(visitor, app, page + "?done=1"));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Apps;

/// <summary>Sinch apps of a workspace: what they send through, how they are set, who is told.</summary>
internal static partial class AppRoutes
{
    /// <summary>Test suites make apps by the hundred: the page shows the newest.</summary>
    private const int MaxShown = 200;

    public static void MapApps(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/apps", (string? done, HttpContext context, WorkspaceDirectory directory, AppReader apps) => List(Visitor.Of(context), directory, apps, done: done));
        workspace.MapPost("/apps", CreateAsync);

        var app = workspace.MapGroup("/apps/{app}");
        app.MapGet("", Show);
        app.MapPost("/delete", DeleteAsync);
        app.MapAppSettings();
        app.MapAppChannels();
        app.MapAppWebhooks();
    }

    /// <summary>The address of an app's page, or of one below it.</summary>
    public static string PathOf(Visitor visitor, App app, string page = "") => visitor.Path("apps") + "/" + app.PublicId + page;

    /// <summary>The app's page, with the form that was just refused where there is one.</summary>
    public static RazorComponentResult<AppPage> Page(
        Visitor visitor, App app, AppReader apps, GatewayClock clock, string? notice = null, AppForm? draft = null, FormFaults? faults = null) => new(new
        {
            Visitor = visitor,
            View = apps.Read(app),
            Draft = draft ?? AppForm.Of(app),
            Faults = faults ?? new FormFaults(),
            clock.Now,
            Notice = notice,
        })
        {
            StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    [LoggerMessage(3130, LogLevel.Information, "Operator credential {Operator} {Change} app {App}")]
    public static partial void LogChanged(ILogger logger, long @operator, string change, string app);

    private static RazorComponentResult<AppListPage> List(
        Visitor visitor, WorkspaceDirectory directory, AppReader apps, string? done = null, NewApp? draft = null, FormFaults? faults = null)
    {
        var all = directory.AppsOf(visitor.Workspace.Id);
        return new RazorComponentResult<AppListPage>(new
        {
            Visitor = visitor,
            Apps = all.Reverse().Take(MaxShown).Select(apps.Read).ToArray(),
            Hidden = Math.Max(0, all.Count - MaxShown),
            Draft = draft ?? NewApp.Empty,
            Faults = faults ?? new FormFaults(),
            Notice = done == "deleted" ? visitor.Words.Apps.Deleted : null,
        })
        {
            StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, WorkspaceDirectory directory, AppReader apps, GatewayClock clock, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var draft = NewApp.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        var make = draft.Maker(visitor.Workspace.Id, clock, visitor.Words.Apps, faults);
        if (faults.Count > 0)
        {
            return List(visitor, directory, apps, draft: draft, faults: faults);
        }

        if (await directory.AddAppAsync(visitor.Workspace.Id, make, cancellationToken) is not { } made)
        {
            return Answers.NotFound(visitor);
        }

        LogChanged(log, visitor.Credential.Id, "made", made.PublicId);
        return Results.LocalRedirect(PathOf(visitor, made, "?done=created"));
    }

    private static IResult Show(string app, string? done, HttpContext context, WorkspaceDirectory directory, AppReader apps, GatewayClock clock)
    {
        var visitor = Visitor.Of(context);
        var (words, webhooks) = (visitor.Words.Apps, visitor.Words.Subscriptions);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            ? Page(visitor, found, apps, clock, done switch
            {
                "created" => words.CreatedDone,
                "saved" => words.Saved,
                "channel" => words.ChannelSaved,
                "channel-removed" => words.ChannelRemoved,
                "order" => words.OrderSaved,
                "secret" => words.SecretSaved,
                "secret-cleared" => words.SecretCleared,
                "webhook" => webhooks.Saved,
                "webhook-removed" => webhooks.Removed,
                _ => null,
            })
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> DeleteAsync(string app, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (!await directory.RemoveAppAsync(visitor.Workspace.Id, app, cancellationToken))
        {
            return Answers.NotFound(visitor);
        }

        LogChanged(log, visitor.Credential.Id, "deleted", app);
        return Results.LocalRedirect(visitor.Path("apps") + "?done=deleted");
    }
}

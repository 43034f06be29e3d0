using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Apps;

/// <summary>What an app is set to, and the secret that signs callbacks to a message's own URL.</summary>
internal static class AppSettingsRoutes
{
    public static void MapAppSettings(this IEndpointRouteBuilder app)
    {
        app.MapPost("/settings", SaveAsync);
        app.MapPost("/secret", SetSecretAsync);
        app.MapPost("/secret/clear", ClearSecretAsync);
    }

    private static async Task<IResult> SaveAsync(
        string app, HttpContext context, WorkspaceDirectory directory, AppReader apps, GatewayClock clock, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var draft = AppForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        var change = draft.Change(visitor.Words.Apps, faults);
        return faults.Count > 0
            ? AppRoutes.Page(visitor, found, apps, clock, draft: draft, faults: faults)
            : await ChangeAsync(visitor, found, change, "saved", "changed the settings of", directory, log, cancellationToken);
    }

    private static async Task<IResult> SetSecretAsync(
        string app, HttpContext context, WorkspaceDirectory directory, AppReader apps, GatewayClock clock, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        // Not trimmed: a secret is what it is.
        var secret = (await context.Request.ReadFormAsync(cancellationToken))["secret"].ToString();
        if (secret.Length is 0 or > AppBounds.MaxSecret)
        {
            var faults = new FormFaults();
            faults.Add("secret", visitor.Words.Apps.SecretNeeded(AppBounds.MaxSecret));
            return AppRoutes.Page(visitor, found, apps, clock, faults: faults);
        }

        return await ChangeAsync(visitor, found, now => now with { CallbackSecret = secret }, "secret", "set the callback secret of", directory, log, cancellationToken);
    }

    private static async Task<IResult> ClearSecretAsync(
        string app, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found
            ? await ChangeAsync(
                visitor, found, now => now with { CallbackSecret = null }, "secret-cleared", "cleared the callback secret of", directory, log, cancellationToken)
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> ChangeAsync(
        Visitor visitor, App app, Func<App, App> change, string done, string did, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        if (await directory.ChangeAppAsync(app.Workspace, app.PublicId, change, cancellationToken) is null)
        {
            return Answers.NotFound(visitor);
        }

        AppRoutes.LogChanged(log, visitor.Credential.Id, did, app.PublicId);
        return Results.LocalRedirect(AppRoutes.PathOf(visitor, app, "?done=" + done));
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Console.Pages.Apps;

/// <summary>The webhooks that an app registered: make, change, delete. What was pushed to one stands on the page of its endpoint.</summary>
internal static class AppWebhookRoutes
{
    public static void MapAppWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapGet("/webhooks/new", New);
        app.MapPost("/webhooks", AddAsync);

        var webhook = app.MapGroup("/webhooks/{webhook}");
        webhook.MapGet("", Edit);
        webhook.MapPost("", ChangeAsync);
        webhook.MapPost("/delete", DeleteAsync);
    }

    private static IResult New(string app, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return directory.FindApp(visitor.Workspace.Id, app) is { } found ? Page(visitor, found, null, WebhookForm.Empty) : Answers.NotFound(visitor);
    }

    private static IResult Edit(string app, string webhook, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return Find(visitor, directory, app, webhook) is { } found
            ? Page(visitor, found.App, found.Endpoint, WebhookForm.Of(found.Endpoint))
            : Answers.NotFound(visitor);
    }

    private static (App App, WebhookEndpoint Endpoint)? Find(Visitor visitor, WorkspaceDirectory directory, string app, string webhook) =>
        directory.FindApp(visitor.Workspace.Id, app) is { } found
        && directory.FindSubscription(visitor.Workspace.Id, webhook) is { } endpoint
        && endpoint.Subscription!.App == found.Id
            ? (found, endpoint)
            : null;

    private static RazorComponentResult<AppWebhookPage> Page(Visitor visitor, App app, WebhookEndpoint? endpoint, WebhookForm draft, FormFaults? faults = null) => new(new
    {
        Visitor = visitor,
        App = app,
        Endpoint = endpoint,
        Draft = draft,
        Faults = faults ?? new FormFaults(),
    })
    {
        StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> AddAsync(
        string app, HttpContext context, WorkspaceDirectory directory, WebhookTargetPolicy targets, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (directory.FindApp(visitor.Workspace.Id, app) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var draft = WebhookForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        draft.Check(context, targets, visitor.Words, faults);
        if (faults.Count == 0)
        {
            var made = await directory.AddSubscriptionAsync(
                found,
                (id, others) => Note(draft.Conflict(others, visitor.Words.Subscriptions), faults) ? null : (draft.Target, draft.Make(id, found)),
                cancellationToken);
            if (made is not null)
            {
                AppRoutes.LogChanged(log, visitor.Credential.Id, "added a webhook to", found.PublicId);
                return Results.LocalRedirect(AppRoutes.PathOf(visitor, found, "?done=webhook"));
            }
        }

        // Neither made nor refused: the app went meanwhile.
        return faults.Count > 0 ? Page(visitor, found, null, draft, faults) : Answers.NotFound(visitor);
    }

    private static async Task<IResult> ChangeAsync(
        string app, string webhook, HttpContext context, WorkspaceDirectory directory, WebhookTargetPolicy targets, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (Find(visitor, directory, app, webhook) is not { } found)
        {
            return Answers.NotFound(visitor);
        }

        var draft = WebhookForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var faults = new FormFaults();
        draft.Check(context, targets, visitor.Words, faults);
        if (faults.Count == 0)
        {
            var changed = await directory.ChangeSubscriptionAsync(
                visitor.Workspace.Id,
                webhook,
                now => Note(draft.Conflict(directory.SubscriptionsOf(found.App.Id).Where(e => e.Id != now.Id), visitor.Words.Subscriptions), faults) ? null : draft.ApplyTo(now),
                cancellationToken);
            if (changed is not null)
            {
                AppRoutes.LogChanged(log, visitor.Credential.Id, "changed a webhook of", found.App.PublicId);
                return Results.LocalRedirect(AppRoutes.PathOf(visitor, found.App, "?done=webhook"));
            }
        }

        return faults.Count > 0 ? Page(visitor, found.App, found.Endpoint, draft, faults) : Answers.NotFound(visitor);
    }

    private static async Task<IResult> DeleteAsync(
        string app, string webhook, HttpContext context, WorkspaceDirectory directory, ILogger<AppReader> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (Find(visitor, directory, app, webhook) is not { } found || !await directory.RemoveSubscriptionAsync(visitor.Workspace.Id, webhook, cancellationToken))
        {
            return Answers.NotFound(visitor);
        }

        AppRoutes.LogChanged(log, visitor.Credential.Id, "deleted a webhook of", found.App.PublicId);
        return Results.LocalRedirect(AppRoutes.PathOf(visitor, found.App, "?done=webhook-removed"));
    }

    private static bool Note((string Field, string Fault)? conflict, FormFaults faults)
    {
        if (conflict is not var (field, fault))
        {
            return false;
        }

        faults.Add(field, fault);
        return true;
    }
}

using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Apps;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary><c>/webhooks</c>, <c>/webhooks/{webhook_id}</c> and <c>/apps/{app_id}/webhooks</c>.</summary>
internal sealed class WebhookEndpoints(WorkspaceDirectory directory, WebhookTargets targets)
{
    public const string Parameter = "webhook_id";

    public const int MostPerApp = AppBounds.MaxWebhooks;

    private static readonly ShapeFault s_tooMany = new(WebhookMembers.App, $"must be an app with fewer than {MostPerApp} webhooks");

    private static readonly ShapeFault s_sameTarget = new(WebhookMembers.Target, "must be another target than those of the app's other webhooks");

    private static readonly ShapeFault s_cannotMove = new(WebhookMembers.App, "must be the webhook's own app: a webhook cannot be moved to another");

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, ReaderFor(context).ReadCreate) is not { } request)
        {
            return;
        }

        if (directory.FindApp(caller.Workspace.Id, request.AppId!) is not { } app)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
            return;
        }

        ShapeFault? wrong = null;
        var made = await directory.AddSubscriptionAsync(
            app,
            (publicId, others) =>
            {
                wrong = others.Count >= MostPerApp ? s_tooMany : others.Any(other => IsSame(other.Url, request.Target!)) ? s_sameTarget : null;
                return wrong is null ? (request.Target!, request.Create(publicId, app.Id)) : null;
            },
            context.RequestAborted);
        await AnswerAsync(context, made, app, wrong, "App");
    }

    public Task ListAsync(HttpContext context, SinchCaller caller) => directory.FindApp(caller.Workspace.Id, AppId.Of(context)) is { } app
        ? SinchAnswer.WriteAsync<IReadOnlyList<ShownWebhook>>(
            context, [.. directory.SubscriptionsOf(app.Id).Select(endpoint => new ShownWebhook(endpoint, app.PublicId))], WebhookJson.WriteList)
        : FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));

    public Task GetAsync(HttpContext context, SinchCaller caller)
    {
        var endpoint = directory.FindSubscription(caller.Workspace.Id, IdOf(context));
        return AnswerAsync(context, endpoint, AppOf(endpoint), wrong: null, "Webhook");
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        var mask = UpdateMask.Of(context.Request);
        var faults = new ShapeFaults();
        mask.Check(faults, WebhookMembers.All);
        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
        }
        else if (await SinchBody.ReadAsync(context, ReaderFor(context).ReadUpdate) is { } request)
        {
            ShapeFault? wrong = null;
            var changed = await directory.ChangeSubscriptionAsync(
                caller.Workspace.Id,
                IdOf(context),
                endpoint =>
                {
                    wrong = Check(endpoint, request, mask);
                    return wrong is null ? request.ApplyTo(endpoint, mask) : null;
                },
                context.RequestAborted);
            await AnswerAsync(context, changed, AppOf(changed), wrong, "Webhook");
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        var removed = await directory.RemoveSubscriptionAsync(caller.Workspace.Id, IdOf(context), context.RequestAborted);
        await (removed ? SinchAnswer.WriteNothingAsync(context) : FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Webhook")));
    }

    private ShapeFault? Check(WebhookEndpoint endpoint, WebhookRequest request, UpdateMask mask)
    {
        var app = endpoint.Subscription!.App;
        if (request.AppId is { } named && directory.FindApp(endpoint.Workspace, named)?.Id != app
            && mask.Sets(WebhookMembers.App, request.Members.Contains(WebhookMembers.App)))
        {
            return s_cannotMove;
        }

        return request.NewTarget(mask) is { } target
            && directory.SubscriptionsOf(app).Any(other => other.Id != endpoint.Id && IsSame(other.Url, target))
            ? s_sameTarget
            : null;
    }

    private App? AppOf(WebhookEndpoint? endpoint) => endpoint is null ? null : directory.FindApp(endpoint.Subscription!.App);

    private WebhookRequestReader ReaderFor(HttpContext context) => new(target => targets.Check(context, target));

    private static Task AnswerAsync(HttpContext context, WebhookEndpoint? endpoint, App? app, ShapeFault? wrong, string what)
    {
        if (wrong is { } fault)
        {
            return FaultAnswer.BadRequestAsync(context, fault);
        }

        return endpoint is null || app is null
            ? FaultAnswer.WriteAsync(context, SinchFault.NoSuch(what))
            : SinchAnswer.WriteAsync(context, new ShownWebhook(endpoint, app.PublicId), WebhookJson.Write);
    }

    /// <summary>As URLs: the case of the host and a port that is the scheme's make no difference.</summary>
    private static bool IsSame(string one, string other) => new Uri(one).AbsoluteUri.Equals(new Uri(other).AbsoluteUri, StringComparison.Ordinal);

    private static string IdOf(HttpContext context) => context.Request.RouteValues[Parameter] as string ?? "";
}

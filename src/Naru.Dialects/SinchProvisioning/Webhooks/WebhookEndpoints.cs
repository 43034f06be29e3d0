using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Messages;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Webhooks;
using Naru.Dialects.SinchProvisioning.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Webhooks;

/// <summary><c>/webhooks</c> and <c>/webhooks/{webhookId}</c>: who is told of senders and templates (contracts/sinch.md §8). A secret is never shown.</summary>
internal sealed class WebhookEndpoints(WorkspaceDirectory directory, WebhookTargets targets)
{
    public const int Most = 15;

    private const string List = "webhooks";

    public Task ListAsync(HttpContext context, SinchCaller caller)
    {
        var (page, error) = PageAsked.Read(context, List, Most, Most);
        return error is not null
            ? ErrorAnswer.WriteAsync(context, error)
            : PageAnswer.WriteAsync(context, page, List, directory.SubscriptionsOf(caller.Workspace.Id), (json, endpoint) => Write(json, caller, endpoint));
    }

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ReadAsync(context, whole: true) is not { } request)
        {
            return;
        }

        ProvisioningError? wrong = ProvisioningError.ProjectNotFound;
        var made = await directory.AddOwnSubscriptionAsync(
            caller.Workspace.Id,
            (publicId, others) =>
            {
                wrong = others.Count >= Most ? ProvisioningError.WebhookLimit : others.Any(other => IsSame(other.Url, request.Target!)) ? ProvisioningError.WebhookExists : null;
                return wrong is null ? (request.Target!, request.Create(publicId)) : null;
            },
            context.RequestAborted);
        await AnswerAsync(context, caller, made, wrong, StatusCodes.Status201Created);
    }

    public Task GetAsync(HttpContext context, SinchCaller caller) => IdOf(context) is { } id
        ? AnswerAsync(context, caller, directory.FindOwnSubscription(caller.Workspace.Id, id), null)
        : ErrorAnswer.WriteAsync(context, ProvisioningError.InvalidId);

    public Task ReplaceAsync(HttpContext context, SinchCaller caller) => ChangeAsync(context, caller, whole: true);

    public Task UpdateAsync(HttpContext context, SinchCaller caller) => ChangeAsync(context, caller, whole: false);

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        if (IdOf(context) is not { } id)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.InvalidId);
            return;
        }

        var removed = await directory.RemoveOwnSubscriptionAsync(caller.Workspace.Id, id, context.RequestAborted);
        await (removed ? NoContent.WriteAsync(context) : ErrorAnswer.WriteAsync(context, ProvisioningError.WebhookNotFound));
    }

    private async Task ChangeAsync(HttpContext context, SinchCaller caller, bool whole)
    {
        if (IdOf(context) is not { } id)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.InvalidId);
            return;
        }

        if (await ReadAsync(context, whole) is not { } request)
        {
            return;
        }

        if (request.SaysNothing)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.NoFields);
            return;
        }

        ProvisioningError? wrong = null;
        var changed = await directory.ChangeOwnSubscriptionAsync(
            caller.Workspace.Id, id,
            endpoint =>
            {
                wrong = request.Target is { } target && directory.SubscriptionsOf(caller.Workspace.Id).Any(other => other.Id != endpoint.Id && IsSame(other.Url, target))
                    ? ProvisioningError.WebhookExists
                    : null;
                return wrong is null ? request.ApplyTo(endpoint) : null;
            },
            context.RequestAborted);
        await AnswerAsync(context, caller, changed, wrong);
    }

    private ValueTask<WebhookRequest?> ReadAsync(HttpContext context, bool whole) =>
        ProvisioningBody.ReadAsync(context, WebhookRequest.Reader(target => targets.Check(context, target), whole));

    private static Task AnswerAsync(HttpContext context, SinchCaller caller, WebhookEndpoint? endpoint, ProvisioningError? wrong, int status = StatusCodes.Status200OK) =>
        wrong is not null || endpoint is null
            ? ErrorAnswer.WriteAsync(context, wrong ?? ProvisioningError.WebhookNotFound)
            : SinchAnswer.WriteAsync(context, status, endpoint, (json, shown) => Write(json, caller, shown));

    private static void Write(Utf8JsonWriter json, SinchCaller caller, WebhookEndpoint endpoint)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, endpoint.Subscription!.PublicId);
        json.WriteString("projectId"u8, caller.Workspace.PublicId.ToString("D"));
        json.WriteString("target"u8, endpoint.Url);
        json.WriteStartArray("triggers"u8);
        foreach (var trigger in endpoint.Subscription.Triggers)
        {
            json.WriteStringValue(trigger);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Null where it cannot be the id of a webhook.</summary>
    private static string? IdOf(HttpContext context) =>
        context.Request.RouteValues[ProvisioningPaths.WebhookId] is string id && Ulid.TryParse(id, out _) ? id : null;

    /// <summary>As URLs: the case of the host and a port that is the scheme's make no difference.</summary>
    private static bool IsSame(string one, string other) => new Uri(one).AbsoluteUri.Equals(new Uri(other).AbsoluteUri, StringComparison.Ordinal);
}

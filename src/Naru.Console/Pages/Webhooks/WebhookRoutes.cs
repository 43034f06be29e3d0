using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Webhooks;

/// <summary>Endpoints, their pushes, replay, and where reports go by default.</summary>
internal static class WebhookRoutes
{
    private const int PageSize = 50;

    public static void MapWebhooks(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/webhooks", List);
        workspace.MapPost("/webhooks/settings", ReportSettings.SaveAsync);
        workspace.MapGet("/webhooks/{endpoint:int}", ShowAsync);
        workspace.MapPost("/webhooks/{endpoint:int}/replay", ReplaySinceAsync);
        workspace.MapGet("/pushes/{push:long}", ShowPushAsync);
        workspace.MapPost("/pushes/{push:long}/replay", ReplayAsync);
    }

    private static RazorComponentResult<WebhookListPage> List(string? done, HttpContext context, WorkspaceDirectory directory, GatewayClock clock)
    {
        var visitor = Visitor.Of(context);
        return WebhookListPage.Render(visitor, directory, clock, visitor.Workspace.Settings, done == "saved" ? visitor.Words.Webhooks.Saved : null, null);
    }

    private static async Task<IResult> ShowAsync(
        int endpoint, long? before, int? replayed, HttpContext context, IGateway gateway, WorkspaceDirectory directory, GatewayClock clock, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return await PageAsync(visitor, endpoint, before, gateway, directory, clock, replayed is { } count ? visitor.Words.Webhooks.ReplaySinceDone(count) : null, null, cancellationToken);
    }

    private static async Task<IResult> PageAsync(
        Visitor visitor, int endpoint, long? before, IGateway gateway, WorkspaceDirectory directory, GatewayClock clock, string? notice, string? fault, CancellationToken cancellationToken)
    {
        if (directory.FindEndpoint(endpoint) is not { } found || found.Workspace != visitor.Workspace.Id)
        {
            return Answers.NotFound(visitor);
        }

        var query = new PushQuery { Workspace = visitor.Workspace.Id, EndpointId = endpoint, BeforeId = before, Limit = PageSize + 1 };
        var pushes = await gateway.Store.ListPushesAsync(query, cancellationToken);
        return new RazorComponentResult<EndpointPage>(new
        {
            Visitor = visitor,
            Endpoint = found,
            App = found.Subscription is { } subscription ? directory.FindApp(subscription.App) : null,
            Pushes = pushes.Take(PageSize).ToArray(),
            HasMore = pushes.Count > PageSize,
            Now = clock.Now,
            Notice = notice,
            Fault = fault,
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> ReplaySinceAsync(
        int endpoint, HttpContext context, IGateway gateway, WorkspaceDirectory directory, GatewayClock clock, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var words = visitor.Words.Webhooks;
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var since = visitor.Zone.Parse(form["since"]);
        var fault = since is null ? words.NeedsMoment : since > clock.Now ? words.MomentIsAhead : null;
        if (fault is not null || directory.FindEndpoint(endpoint)?.Workspace != visitor.Workspace.Id)
        {
            return await PageAsync(visitor, endpoint, null, gateway, directory, clock, null, fault, cancellationToken);
        }

        var count = await gateway.ReplayPushesSinceAsync(visitor.Workspace.Id, endpoint, since!.Value, cancellationToken);
        return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{visitor.Path("webhooks")}/{endpoint}?replayed={count}"));
    }

    private static async Task<IResult> ShowPushAsync(
        long push, string? replayed, HttpContext context, IGateway gateway, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (await gateway.Store.LoadPushAsync(push, cancellationToken) is not { } found || found.Workspace != visitor.Workspace.Id)
        {
            return Answers.NotFound(visitor);
        }

        var messages = await gateway.Store.LoadAsync([.. found.Items.Where(item => item.IsOfMessage).Select(item => item.Message).Distinct()], cancellationToken);
        return new RazorComponentResult<PushPage>(new
        {
            Visitor = visitor,
            Push = found,
            Endpoint = directory.FindEndpoint(found.EndpointId),
            Messages = messages.ToDictionary(message => message.Key, message => new PushedMessage(gateway.PublicId(message), message)),
            Notice = replayed is null ? null : visitor.Words.Webhooks.ReplayOneDone,
        });
    }

    private static async Task<IResult> ReplayAsync(long push, HttpContext context, IGateway gateway, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return await gateway.ReplayPushAsync(visitor.Workspace.Id, push, cancellationToken)
            ? Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{visitor.Path("pushes")}/{push}?replayed=1"))
            : Answers.NotFound(visitor);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Core.Routing;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Routes;

/// <summary>Which carrier takes what: routes of everybody and of the shown workspace, set and removed.</summary>
internal static partial class RouteRoutes
{
    public static void MapRoutes(this IEndpointRouteBuilder workspace)
    {
        var routes = workspace.MapGroup("/routes").AddEndpointFilter(InstallationOnly.FilterAsync);
        routes.MapGet("", Show);
        routes.MapPost("", SaveAsync);
        routes.MapPost("/remove", RemoveAsync);
    }

    private static RazorComponentResult<RouteListPage> Show(
        string? done, string? whose, string? channel, HttpContext context, WorkspaceDirectory directory, IGateway gateway, IEnumerable<ICarrier> carriers)
    {
        var visitor = Visitor.Of(context);
        var asked = RoutesOf(visitor, directory).FirstOrDefault(route => RouteForm.WhoseOf(route.Scope) == whose && route.Scope.Channel.ToString() == channel);
        return Page(visitor, directory, gateway, carriers, asked is null ? RouteForm.Empty : RouteForm.Of(asked), null, done switch
        {
            "saved" => visitor.Words.Carriers.RouteSaved,
            "removed" => visitor.Words.Carriers.RouteRemoved,
            _ => null,
        });
    }

    private static RazorComponentResult<RouteListPage> Page(
        Visitor visitor, WorkspaceDirectory directory, IGateway gateway, IEnumerable<ICarrier> carriers, RouteForm form, FormFaults? faults, string? notice = null) => new(new
        {
            Visitor = visitor,
            Routes = RoutesOf(visitor, directory),
            Senders = directory.SendersOf(visitor.Workspace.Id),
            Carriers = carriers.OrderBy(carrier => carrier.Name, StringComparer.Ordinal).ToArray(),
            Known = gateway.Routes,
            Form = form,
            Faults = faults,
            Notice = notice,
        })
        {
            StatusCode = faults is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static async Task<IResult> SaveAsync(
        HttpContext context, WorkspaceDirectory directory, IGateway gateway, IEnumerable<ICarrier> carriers, ILogger<RouteForm> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var (form, faults) = (RouteForm.Read(await context.Request.ReadFormAsync(cancellationToken)), new FormFaults());
        if (form.Route(visitor, directory, name => carriers.FirstOrDefault(carrier => carrier.Name == name), faults) is not { } route)
        {
            return Page(visitor, directory, gateway, carriers, form, faults);
        }

        await directory.SaveRouteAsync(route, cancellationToken);
        LogSet(log, visitor.Credential.Id, route.Scope.Channel.ToString(), route.Carrier, route.Cutover?.Carrier ?? "none", route.Cutover?.PerCent ?? 0);
        return Results.LocalRedirect(visitor.Path("routes") + "?done=saved");
    }

    private static async Task<IResult> RemoveAsync(
        HttpContext context, WorkspaceDirectory directory, ILogger<RouteForm> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var scope = RouteForm.Read(await context.Request.ReadFormAsync(cancellationToken)).Scope(visitor, directory, new FormFaults());
        if (scope is null || !await directory.RemoveRouteAsync(scope, cancellationToken))
        {
            return Answers.NotFound(visitor);
        }

        LogRemoved(log, visitor.Credential.Id, scope.Channel.ToString());
        return Results.LocalRedirect(visitor.Path("routes") + "?done=removed");
    }

    private static CarrierRoute[] RoutesOf(Visitor visitor, WorkspaceDirectory directory) =>
    [
        .. directory.Routes.Where(route => route.Scope.Workspace is null || route.Scope.Workspace == visitor.Workspace.Id)
            .OrderBy(route => route.Scope.Channel).ThenBy(route => route.Scope.Workspace is not null).ThenBy(route => route.Scope.Sender, StringComparer.Ordinal),
    ];

    [LoggerMessage(3191, LogLevel.Information, "Operator credential {Operator} set a route of {Channel}: {Carrier}, moving to {NewCarrier} by {PerCent} %")]
    private static partial void LogSet(ILogger logger, long @operator, string channel, string carrier, string newCarrier, int perCent);

    [LoggerMessage(3192, LogLevel.Information, "Operator credential {Operator} removed a route of {Channel}")]
    private static partial void LogRemoved(ILogger logger, long @operator, string channel);
}

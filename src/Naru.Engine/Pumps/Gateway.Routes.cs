using Microsoft.Extensions.Logging;
using Naru.Core.Routing;
using Naru.Engine.Ports;
using Naru.Engine.Routing;

namespace Naru.Engine.Pumps;

/// <summary>Which carrier takes what: settings, and over them what operators set.</summary>
public sealed partial class Gateway
{
    private sealed record KnownRoutes(IReadOnlyCollection<CarrierRoute> From, CarrierRoutes Routes);

    private KnownRoutes? _routes;

    /// <summary>As they are now.</summary>
    public CarrierRoutes Routes
    {
        get
        {
            var from = _directory.Routes;
            var known = Volatile.Read(ref _routes);
            if (known is null || !ReferenceEquals(known.From, from))
            {
                Volatile.Write(ref _routes, known = new KnownRoutes(from, new CarrierRoutes(channel => _settings.CarrierOf.GetValueOrDefault(channel, _settings.DefaultCarrier), from)));
            }

            return known.Routes;
        }
    }

    /// <summary>A route over a carrier that is not there would let every message fail: better nothing starts, and somebody reads why.</summary>
    private async ValueTask CheckRoutesAsync(CancellationToken cancellationToken)
    {
        foreach (var route in _directory.Routes)
        {
            if (RouteFaults.Of(route, name => _carriers.GetValueOrDefault(name)) is not { } fault)
            {
                continue;
            }

            var whose = route.Scope.Workspace is { } workspace ? $"The workspace '{_directory.FindWorkspace(workspace)?.Name}'" : "The route of all workspaces";
            if (_settings.ForgottenCarriers.Contains(fault.Carrier))
            {
                await _directory.RemoveRouteAsync(route.Scope, cancellationToken);
                LogRouteForgotten(_log, whose, route.Scope.Channel.ToString(), fault.Carrier);
                continue;
            }

            var why = fault.Kind == RouteFaultKind.NotItsChannel ? $"which does not carry {route.Scope.Channel}" : "which is not configured";
            throw new StoreRefusedException(
                $"{whose} sends {route.Scope.Channel} by the carrier '{fault.Carrier}', {why}. Configure it under Naru:Carriers:{fault.Carrier}, or start once with Naru:Routes:Forget={fault.Carrier}, which removes the routes over it.");
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "{Whose} does not send {Channel} by {Carrier} any more: that route was removed as settings asked")]
    private static partial void LogRouteForgotten(ILogger logger, string whose, string channel, string carrier);
}

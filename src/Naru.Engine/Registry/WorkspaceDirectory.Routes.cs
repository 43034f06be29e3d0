using System.Collections.Immutable;
using Naru.Core.Routing;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Which carrier takes what, and our credentials at carriers.</summary>
public sealed partial class WorkspaceDirectory
{
    private ImmutableDictionary<RouteScope, CarrierRoute> _routes = ImmutableDictionary<RouteScope, CarrierRoute>.Empty;
    private ImmutableDictionary<(string Carrier, string Name), CarrierSecret> _carrierSecrets = ImmutableDictionary<(string Carrier, string Name), CarrierSecret>.Empty;
    private IReadOnlyCollection<CarrierRoute> _allRoutes = [];

    /// <summary>Those that operators set. Another collection after each change of them, the same as long as there is none.</summary>
    public IReadOnlyCollection<CarrierRoute> Routes => Volatile.Read(ref _allRoutes);

    /// <summary>Sets the route of its scope. Nothing of it is checked here.</summary>
    /// <returns>False where its workspace has gone.</returns>
    public ValueTask<bool> SaveRouteAsync(CarrierRoute route, CancellationToken cancellationToken) => ChangeAsync(
        () => route.Scope.Workspace is { } workspace && !_workspaces.ContainsKey(workspace) ? null : new DirectoryChange { Routes = { route } }, cancellationToken);

    /// <returns>False where there is none.</returns>
    public ValueTask<bool> RemoveRouteAsync(RouteScope scope, CancellationToken cancellationToken) => ChangeAsync(
        () => _routes.ContainsKey(scope) ? new DirectoryChange { RemovedRoutes = { scope } } : null, cancellationToken);

    /// <summary>What was entered for a carrier, by name; null = nothing was.</summary>
    public CarrierSecret? FindCarrierSecret(string carrier, string name) => Volatile.Read(ref _carrierSecrets).GetValueOrDefault((carrier, name));

    /// <summary>Enters credentials of a carrier, or new ones in their place: in one durable step, because a key and its secret belong together.</summary>
    /// <param name="by">The name of the operator's credential.</param>
    public async ValueTask SaveCarrierSecretsAsync(string carrier, IReadOnlyDictionary<string, string> values, string by, CancellationToken cancellationToken) => await ChangeAsync(
        () =>
        {
            var change = new DirectoryChange();
            change.CarrierSecrets.AddRange(values.Select(value => new CarrierSecret(carrier, value.Key, value.Value, _clock.System.GetUtcNow(), by)));
            return change;
        },
        cancellationToken);

    /// <summary>Forgets what was entered: from now on what settings say counts.</summary>
    public async ValueTask RemoveCarrierSecretsAsync(string carrier, CancellationToken cancellationToken) => await ChangeAsync(
        () =>
        {
            var change = new DirectoryChange();
            change.RemovedCarrierSecrets.AddRange(_carrierSecrets.Keys.Where(key => string.Equals(key.Carrier, carrier, StringComparison.Ordinal)));
            return change.RemovedCarrierSecrets.Count > 0 ? change : null;
        },
        cancellationToken);

    private void ShowRoutes(DirectoryChange change)
    {
        var routes = _routes.SetItems(change.Routes.Select(static route => KeyValuePair.Create(route.Scope, route))).RemoveRange(change.RemovedRoutes);
        routes = routes.RemoveRange(routes.Keys.Where(scope => scope.Workspace is { } workspace && change.RemovedWorkspaces.Contains(workspace)));
        if (routes != _routes)
        {
            _routes = routes;
            Volatile.Write(ref _allRoutes, [.. routes.Values]);
        }

        Volatile.Write(
            ref _carrierSecrets,
            _carrierSecrets.SetItems(change.CarrierSecrets.Select(static secret => KeyValuePair.Create((secret.Carrier, secret.Name), secret)))
                .RemoveRange(change.RemovedCarrierSecrets));
    }
}

using Naru.Core.Provisioning;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Storage.Memory;

/// <summary>The cold store in memory: for tests and the simulation.</summary>
public sealed class MemoryDirectoryStore : IDirectoryStore
{
    private readonly Lock _changing = new();
    private readonly SortedDictionary<int, Workspace> _workspaces = [];
    private readonly SortedDictionary<long, Credential> _credentials = [];
    private readonly SortedDictionary<string, Core.Senders.Sender> _senders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Sender, string Code), Core.Templates.Template> _templates = new(Comparer<(string Sender, string Code)>.Create(
        static (a, b) => string.CompareOrdinal(a.Sender, b.Sender) is var order && order != 0 ? order : string.CompareOrdinal(a.Code, b.Code)));
    private readonly SortedDictionary<int, WebhookEndpoint> _endpoints = [];
    private readonly SortedDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, App> _apps = [];
    private readonly Dictionary<(WorkspaceId Workspace, PlatformKind Kind, string Id), PlatformTag> _platform = [];
    private readonly SortedDictionary<long, Activity> _activities = [];
    private readonly Dictionary<(WorkspaceId Workspace, string Code), Core.Templates.BrandTemplate> _brandTemplates = [];
    private readonly Dictionary<RouteScope, CarrierRoute> _routes = [];
    private readonly Dictionary<(string Carrier, string Name), CarrierSecret> _carrierSecrets = [];
    private readonly SortedDictionary<(int Workspace, string Key), OmniScenario> _scenarios = [];
    private int _lastApp;
    private long _lastActivity;
    private int _lastEndpoint;

    public ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            return ValueTask.FromResult(new DirectoryContent(
                [.. _workspaces.Values], [.. _credentials.Values], [.. _senders.Values], [.. _templates.Values], [.. _endpoints.Values], [.. _tokens.Values],
                [.. _apps.Values])
            {
                LastApp = _lastApp,
                LastEndpoint = _lastEndpoint,
                LastActivity = _lastActivity,
                UntoldActivities = [.. _activities.Values.Where(activity => activity.News is not null)],
                BrandTemplates = [.. _brandTemplates.Values.OrderBy(t => t.Workspace.Value).ThenBy(t => t.Code, StringComparer.Ordinal)],
                Routes =
                [
                    .. _routes.Values.OrderBy(r => r.Scope.Workspace?.Value ?? 0).ThenBy(r => r.Scope.Channel).ThenBy(r => r.Scope.Sender ?? "", StringComparer.Ordinal),
                ],
                CarrierSecrets = [.. _carrierSecrets.Values.OrderBy(s => s.Carrier, StringComparer.Ordinal).ThenBy(s => s.Name, StringComparer.Ordinal)],
                Scenarios = [.. _scenarios.Values],
                PlatformTags = [.. _platform.Values.OrderBy(t => t.Workspace.Value).ThenBy(t => t.Kind).ThenBy(t => t.Id, StringComparer.Ordinal)],
            });
        }
    }

    public ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            change.Workspaces.ForEach(workspace => _workspaces[workspace.Id.Value] = workspace);
            change.Credentials.ForEach(credential => _credentials[credential.Id] = credential);
            change.Senders.ForEach(sender => _senders[sender.Key] = sender);
            change.Templates.ForEach(template => _templates[(template.SenderKey, template.Code)] = template);
            change.BrandTemplates.ForEach(template => _brandTemplates[(template.Workspace, template.Code)] = template);
            change.Endpoints.ForEach(endpoint => _endpoints[endpoint.Id] = endpoint);
            change.Tokens.ForEach(token => _tokens[token.Hash] = token);
            change.Apps.ForEach(app => _apps[app.Id] = app);
            _lastApp = change.Apps.Select(app => app.Id).Append(_lastApp).Max();
            _lastEndpoint = change.Endpoints.Select(endpoint => endpoint.Id).Append(_lastEndpoint).Max();
            change.RemovedApps.ForEach(app => _apps.Remove(app));
            change.RemovedEndpoints.ForEach(endpoint => _endpoints.Remove(endpoint));
            change.RemovedTemplates.ForEach(gone =>
            {
                _templates.Remove((gone.SenderKey, gone.Code));
                RemoveWhere(_activities, activity => activity.SenderKey == gone.SenderKey && activity.TemplateCode == gone.Code);
            });
            change.RemovedSenders.ForEach(key =>
            {
                RemoveWhere(_templates, template => template.SenderKey == key);
                RemoveWhere(_activities, activity => activity.SenderKey == key);
                RemoveBrandTemplates(template => template.Owner.Key == key);
                _senders.Remove(key);
            });
            change.Activities.ForEach(activity => _activities[activity.Id] = activity);
            foreach (var id in change.ToldActivities)
            {
                if (_activities.TryGetValue(id, out var told))
                {
                    _activities[id] = told with { News = null };
                }
            }

            _lastActivity = change.Activities.Select(activity => activity.Id).Append(_lastActivity).Max();
            change.PlatformTags.ForEach(tag => _platform[(tag.Workspace, tag.Kind, tag.Id)] = tag);
            change.RemovedPlatformTags.ForEach(tag => _platform.Remove((tag.Workspace, tag.Kind, tag.Id)));
            change.Scenarios.ForEach(scenario => _scenarios[(scenario.Workspace.Value, scenario.Key)] = scenario);
            change.RemovedScenarios.ForEach(gone => _scenarios.Remove((gone.Workspace.Value, gone.Key)));
            change.Routes.ForEach(route => _routes[route.Scope] = route);
            change.RemovedRoutes.ForEach(scope => _routes.Remove(scope));
            change.CarrierSecrets.ForEach(secret => _carrierSecrets[(secret.Carrier, secret.Name)] = secret);
            change.RemovedCarrierSecrets.ForEach(gone => _carrierSecrets.Remove(gone));
            change.RemovedTokenHashes.ForEach(hash => _tokens.Remove(hash));
            change.RemovedWorkspaces.ForEach(Remove);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<ActivityPage> ReadActivitiesAsync(
        string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            var all = _activities.Values
                .Where(activity => activity.SenderKey == senderKey && activity.TemplateCode == templateCode && kinds?.Contains(activity.Kind) != false).Reverse().ToArray();
            return ValueTask.FromResult(new ActivityPage([.. all.Skip(skip).Take(limit)], all.Length));
        }
    }

    private void Remove(WorkspaceId workspace)
    {
        _workspaces.Remove(workspace.Value);
        RemoveWhere(_templates, template => _senders.TryGetValue(template.SenderKey, out var sender) && sender.Workspace == workspace);
        RemoveWhere(_senders, sender => sender.Workspace == workspace);
        RemoveWhere(_credentials, credential => credential.Workspace == workspace);
        RemoveWhere(_endpoints, endpoint => endpoint.Workspace == workspace);
        RemoveWhere(_apps, app => app.Workspace == workspace);
        foreach (var tag in _platform.Keys.Where(tag => tag.Workspace == workspace).ToArray())
        {
            _platform.Remove(tag);
        }

        foreach (var scope in _routes.Keys.Where(scope => scope.Workspace == workspace).ToArray())
        {
            _routes.Remove(scope);
        }

        RemoveWhere(_scenarios, scenario => scenario.Workspace == workspace);
        RemoveBrandTemplates(template => template.Workspace == workspace);
        RemoveWhere(_activities, activity => activity.Workspace == workspace);
        RemoveWhere(_tokens, token => token.Workspace == workspace);
    }

    private void RemoveBrandTemplates(Func<Core.Templates.BrandTemplate, bool> gone)
    {
        foreach (var key in _brandTemplates.Where(row => gone(row.Value)).Select(row => row.Key).ToArray())
        {
            _brandTemplates.Remove(key);
        }
    }

    private static void RemoveWhere<TKey, TValue>(SortedDictionary<TKey, TValue> rows, Func<TValue, bool> gone)
        where TKey : notnull
    {
        foreach (var key in rows.Where(row => gone(row.Value)).Select(row => row.Key).ToArray())
        {
            rows.Remove(key);
        }
    }
}

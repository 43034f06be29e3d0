using System.Collections.Concurrent;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Apps, and the webhooks they registered.</summary>
public sealed partial class WorkspaceDirectory
{
    private readonly ConcurrentDictionary<int, App> _apps = new();
    private readonly ConcurrentDictionary<string, App> _appsByPublicId = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The subscriptions of each app, oldest first. Replaced whole.</summary>
    private readonly ConcurrentDictionary<int, WebhookEndpoint[]> _subscriptions = new();
    private int _lastApp;

    /// <summary>Those of all workspaces, in no order.</summary>
    public IReadOnlyCollection<App> Apps => [.. _apps.Values];

    public App? FindApp(int id) => _apps.GetValueOrDefault(id);

    /// <summary>The workspace's app with this public id.</summary>
    public App? FindApp(WorkspaceId workspace, string publicId) =>
        _appsByPublicId.TryGetValue(publicId, out var app) && app.Workspace == workspace ? app : null;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<App> AppsOf(WorkspaceId workspace) => [.. _apps.Values.Where(a => a.Workspace == workspace).OrderBy(a => a.Id)];

    /// <summary>
    /// The sender that a channel of an app stands for, whosever it is: by its key or, for a channel that has none, the workspace's with its channel name.
    /// How it does says <see cref="AppChannelState.Judge"/>.
    /// </summary>
    public Sender? SenderOf(WorkspaceId workspace, AppChannel channel) => channel.SenderKey.Length > 0
        ? FindSender(channel.SenderKey)
        : SendersOf(workspace).FirstOrDefault(sender => AppChannelState.IsSameName(sender.ChannelName, channel.ChannelName));

    /// <summary>All endpoints that the app registered, oldest first, enabled or not.</summary>
    public IReadOnlyList<WebhookEndpoint> SubscriptionsOf(int app) => _subscriptions.GetValueOrDefault(app) ?? [];

    /// <summary>The endpoints of an app that want to be told of this.</summary>
    public IReadOnlyList<WebhookEndpoint> SubscribersOf(int app, ReportEvent happened) =>
        _subscriptions.TryGetValue(app, out var all) ? Array.FindAll(all, e => e.Subscription!.Wants(happened)) : [];

    /// <summary>One that an app registered; the workspace's own are found by <see cref="FindOwnSubscription"/>.</summary>
    public WebhookEndpoint? FindSubscription(WorkspaceId workspace, string publicId) => FindSubscription(workspace, publicId, ofApp: true);

    /// <summary>A new app; null where the workspace has gone meanwhile.</summary>
    /// <param name="make">Given the number and the public id.</param>
    public async ValueTask<App?> AddAppAsync(WorkspaceId workspace, Func<int, string, App> make, CancellationToken cancellationToken)
    {
        App? app = null;
        await ChangeAsync(
            () =>
            {
                if (!_workspaces.ContainsKey(workspace))
                {
                    return null;
                }

                app = make(++_lastApp, NewUlid());
                return new DirectoryChange { Apps = { app } };
            },
            cancellationToken);
        return app;
    }

    /// <param name="change">Given the app as it is now; null changes nothing.</param>
    /// <returns>The app as it is afterwards; null where there is none, or nothing was changed.</returns>
    public async ValueTask<App?> ChangeAppAsync(WorkspaceId workspace, string publicId, Func<App, App?> change, CancellationToken cancellationToken)
    {
        App? changed = null;
        await ChangeAsync(
            () => FindApp(workspace, publicId) is { } app && (changed = change(app)) is not null ? new DirectoryChange { Apps = { changed } } : null,
            cancellationToken);
        return changed;
    }

    /// <summary>The app and its webhooks go. Its messages stay.</summary>
    public ValueTask<bool> RemoveAppAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => ChangeAsync(
        () =>
        {
            if (FindApp(workspace, publicId) is not { } app)
            {
                return null;
            }

            var change = new DirectoryChange { RemovedApps = { app.Id } };
            change.RemovedEndpoints.AddRange(SubscriptionsOf(app.Id).Select(e => e.Id));
            return change;
        },
        cancellationToken);

    /// <param name="make">
    /// Given a new public id and what the app has registered already; null registers nothing.
    /// </param>
    /// <returns>Null where the app is gone, or nothing was registered.</returns>
    public async ValueTask<WebhookEndpoint?> AddSubscriptionAsync(
        App app, Func<string, IReadOnlyList<WebhookEndpoint>, (string Url, Subscription Subscription)?> make, CancellationToken cancellationToken)
    {
        WebhookEndpoint? endpoint = null;
        await ChangeAsync(
            () =>
            {
                if (!_apps.ContainsKey(app.Id) || make(NewUlid(), SubscriptionsOf(app.Id)) is not { } made)
                {
                    return null;
                }

                endpoint = new WebhookEndpoint(++_lastEndpoint, app.Workspace, made.Url, "application/json", _clock.Now, Subscription: made.Subscription);
                return new DirectoryChange { Endpoints = { endpoint } };
            },
            cancellationToken);
        return endpoint;
    }

    /// <param name="change">Given the endpoint as it is now; null changes nothing.</param>
    public async ValueTask<WebhookEndpoint?> ChangeSubscriptionAsync(
        WorkspaceId workspace, string publicId, Func<WebhookEndpoint, WebhookEndpoint?> change, CancellationToken cancellationToken)
    {
        WebhookEndpoint? changed = null;
        await ChangeAsync(
            () => FindSubscription(workspace, publicId) is { } endpoint && (changed = change(endpoint)) is not null
                ? new DirectoryChange { Endpoints = { changed } }
                : null,
            cancellationToken);
        return changed;
    }

    public ValueTask<bool> RemoveSubscriptionAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => ChangeAsync(
        () => FindSubscription(workspace, publicId) is { } endpoint ? new DirectoryChange { RemovedEndpoints = { endpoint.Id } } : null, cancellationToken);

    /// <summary>48 bits of time and 80 of chance.</summary>
    public string NewUlid()
    {
        Span<byte> chance = stackalloc byte[10];
        _random.Fill(chance);
        var value = (UInt128)(ulong)_clock.System.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var part in chance)
        {
            value = (value << 8) | part;
        }

        return Ulid.Format(value);
    }

    private void Show(App app)
    {
        _apps[app.Id] = app;
        _appsByPublicId[app.PublicId] = app;
    }

    private void HideApp(int id)
    {
        if (_apps.TryRemove(id, out var app))
        {
            _appsByPublicId.TryRemove(app.PublicId, out _);
        }

        _subscriptions.TryRemove(id, out _);
    }

    private void Show(WebhookEndpoint endpoint)
    {
        _endpoints[endpoint.Id] = endpoint;
        if (endpoint.Subscription is { } subscription)
        {
            ShowSubscriptions(subscription.App);
        }
        else
        {
            _endpointIds[(endpoint.Workspace, endpoint.Url, endpoint.ContentType)] = endpoint.Id;
        }
    }

    private void HideEndpoint(int id)
    {
        if (!_endpoints.TryRemove(id, out var endpoint))
        {
            return;
        }

        if (endpoint.Subscription is { } subscription)
        {
            ShowSubscriptions(subscription.App);
        }
        else
        {
            _endpointIds.TryRemove((endpoint.Workspace, endpoint.Url, endpoint.ContentType), out _);
        }
    }

    private void ShowSubscriptions(int app) =>
        _subscriptions[app] = [.. _endpoints.Values.Where(e => e.Subscription?.App == app).OrderBy(e => e.Id)];
}

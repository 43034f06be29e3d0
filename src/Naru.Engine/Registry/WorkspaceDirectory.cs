using System.Collections.Concurrent;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Time;

namespace Naru.Engine.Registry;

/// <summary>
/// Who there is: workspaces, credentials, senders, templates, endpoints. All of it is held in memory, because every send asks it
/// several times; every change is durable before it is seen. Reading is lock-free; changes are made one at a time.
/// </summary>
public sealed partial class WorkspaceDirectory : IDisposable
{
    private readonly IDirectoryStore _store;
    private readonly GatewayClock _clock;
    private readonly IRandomSource _random;
    private readonly SemaphoreSlim _changing = new(1, 1);

    private readonly ConcurrentDictionary<WorkspaceId, Workspace> _workspaces = new();
    private readonly ConcurrentDictionary<long, Credential> _credentials = new();
    private readonly ConcurrentDictionary<string, Credential> _apiKeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(CredentialKind Kind, string Name), Credential> _named = new();
    private readonly ConcurrentDictionary<string, Sender> _senders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Sender, string Code), CompiledTemplate> _templates = new();
    private readonly ConcurrentDictionary<int, WebhookEndpoint> _endpoints = new();
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Url, string ContentType), int> _endpointIds = new();
    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new(StringComparer.Ordinal);
    private int _lastWorkspace;
    private long _lastCredential;
    private int _lastEndpoint;

    public WorkspaceDirectory(IDirectoryStore store, GatewayClock clock, IRandomSource random) =>
        (_store, _clock, _random) = (store, clock, random);

    /// <summary>Raised after a change was stored and is visible. Handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<Workspace> Workspaces => [.. _workspaces.Values.OrderBy(w => w.Id.Value)];

    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        var content = await _store.LoadAllAsync(cancellationToken);
        var change = new DirectoryChange();
        change.Workspaces.AddRange(content.Workspaces);
        change.Credentials.AddRange(content.Credentials);
        change.Senders.AddRange(content.Senders);
        change.Templates.AddRange(content.Templates);
        change.Endpoints.AddRange(content.Endpoints);
        change.Tokens.AddRange(content.Tokens);
        change.Apps.AddRange(content.Apps);
        change.PlatformTags.AddRange(content.PlatformTags);
        change.BrandTemplates.AddRange(content.BrandTemplates);
        change.Routes.AddRange(content.Routes);
        change.Scenarios.AddRange(content.Scenarios);
        change.CarrierSecrets.AddRange(content.CarrierSecrets);
        change.Activities.AddRange(content.UntoldActivities);
        Show(change);
        _lastActivity = content.LastActivity;
        _lastWorkspace = content.Workspaces.Select(w => w.Id.Value).DefaultIfEmpty().Max();
        _lastCredential = content.Credentials.Select(c => c.Id).DefaultIfEmpty().Max();
        _lastApp = Math.Max(content.LastApp, content.Apps.Select(a => a.Id).DefaultIfEmpty().Max());
        _lastEndpoint = Math.Max(content.LastEndpoint, content.Endpoints.Select(e => e.Id).DefaultIfEmpty().Max());
    }

    public Workspace? FindWorkspace(WorkspaceId id) => _workspaces.GetValueOrDefault(id);

    public Workspace? FindWorkspace(Guid publicId) => _workspaces.Values.FirstOrDefault(w => w.PublicId == publicId);

    /// <summary>The sender with this key, whosever it is: check <see cref="Sender.Workspace"/>.</summary>
    public Sender? FindSender(string key) => _senders.GetValueOrDefault(key);

    public IReadOnlyList<Sender> SendersOf(WorkspaceId workspace) =>
        [.. _senders.Values.Where(s => s.Workspace == workspace).OrderBy(s => s.ChannelName, StringComparer.Ordinal)];

    public CompiledTemplate? FindTemplate(string senderKey, string code) => _templates.GetValueOrDefault((senderKey, code));

    public IReadOnlyList<Template> TemplatesOf(string senderKey) =>
        [.. _templates.Values.Select(t => t.Template).Where(t => string.Equals(t.SenderKey, senderKey, StringComparison.Ordinal)).OrderBy(t => t.Code, StringComparer.Ordinal)];

    public WebhookEndpoint? FindEndpoint(int id) => _endpoints.GetValueOrDefault(id);

    public IReadOnlyList<WebhookEndpoint> EndpointsOf(WorkspaceId workspace) =>
        [.. _endpoints.Values.Where(e => e.Workspace == workspace).OrderBy(e => e.Id)];

    /// <summary>The number of the endpoint with this URL, made on first use. 0, which no endpoint has, where the workspace has gone meanwhile.</summary>
    public async ValueTask<int> EndpointIdAsync(WorkspaceId workspace, string url, string contentType, CancellationToken cancellationToken)
    {
        if (_endpointIds.TryGetValue((workspace, url, contentType), out var known))
        {
            return known;
        }

        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (_endpointIds.TryGetValue((workspace, url, contentType), out known))
            {
                return known;
            }

            if (!_workspaces.ContainsKey(workspace))
            {
                return 0;
            }

            var endpoint = new WebhookEndpoint(++_lastEndpoint, workspace, url, contentType, _clock.Now);
            await StoreAsync(new DirectoryChange { Endpoints = { endpoint } }, cancellationToken);
            return endpoint.Id;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Writes down how an endpoint does; nothing where it went meanwhile.</summary>
    public async ValueTask SaveHealthAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) => await ChangeAsync(
        () => _endpoints.TryGetValue(endpoint.Id, out var now)
            ? new DirectoryChange { Endpoints = { now with { Failures = endpoint.Failures, RestingUntil = endpoint.RestingUntil, LastFailure = endpoint.LastFailure } } }
            : null,
        cancellationToken);

    public ValueTask SaveSenderAsync(Sender sender, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { Senders = { sender } }, cancellationToken);

    public ValueTask SaveTemplateAsync(Template template, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { Templates = { template } }, cancellationToken);

    public ValueTask SaveWorkspaceAsync(Workspace workspace, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { Workspaces = { workspace } }, cancellationToken);

    /// <summary>The workspace with its changed settings; null where it has gone.</summary>
    public async ValueTask<Workspace?> ChangeSettingsAsync(
        WorkspaceId id, Func<WorkspaceSettings, WorkspaceSettings> change, CancellationToken cancellationToken)
    {
        Workspace? changed = null;
        await ChangeAsync(
            () =>
            {
                changed = FindWorkspace(id) is { } workspace ? workspace with { Settings = change(workspace.Settings) } : null;
                return changed is null ? null : new DirectoryChange { Workspaces = { changed } };
            },
            cancellationToken);
        return changed;
    }

    /// <summary>Forgets everything about a workspace. Its messages are removed by the gateway's purge, afterwards.</summary>
    public ValueTask RemoveWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        ChangeAsync(new DirectoryChange { RemovedWorkspaces = { workspace } }, cancellationToken);

    /// <summary>A new workspace with everything it starts with, in one durable step.</summary>
    /// <param name="furnish">Adds to the change, and may put other settings into its one workspace; apps get their numbers afterwards, and may all come with 0.</param>
    public async ValueTask<Workspace> CreateWorkspaceAsync(
        string name, WorkspaceKind kind, Guid? publicId, Action<Workspace, DirectoryChange, Func<long>> furnish, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var workspace = new Workspace(new WorkspaceId(++_lastWorkspace), publicId ?? NewGuid(), name, kind, new WorkspaceSettings(), _clock.Now);
            var change = new DirectoryChange { Workspaces = { workspace } };
            furnish(workspace, change, () => ++_lastCredential);
            Number(change.Apps);
            await StoreAsync(change, cancellationToken);
            return change.Workspaces[0];
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Apps of a new workspace come without a number.</summary>
    private void Number(List<App> apps)
    {
        for (var i = 0; i < apps.Count; i++)
        {
            apps[i] = apps[i] with { Id = ++_lastApp };
        }
    }

    public void Dispose() => _changing.Dispose();

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private async ValueTask ChangeAsync(DirectoryChange change, CancellationToken cancellationToken) => await ChangeAsync(() => change, cancellationToken);

    /// <param name="make">
    /// Called while nobody else changes anything: a change that is made of what is there must not bring back what another just took away.
    /// Null changes nothing.
    /// </param>
    /// <returns>False where nothing was changed.</returns>
    private async ValueTask<bool> ChangeAsync(Func<DirectoryChange?> make, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            if (make() is not { } change)
            {
                return false;
            }

            await StoreAsync(change, cancellationToken);
            return true;
        }
        finally
        {
            _changing.Release();
        }
    }

    private async ValueTask StoreAsync(DirectoryChange change, CancellationToken cancellationToken)
    {
        await _store.ApplyAsync(change, cancellationToken);
        Show(change);
        Changed?.Invoke();
    }
}

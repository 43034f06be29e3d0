using Naru.Core.Provisioning;
using Naru.Core.Routing;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>The cold store: workspaces, credentials, senders, templates, endpoints, tokens. Small rows, few writes, all read at start.</summary>
public interface IDirectoryStore
{
    ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes the change in one transaction. Ids of new rows are chosen by the caller (<see cref="DirectoryContent"/> tells the next ones).</summary>
    ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken);

    /// <summary>What happened to a sender, or to one of its templates: newest first.</summary>
    /// <param name="templateCode">Null: the sender itself.</param>
    /// <param name="kinds">Only these; null = all.</param>
    ValueTask<ActivityPage> ReadActivitiesAsync(
        string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken);
}

public sealed record DirectoryContent(
    IReadOnlyList<Workspace> Workspaces,
    IReadOnlyList<Credential> Credentials,
    IReadOnlyList<Sender> Senders,
    IReadOnlyList<Template> Templates,
    IReadOnlyList<WebhookEndpoint> Endpoints,
    IReadOnlyList<AccessToken> Tokens,
    IReadOnlyList<App> Apps)
{
    /// <summary>The highest number that an app ever had, removed ones included: what hangs on a number must not become another's.</summary>
    public int LastApp { get; init; }

    /// <summary>The highest number that an endpoint ever had, removed ones included.</summary>
    public int LastEndpoint { get; init; }

    public IReadOnlyList<PlatformTag> PlatformTags { get; init; } = [];

    public IReadOnlyList<BrandTemplate> BrandTemplates { get; init; } = [];

    public IReadOnlyList<CarrierRoute> Routes { get; init; } = [];

    public IReadOnlyList<CarrierSecret> CarrierSecrets { get; init; } = [];

    public IReadOnlyList<OmniScenario> Scenarios { get; init; } = [];

    /// <summary>The highest number that an activity ever had.</summary>
    public long LastActivity { get; init; }

    /// <summary>Activities of which subscribers have yet to be told, oldest first.</summary>
    public IReadOnlyList<Activity> UntoldActivities { get; init; } = [];
}

/// <param name="Total">How many there are in all.</param>
public sealed record ActivityPage(IReadOnlyList<Activity> Activities, int Total);

/// <summary>Rows to write (inserted or replaced by their key) and rows to remove.</summary>
public sealed class DirectoryChange
{
    public List<Workspace> Workspaces { get; } = [];

    public List<Credential> Credentials { get; } = [];

    public List<Sender> Senders { get; } = [];

    public List<Template> Templates { get; } = [];

    public List<WebhookEndpoint> Endpoints { get; } = [];

    public List<AccessToken> Tokens { get; } = [];

    public List<App> Apps { get; } = [];

    public List<PlatformTag> PlatformTags { get; } = [];

    /// <summary>They go with their sender and with their workspace.</summary>
    public List<BrandTemplate> BrandTemplates { get; } = [];

    /// <summary>By scope; a workspace's go with it.</summary>
    public List<CarrierRoute> Routes { get; } = [];

    public List<RouteScope> RemovedRoutes { get; } = [];

    /// <summary>By carrier and name. The store seals their values.</summary>
    public List<CarrierSecret> CarrierSecrets { get; } = [];

    public List<(string Carrier, string Name)> RemovedCarrierSecrets { get; } = [];

    public List<OmniScenario> Scenarios { get; } = [];

    public List<(WorkspaceId Workspace, string Key)> RemovedScenarios { get; } = [];

    /// <summary>By workspace, kind and id.</summary>
    public List<PlatformTag> RemovedPlatformTags { get; } = [];

    /// <summary>Each with a number of its own.</summary>
    public List<Activity> Activities { get; } = [];

    /// <summary>Activities of which subscribers were told.</summary>
    public List<long> ToldActivities { get; } = [];

    /// <summary>They go with their history; before <see cref="Activities"/> are written.</summary>
    public List<(string SenderKey, string Code)> RemovedTemplates { get; } = [];

    /// <summary>By their keys: they go with their templates and history.</summary>
    public List<string> RemovedSenders { get; } = [];

    public List<string> RemovedTokenHashes { get; } = [];

    /// <summary>Apps that go; their endpoints are removed beside them.</summary>
    public List<int> RemovedApps { get; } = [];

    public List<int> RemovedEndpoints { get; } = [];

    /// <summary>Every row of these workspaces goes.</summary>
    public List<WorkspaceId> RemovedWorkspaces { get; } = [];
}

/// <summary>
/// A subscriber's URL. One per (workspace, URL, content type) for those that messages name, who share it; one per subscription for those that an app
/// registered.
/// </summary>
/// <param name="RestingUntil">Set while it is rested because it keeps failing.</param>
/// <param name="Failures">Pushes in a row that failed.</param>
/// <param name="Subscription">What an app registered it for; null where messages name it.</param>
public sealed record WebhookEndpoint(
    int Id,
    WorkspaceId Workspace,
    string Url,
    string ContentType,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RestingUntil = null,
    int Failures = 0,
    string? LastFailure = null,
    Subscription? Subscription = null);

/// <summary>A session or OAuth token. The token itself is never kept, only its SHA-256.</summary>
public sealed record AccessToken(string Hash, WorkspaceId Workspace, long CredentialId, AccessTokenKind Kind, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>Numbers are stored: never renumber.</summary>
public enum AccessTokenKind : byte
{
    /// <summary>Infobip <c>IBSSO</c>: an hour from its last use.</summary>
    Session = 1,

    /// <summary>OAuth 2.0 bearer.</summary>
    OAuth = 2,

    /// <summary>Console sign-in.</summary>
    Console = 3,
}

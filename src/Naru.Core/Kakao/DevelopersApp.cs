using Naru.Core.Workspaces;

namespace Naru.Core.Kakao;

/// <summary>An app of the Kakao Developers platform. Its keys are told apart by what they may open; none but the admin key is secret.</summary>
/// <param name="Id">Kakao's numeric app id.</param>
public sealed record DevelopersApp(long Id, WorkspaceId Workspace, string Name, AppKeys Keys, DateTimeOffset CreatedAt)
{
    /// <summary>Shown at the foot of each bubble, which opens it. Empty: the bubble opens nothing.</summary>
    public string SiteUrl { get; init; } = "";

    /// <summary>The app's icon; empty: its initial.</summary>
    public string IconUrl { get; init; } = "";

    /// <summary>Kakao Login is switched on.</summary>
    public bool LoginOn { get; init; } = true;

    /// <summary>A test app: only its members log in, whatever was granted.</summary>
    public bool IsTest { get; init; }

    public bool Suspended { get; init; }

    /// <summary>Null: tokens are given without one.</summary>
    public string? ClientSecret { get; init; }

    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    public IReadOnlyList<string> LogoutRedirectUris { get; init; } = [];

    /// <summary>Scheme, host and port of the sites that links may lead to and scripts may call from.</summary>
    public IReadOnlyList<string> WebDomains { get; init; } = [];

    public IReadOnlyList<string> AndroidKeyHashes { get; init; } = [];

    public IReadOnlyList<string> IosBundleIds { get; init; } = [];

    /// <summary>Addresses or networks that may call with this app's keys and tokens; none: all may.</summary>
    public IReadOnlyList<string> AllowedIps { get; init; } = [];

    /// <summary>The team: who may be written to before permission is granted.</summary>
    public IReadOnlyList<long> Members { get; init; } = [];

    /// <summary>By the item's id; absent: off.</summary>
    public IReadOnlyDictionary<string, ConsentLevel> Consents { get; init; } = new Dictionary<string, ConsentLevel>(StringComparer.Ordinal);

    public Permission Friends { get; init; }

    public Permission Messaging { get; init; }

    /// <summary>What the developers wrote when they asked for permission.</summary>
    public string PermissionNote { get; init; } = "";

    public AppQuotas Quotas { get; init; } = AppQuotas.Documented;

    public ShareCallback? Callback { get; init; }

    /// <summary>The <c>@name</c> of KakaoTalk channels that are linked to the app.</summary>
    public IReadOnlyList<LinkedChannel> Channels { get; init; } = [];

    public TextOverflow Overflow { get; init; }

    public SingleFailure SingleFailure { get; init; }

    /// <summary>Off: every link is kept, as where nobody looks.</summary>
    public bool ChecksDomains { get; init; } = true;

    /// <summary>An age under which nobody uses the app; 0: none.</summary>
    public int LeastAge { get; init; }

    /// <summary>Who answers calls with this app's keys and tokens.</summary>
    public AnsweredBy AnsweredBy { get; init; }

    /// <summary>The app's id at Kakao, by which tokens that Kakao gave are known as its own; 0: none.</summary>
    public long KakaoId { get; init; }

    public ConsentLevel LevelOf(string scope) => Consents.TryGetValue(scope, out var level) ? level : ConsentLevel.Off;

    public bool IsMember(long person) => Members.Contains(person);

    /// <summary>Whether people outside the team can be reached by messages. A test app stays restricted whatever was granted.</summary>
    public bool ReachesEveryone => !IsTest && Messaging == Permission.Granted && Friends == Permission.Granted;

    /// <summary>Whether friends outside the team are listed.</summary>
    public bool ListsEveryone => !IsTest && Friends == Permission.Granted;
}

/// <summary>Kakao's are 32 lower-case hexadecimal digits each.</summary>
/// <param name="Rest">Also the OAuth <c>client_id</c>.</param>
public sealed record AppKeys(string Native, string Rest, string JavaScript, string Admin);

/// <summary>Numbers are stored: never renumber.</summary>
public enum Permission : byte
{
    /// <summary>The team only.</summary>
    Team = 0,
    Requested = 1,
    Granted = 2,
    Refused = 3,
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum AnsweredBy : byte
{
    /// <summary>People, friends and phones are simulated.</summary>
    Naru = 0,

    /// <summary>Calls are passed to Kakao's own hosts and its answers back, as they are.</summary>
    Kakao = 1,
}

/// <summary>What becomes of a text that is longer than a template shows; the real service's answer is not documented.</summary>
public enum TextOverflow : byte
{
    Truncate = 0,
    Reject = 1,
}

/// <summary>How a send to a single receiver that cannot be reached is answered; the real service's answer is not documented.</summary>
public enum SingleFailure : byte
{
    /// <summary>An error of the request.</summary>
    Error = 0,

    /// <summary>200 with <c>failure_info</c>, as for several.</summary>
    FailureInfo = 1,
}

/// <summary>Where an app is told of shares that reached a room.</summary>
public sealed record ShareCallback(string Url, bool IsGet);

/// <param name="Banned">Answered with -544.</param>
public sealed record LinkedChannel(string PublicId, string Name, bool Banned = false);

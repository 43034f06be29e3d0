using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Kakao;

/// <summary>A simulated person with a Kakao Account.</summary>
/// <param name="Id">Kakao's user id: the same for every app here, where Kakao's differs by app.</param>
/// <param name="Phone">Where the handset shows what arrives.</param>
public sealed record Person(long Id, WorkspaceId Workspace, string Name, Recipient Phone)
{
    public string Email { get; init; } = "";

    public string ImageUrl { get; init; } = "";

    public AccountState State { get; init; }

    /// <summary>Whether the account is connected to a KakaoTalk; without: -501.</summary>
    public bool HasTalk { get; init; } = true;

    /// <summary>Of KakaoTalk. Sharing needs 9.2.0; below it the sharer shows the page that asks to update.</summary>
    public string TalkVersion { get; init; } = "25.8.0";

    /// <summary>0: the age was never verified.</summary>
    public int BirthYear { get; init; }

    /// <summary>Month and day, as in <c>0915</c>.</summary>
    public string Birthday { get; init; } = "";

    /// <summary><c>female</c> or <c>male</c>.</summary>
    public string Gender { get; init; } = "";

    /// <summary>KakaoTalk friends.</summary>
    public IReadOnlyList<Friend> Friends { get; init; } = [];

    /// <summary>Group rooms of which the person is a member, by name, to share into.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>Channels of KakaoTalk that the person added or blocked, by public id.</summary>
    public IReadOnlyDictionary<string, bool> Channels { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public bool CanShare => Version.TryParse(TalkVersion, out var version) && version >= new Version(9, 2, 0);
}

/// <param name="Hidden">Hidden or blocked in the list of whose friend it is.</param>
public sealed record Friend(long Person, bool Favourite = false, bool Hidden = false);

/// <summary>Numbers are stored: never renumber.</summary>
public enum AccountState : byte
{
    Active = 0,

    /// <summary>-4.</summary>
    Restricted = 1,

    /// <summary>-103.</summary>
    Dormant = 2,
}

/// <summary>A person who logged in to an app: what they let it have. It goes when they unlink.</summary>
/// <param name="Uuid">The person's name for this app, opaque.</param>
public sealed record Connection(long App, long Person, string Uuid, DateTimeOffset ConnectedAt)
{
    /// <summary>Consent items and when each was agreed to.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Agreed { get; init; } = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>"Show my profile on the friends list": off, the person is not listed and cannot be written to (-530).</summary>
    public bool ShowsProfile { get; init; } = true;

    /// <summary>What the app keeps about the person.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Has(string scope) => Agreed.ContainsKey(scope);
}

namespace Naru.Core.Kakao.Picking;

/// <summary>What an app wants of a picker, under the names of the JavaScript SDK (<c>Kakao.Picker</c>; of 1.x <c>Kakao.FriendPicker</c>), as far as they were left out at their defaults.</summary>
public sealed record PickerOptions(PickerKind Kind)
{
    /// <summary>The most that any picker lets pick.</summary>
    public const int MostPickable = 100;

    /// <summary>Of people; the SDKs' documented default.</summary>
    public const int UsualMost = 30;

    /// <summary>Of rooms; the SDKs' documented default.</summary>
    public const int UsualMostChats = 10;

    /// <summary>A longer title is cut.</summary>
    public const int MaxTitle = 50;

    /// <summary>Empty: the picker's own.</summary>
    public string Title { get; init; } = "";

    public bool HasSearch { get; init; } = true;

    /// <summary>Stands in the empty search; cut as the title is.</summary>
    public string SearchHint { get; init; } = "";

    /// <summary>Whether oneself can be picked among the friends.</summary>
    public bool ShowsMe { get; init; } = true;

    public bool MarksFavourites { get; init; } = true;

    /// <summary>Whether those who were picked are named above the list; one alone never is.</summary>
    public bool ShowsPicked { get; init; } = true;

    public bool HasBack { get; init; }

    /// <summary>Friends who let the app know nothing are shown too. It is told of how many were picked, and not who they are.</summary>
    public bool ShowsEveryone { get; init; }

    public int Least { get; init; } = 1;

    public int Most { get; init; } = UsualMost;

    public FriendFilter Friends { get; init; }

    public FriendService Service { get; init; }

    /// <summary>ISO 3166-1 alpha-2; empty: all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>As of the friends list: <c>favorite</c>, <c>nickname</c> or <c>age</c>.</summary>
    public string Order { get; init; } = "favorite";

    /// <summary>Members of rooms are picked instead of rooms.</summary>
    public bool PicksMembers { get; init; }

    /// <summary>Of <c>regular</c>, <c>open</c>, <c>direct</c> and <c>multi</c>.</summary>
    public IReadOnlyList<string> Chats { get; init; } = ["regular"];

    /// <summary>In order: the first that meets somebody is their reason.</summary>
    public IReadOnlyList<DisableOption> Disabled { get; init; } = [];

    public bool HasFriends => Kind != PickerKind.Chats;

    public bool HasChats => Kind is PickerKind.Chats or PickerKind.Both;
}

/// <summary>The four pickers.</summary>
public enum PickerKind
{
    /// <summary>Several friends: <c>selectFriends</c>.</summary>
    Friends,

    /// <summary>One friend: <c>selectFriend</c>.</summary>
    Friend,

    /// <summary>Rooms, or members of rooms: <c>selectChat</c>.</summary>
    Chats,

    /// <summary>Friends and rooms: <c>select</c>.</summary>
    Both,
}

/// <summary>Friends by their connection with the app.</summary>
public enum FriendFilter
{
    None,

    /// <summary>Not connected, so that they can be invited.</summary>
    Invitable,

    Registered,
}

/// <summary>Where people are friends. Simulated people have KakaoTalk alone.</summary>
public enum FriendService
{
    Talk,
    Story,
    TalkStory,
}

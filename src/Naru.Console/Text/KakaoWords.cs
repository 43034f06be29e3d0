using Naru.Core.Kakao;

namespace Naru.Console.Text;

/// <summary>The Developers platform: what people see, and what its operators do.</summary>
public abstract partial class KakaoWords
{
    public abstract string Product { get; }

    public abstract string NotKakao { get; }

    public abstract string ChooseAccount { get; }

    public abstract string NoPeople { get; }

    public abstract string State(AccountState state);

    public abstract string Consent { get; }

    public abstract string GoOn { get; }

    public abstract string SignedInAs(string name);

    public abstract string AsksFor(string app);

    public abstract string RequiredItem { get; }

    public abstract string OptionalItem { get; }

    public abstract string Agree { get; }

    public abstract string Cancel { get; }

    public abstract string LoginDone { get; }

    public abstract string LoginDoneHelp { get; }

    public abstract string LoginNotDone { get; }

    public abstract string LoginFailed { get; }

    public abstract string LoginFailedHelp { get; }

    public abstract string Preferences { get; }

    public abstract string DroppedLinks(string links);

    public abstract string Unfilled(string names);

    public abstract string ConnectedServices(string name);

    public abstract string NoServices { get; }

    public abstract string ShowMyProfile { get; }

    public abstract string ShowMyProfileHelp { get; }

    public abstract string Save { get; }

    public abstract string Revoke { get; }

    public abstract string RevokeOf(string item);

    public abstract string Leave { get; }

    public abstract string ToPhone { get; }

    /// <param name="count">As templates name it: <c>like</c>, <c>comment</c> …</param>
    public abstract string Social(string count);

    public abstract string PickARoom { get; }

    public abstract string ShareFailed { get; }

    public abstract string ErrorCode { get; }

    public abstract string Shared { get; }

    public abstract string SharedTo(string rooms);

    public abstract string OwnRoom { get; }

    public abstract string ShareTo { get; }

    public abstract string UpdateTalk { get; }

    public abstract string UpdateTalkHelp(string version);

    public abstract string FriendsAndRooms { get; }

    public abstract string Room { get; }

    public abstract string Share { get; }

    public abstract string Preview { get; }
}

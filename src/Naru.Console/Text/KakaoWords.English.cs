using Naru.Core.Kakao;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish : KakaoWords
{
    public override string Product => "Kakao Account (simulated)";

    public override string NotKakao => "Simulated by Naru. This is not a service of Kakao's.";

    public override string ChooseAccount => "Choose a Kakao Account";

    public override string NoPeople => "This workspace has no people. Add some in the console.";

    public override string State(AccountState state) => state switch
    {
        AccountState.Active => "Active",
        AccountState.Restricted => "Restricted account",
        AccountState.Dormant => "Dormant account",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public override string Consent => "Consent";

    public override string GoOn => "Continue";

    public override string SignedInAs(string name) => $"Signed in as {name}.";

    public override string AsksFor(string app) => $"{app} asks for";

    public override string RequiredItem => "[Required]";

    public override string OptionalItem => "[Optional]";

    public override string Agree => "Agree and continue";

    public override string Cancel => "Cancel";

    public override string LoginDone => "You are signed in";

    public override string LoginDoneHelp => "The app closes this window in a moment.";

    public override string LoginNotDone => "You are not signed in";

    public override string LoginFailed => "You cannot log in";

    public override string LoginFailedHelp => "The app is not set up for this. Tell its developers the code below.";

    public override string Preferences => "Preferences";

    public override string DroppedLinks(string links) => $"Links left out, because their domain is not registered: {links}";

    public override string Unfilled(string names) => $"User arguments without a value: {names}";

    public override string ConnectedServices(string name) => $"Connected services of {name}";

    public override string NoServices => "No service is connected.";

    public override string ShowMyProfile => "Show my profile on the service’s friends list";

    public override string ShowMyProfileHelp => "When it is off, you are not listed and friends cannot write to you through this service.";

    public override string Save => "Save";

    public override string Revoke => "Take back";

    public override string RevokeOf(string item) => $"Take back: {item}";

    public override string Leave => "Unlink";

    public override string ToPhone => "Back to the phone";

    public override string Social(string count) => count switch
    {
        "like" => "likes",
        "comment" => "comments",
        "shared" => "shares",
        "view" => "views",
        _ => "subscribers",
    };

    public override string PickARoom => "Pick where it is to go.";

    public override string ShareFailed => "This cannot be shared";

    public override string ErrorCode => "Error code";

    public override string Shared => "Shared";

    public override string SharedTo(string rooms) => $"Sent to {rooms}.";

    public override string OwnRoom => "Chat with myself";

    public override string ShareTo => "Share to";

    public override string UpdateTalk => "Update KakaoTalk";

    public override string UpdateTalkHelp(string version) => $"Sharing needs KakaoTalk 9.2.0 or later; this is {version}.";

    public override string FriendsAndRooms => "Friends and rooms";

    public override string Room => "Group";

    public override string Share => "Send";

    public override string Preview => "Preview";
}

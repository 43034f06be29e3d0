using Naru.Core.Kakao.Picking;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string FriendsTab => "Friends";

    public override string ChatsTab => "Chats";

    public override string SearchFriends => "Search by name";

    public override string PickedSoMany => "{0} chosen of at most {1}";

    public override string PickedOnes => "Chosen";

    public override string Unpick => "Do not choose {0}";

    public override string NoFriends => "This app may see none of your friends.";

    public override string NoChats => "There are no such chats.";

    public override string Myself => "Me";

    public override string Favourite => "Favourite";

    public override string Picked => "Done";

    public override string PickedHelp => "You can close this window.";

    public override string PickerBack => "Back";

    public override string PickFailed => "Nothing was chosen";

    public override string PickerTitle(PickerOptions options) => options.Kind switch
    {
        PickerKind.Friends or PickerKind.Friend => "Choose friends",
        PickerKind.Chats when options.PicksMembers => "Choose members",
        PickerKind.Chats => "Choose chats",
        PickerKind.Both => "Choose friends and chats",
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "No such picker."),
    };

    public override string PickSoMany(PickerOptions options)
    {
        var (one, many) = options.Kind switch
        {
            PickerKind.Both => ("friend or chat", "friends and chats in all"),
            PickerKind.Chats when !options.PicksMembers => ("chat", "chats"),
            PickerKind.Chats => ("member", "members"),
            _ => ("friend", "friends"),
        };
        return options.Most == 1 ? $"Choose one {one}" : options.Least == options.Most ? $"Choose {options.Most} {many}" : $"Choose {options.Least} to {options.Most} {many}";
    }

    public override string SoManyMembers(int members) => members == 1 ? "1 member" : $"{members} members";

    public override string Reason(DisableReason reason) => reason switch
    {
        DisableReason.MsgBlocked => "Does not show their profile",
        DisableReason.Registered => "Uses this service already",
        DisableReason.Unregistered => "Does not use this service",
        DisableReason.NotFriend => "Not a friend",
        DisableReason.Custom => "Cannot be chosen",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}

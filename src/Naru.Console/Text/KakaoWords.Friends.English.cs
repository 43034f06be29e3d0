namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string Friends => "Friends";

    public override string NoFriendsYet => "There are no friends.";

    public override string FriendOrder => "Order";

    public override string ByFavourite => "Favourites first";

    public override string ByName => "By name";

    public override string ByAge => "By age";

    public override string HiddenFriend => "Hidden";

    public override string RemoveFriend => "Remove";

    public override string MutualFriend => "Mutual";

    public override string OnBothSides => "On both sides";

    public override string OnOneSide => "On this side only (no message arrives)";

    public override string AddFriends => "Add friends";

    public override string AddOnBothSides => "They add this person too";

    public override string Rooms => "Group rooms";

    public override string RoomName => "Name of the room";

    public override string RoomHelp => "At most 50 characters. Rooms of the same name are the same room.";

    public override string RoomMembers => "Who else is in it";

    public override string OpenRoom => "Open the room";

    public override string LeaveRoom => "Leave";

    public override string FriendsOf(string name) => $"Friends and rooms of {name}";

    public override string SoManyFriends(int friends, int rooms) => $"Friends: {friends}, rooms: {rooms}";
}

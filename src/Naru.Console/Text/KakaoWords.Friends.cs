namespace Naru.Console.Text;

/// <summary>A simulated person's friends and rooms.</summary>
public abstract partial class KakaoWords
{
    public abstract string Friends { get; }

    public abstract string NoFriendsYet { get; }

    public abstract string FriendOrder { get; }

    public abstract string ByFavourite { get; }

    public abstract string ByName { get; }

    public abstract string ByAge { get; }

    public abstract string HiddenFriend { get; }

    public abstract string RemoveFriend { get; }

    public abstract string MutualFriend { get; }

    public abstract string OnBothSides { get; }

    public abstract string OnOneSide { get; }

    public abstract string AddFriends { get; }

    public abstract string AddOnBothSides { get; }

    public abstract string Rooms { get; }

    public abstract string RoomName { get; }

    public abstract string RoomHelp { get; }

    public abstract string RoomMembers { get; }

    public abstract string OpenRoom { get; }

    public abstract string LeaveRoom { get; }

    public abstract string FriendsOf(string name);

    public abstract string SoManyFriends(int friends, int rooms);
}

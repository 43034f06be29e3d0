namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string Friends => "친구";

    public override string NoFriendsYet => "친구가 없습니다.";

    public override string FriendOrder => "정렬";

    public override string ByFavourite => "즐겨찾기 먼저";

    public override string ByName => "이름순";

    public override string ByAge => "나이순";

    public override string HiddenFriend => "숨김";

    public override string RemoveFriend => "삭제";

    public override string MutualFriend => "서로 친구";

    public override string OnBothSides => "서로";

    public override string OnOneSide => "이쪽에서만(메시지가 가지 않음)";

    public override string AddFriends => "친구 추가";

    public override string AddOnBothSides => "상대방의 친구 목록에도 추가";

    public override string Rooms => "단체 채팅방";

    public override string RoomName => "채팅방 이름";

    public override string RoomHelp => "최대 50자. 이름이 같으면 같은 채팅방입니다.";

    public override string RoomMembers => "함께 들어갈 사람";

    public override string OpenRoom => "채팅방 만들기";

    public override string LeaveRoom => "나가기";

    public override string FriendsOf(string name) => $"{name}의 친구와 채팅방";

    public override string SoManyFriends(int friends, int rooms) => $"친구 {friends}, 채팅방 {rooms}";
}

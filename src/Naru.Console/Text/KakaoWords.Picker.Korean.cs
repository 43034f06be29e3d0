using Naru.Core.Kakao.Picking;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string FriendsTab => "친구";

    public override string ChatsTab => "채팅방";

    public override string SearchFriends => "이름 검색";

    public override string PickedSoMany => "선택 {0}(최대 {1})";

    public override string PickedOnes => "선택한 대상";

    public override string Unpick => "{0} 선택 해제";

    public override string NoFriends => "이 앱에서 고를 수 있는 친구가 없습니다.";

    public override string NoChats => "고를 수 있는 채팅방이 없습니다.";

    public override string Myself => "나";

    public override string Favourite => "즐겨찾기";

    public override string Picked => "선택 완료";

    public override string PickedHelp => "이 창은 닫아도 됩니다.";

    public override string PickerBack => "뒤로";

    public override string PickFailed => "선택하지 못했습니다";

    public override string PickerTitle(PickerOptions options) => options.Kind switch
    {
        PickerKind.Friends or PickerKind.Friend => "친구 선택",
        PickerKind.Chats when options.PicksMembers => "대화 상대 선택",
        PickerKind.Chats => "채팅방 선택",
        PickerKind.Both => "친구·채팅방 선택",
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "No such picker."),
    };

    public override string PickSoMany(PickerOptions options)
    {
        var (what, unit) = options.Kind switch
        {
            PickerKind.Both => ("친구와 채팅방을 합해", "개를"),
            PickerKind.Chats when !options.PicksMembers => ("채팅방", "개를"),
            PickerKind.Chats => ("대화 상대", "명을"),
            _ => ("친구", "명을"),
        };
        return $"{what} {(options.Least == options.Most ? options.Most : $"{options.Least}~{options.Most}")}{unit} 고르십시오";
    }

    public override string SoManyMembers(int members) => $"{members}명";

    public override string Reason(DisableReason reason) => reason switch
    {
        DisableReason.MsgBlocked => "프로필 비공개",
        DisableReason.Registered => "이미 이용 중",
        DisableReason.Unregistered => "이용하지 않음",
        DisableReason.NotFriend => "친구가 아님",
        DisableReason.Custom => "선택할 수 없음",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}

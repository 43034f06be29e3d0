using Naru.Core.Kakao;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean : KakaoWords
{
    public override string Product => "카카오계정(시뮬레이션)";

    public override string NotKakao => "Naru의 시뮬레이션입니다. 카카오의 서비스가 아닙니다.";

    public override string ChooseAccount => "카카오계정 선택";

    public override string NoPeople => "이 워크스페이스에는 사람이 없습니다. 콘솔에서 추가하십시오.";

    public override string State(AccountState state) => state switch
    {
        AccountState.Active => "정상",
        AccountState.Restricted => "이용 제한 계정",
        AccountState.Dormant => "휴면 계정",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public override string Consent => "정보 제공 동의";

    public override string GoOn => "계속하기";

    public override string SignedInAs(string name) => $"{KoreanParticle.Ro(name)} 로그인했습니다.";

    public override string AsksFor(string app) => $"{app}에서 요청하는 항목";

    public override string RequiredItem => "[필수]";

    public override string OptionalItem => "[선택]";

    public override string Agree => "동의하고 계속하기";

    public override string Cancel => "취소";

    public override string LoginDone => "로그인했습니다";

    public override string LoginDoneHelp => "잠시 뒤 앱이 이 창을 닫습니다.";

    public override string LoginNotDone => "로그인하지 않았습니다";

    public override string LoginFailed => "로그인할 수 없습니다";

    public override string LoginFailedHelp => "서비스 설정에 오류가 있습니다. 아래 코드를 서비스 담당자에게 알려 주십시오.";

    public override string Preferences => "설정";

    public override string DroppedLinks(string links) => $"등록되지 않은 도메인이라 빠진 링크: {links}";

    public override string Unfilled(string names) => $"값이 없는 사용자 인자: {names}";

    public override string ConnectedServices(string name) => $"연결된 서비스 관리 · {name}";

    public override string NoServices => "연결된 서비스가 없습니다.";

    public override string ShowMyProfile => "서비스의 친구 목록에 내 프로필 보이기";

    public override string ShowMyProfileHelp => "끄면 친구 목록에서 빠지고, 친구가 이 서비스로 메시지를 보낼 수 없습니다.";

    public override string Save => "저장";

    public override string Revoke => "동의 철회";

    public override string RevokeOf(string item) => $"동의 철회: {item}";

    public override string Leave => "연결 끊기";

    public override string ToPhone => "휴대폰으로 돌아가기";

    public override string Social(string count) => count switch
    {
        "like" => "좋아요",
        "comment" => "댓글",
        "shared" => "공유",
        "view" => "조회",
        _ => "구독",
    };

    public override string PickARoom => "보낼 대상을 선택하십시오.";

    public override string ShareFailed => "공유할 수 없습니다";

    public override string ErrorCode => "오류 코드";

    public override string Shared => "공유했습니다";

    public override string SharedTo(string rooms) => $"보낸 곳: {rooms}";

    public override string OwnRoom => "나와의 채팅";

    public override string ShareTo => "공유 대상 선택";

    public override string UpdateTalk => "카카오톡을 업데이트하십시오";

    public override string UpdateTalkHelp(string version) => $"공유하려면 카카오톡 9.2.0 이상이 필요합니다. 지금 버전은 {version}입니다.";

    public override string FriendsAndRooms => "친구와 채팅방";

    public override string Room => "그룹 채팅방";

    public override string Share => "보내기";

    public override string Preview => "미리 보기";
}

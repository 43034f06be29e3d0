namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string NoPeopleYet => "아직 사람이 없습니다. 로그인하고 메시지를 받을 가상의 사람을 추가하십시오.";

    public override string PhoneNeeded => "전화번호를 쓰십시오. 예: 8210 0000 0107";

    public override string PhoneTaken(string owner) => $"{owner}의 번호입니다. 다른 번호를 쓰십시오.";

    public override string VersionNeeded => "25.8.0처럼 숫자와 점으로 쓰십시오.";

    public override string NoSuchPerson => "그런 사람이 없습니다";

    public override string NoSuchPersonHelp => "삭제되었거나 주소가 잘못되었습니다. 콘솔의 ‘카카오 앱’에서 사람을 찾으십시오.";

    public override string OtherAccount => "다른 계정 사용";

    public override string AtMostRooms(int most) => $"최대 {most}곳";

    public override string TooManyRooms(int most, int picked) => $"한 번에 최대 {most}곳까지 보낼 수 있습니다. 지금 {picked}곳을 골랐습니다.";

    public override string PickedRooms => "{0}곳 선택(최대 {1}곳)";

    public override string LeaveAsk(string app) => $"{app}에서 탈퇴합니다. 동의와 토큰이 사라집니다.";

    public override string RequiredMark => "필수";
}

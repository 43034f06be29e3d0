namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string PickFriends => "친구 선택";

    public override string SearchFriends => "이름 검색";

    public override string PickOne => "친구 한 명";

    public override string PickSoMany(int least, int most) => least == most ? $"친구 {most}명을 고르십시오" : $"친구 {least}~{most}명을 고르십시오";

    public override string PickedSoMany => "{0}명 선택(최대 {1}명)";

    public override string NoFriends => "이 앱에서 고를 수 있는 친구가 없습니다.";

    public override string Myself => "나";

    public override string Favourite => "즐겨찾기";

    public override string Picked => "선택 완료";

    public override string PickedHelp => "이 창은 닫아도 됩니다.";

    public override string PickFailed => "친구를 고르지 못했습니다";
}

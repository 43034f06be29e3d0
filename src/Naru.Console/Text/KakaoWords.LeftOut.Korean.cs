namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string LeftOut => "빠진 링크";

    public override string LeftOutHelp =>
        "앱의 웹 도메인에 없는 도메인입니다. 메시지와 공유는 이 링크 없이 나갔고, 보낸 쪽에는 카카오처럼 성공으로 응답했습니다. 위에서 도메인을 등록하면 목록에서 사라집니다. 게이트웨이를 시작한 뒤부터 셉니다.";

    public override string NothingLeftOut => "빠진 링크가 없습니다.";

    public override string LeftOutDomain => "도메인";

    public override string LeftOutPlace => "메시지에서의 위치(마지막)";

    public override string LeftOutCount => "링크 수";

    public override string LeftOutLast => "마지막";
}

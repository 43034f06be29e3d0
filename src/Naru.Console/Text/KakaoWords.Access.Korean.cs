namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string AccessLists => "접근 허용 목록";

    public override string Callers => "이 앱의 키와 토큰으로 호출할 수 있는 곳";

    public override string OutboundAddresses => "나루가 밖으로 나가는 주소";

    public override string OutboundHelp => "페이지 스크랩, 이미지 가져오기, 공유 콜백은 이 주소에서 나갑니다. 방화벽에서 이 주소를 허용하십시오.";

    public override string OutboundOwn => "이 컴퓨터의 주소입니다. 공유기나 NAT 뒤에 있으면 밖에서 보이는 주소가 다릅니다. 그때는 Naru:Kakao:OutboundAddresses에 적으십시오.";

    public override string ScrapedPages => "스크랩한 페이지";

    public override string ScrapedHelp => "기한까지는 페이지를 다시 읽지 않습니다. 페이지를 고쳤으면 초기화하십시오.";

    public override string NoScrapedPages => "기억하는 페이지가 없습니다.";

    public override string PageTitle => "제목과 주소";

    public override string RememberedUntil => "기한";

    public override string ClearPage => "초기화";

    public override string ClearAllPages => "모두 초기화";

    public override string SoManyCallers(int count) => count == 0 ? "모두 허용" : $"{count}개 주소만 허용";
}

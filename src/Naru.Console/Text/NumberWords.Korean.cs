namespace Naru.Console.Text;

internal sealed class NumberKorean : NumberWords
{
    public override string Title => "발신번호";

    public override string Help => "문자는 여기에 등록한 번호로만 나갑니다. 보낼 때 번호를 지정하지 않으면 첫 번째 번호로 나갑니다. 통신사에도 등록된 번호여야 합니다.";

    public override string None => "등록된 발신번호가 없습니다. 문자를 보낼 수 없습니다.";

    public override string Number => "번호";

    public override string Added => "등록";

    public override string IsFirst => "기본";

    public override string New => "번호 등록";

    public override string Add => "등록하기";

    public override string Remove => "삭제";

    public override string RemoveAsk => "이 번호로는 더 이상 문자가 나가지 않습니다. 아직 나가지 않은 문자도 실패합니다.";

    public override string AddedDone => "번호를 등록했습니다.";

    public override string RemovedDone => "번호를 삭제했습니다.";

    public override string NoNumber => "번호를 읽을 수 없습니다. 15881234 또는 02-1234-5678 처럼 숫자로 입력해 주세요.";

    public override string Known => "이미 등록된 번호입니다.";

    public override string OfAnother => "다른 워크스페이스에 등록된 번호입니다.";

    public override string TooMany => "번호를 더 등록할 수 없습니다.";

    public override string Texts => "받은 문자";

    public override string TextsHelp => "사람들이 이 워크스페이스의 번호로 보낸 문자입니다. 최근 것부터 보입니다.";

    public override string NoTexts => "받은 문자가 없습니다.";

    public override string ReceivedAt => "받은 시각";

    public override string From => "보낸 사람";

    public override string Text => "내용";

    public override string Keyword => "키워드";

    public override string Standing => "전달";

    public override string Waits => "가져가기를 기다림";

    public override string Told => "전달함";

    public override string Inbound => "받은 문자를 알릴 곳";

    public override string InboundHelp => "주소를 적으면 문자가 올 때마다 Infobip 형식의 JSON으로 보냅니다. 비워 두면 GET /sms/1/inbox/reports 로 가져갈 때까지 보관합니다.";

    public override string InboundUrl => "웹훅 주소";

    public override string InboundKeywords => "키워드";

    public override string KeywordsHelp => "문자의 첫 낱말이 이 가운데 하나이면 keyword와 cleanText로 나누어 알립니다. 쉼표로 구분합니다.";

    public override string SaveInbound => "저장";

    public override string InboundSaved => "저장했습니다.";

    public override string KeywordsTooMany(int most, int length) => $"키워드는 {most:N0}개까지, 하나는 {length:N0}자까지입니다.";
}

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
}

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

    public override string SignedInAs(string name) => $"{name}(으)로 로그인했습니다.";

    public override string AsksFor(string app) => $"{app}에서 요청하는 항목";

    public override string RequiredItem => "[필수]";

    public override string OptionalItem => "[선택]";

    public override string Agree => "동의하고 계속하기";

    public override string Cancel => "취소";

    public override string LoginFailed => "로그인할 수 없습니다";

    public override string LoginFailedHelp => "서비스 설정에 오류가 있습니다. 아래 코드를 서비스 담당자에게 알려 주십시오.";
}

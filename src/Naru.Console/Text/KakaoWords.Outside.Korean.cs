using Naru.Core.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Console.Text;

internal sealed partial class KakaoKorean
{
    public override string WayOut => "실제 카카오로 보내기";

    public override string WayOutHelp => "켜면 이 앱의 키와 카카오가 발급한 토큰으로 온 호출을 카카오로 그대로 넘기고 응답도 그대로 돌려줍니다. 로그인과 공유 화면도 카카오가 보여 줍니다. 나루가 발급한 토큰은 쓸 수 없게 됩니다.";

    public override string AnsweredByWhom => "누가 응답합니까?";

    public override string Answers(AnsweredBy who) => who switch
    {
        AnsweredBy.Naru => "나루(가상의 사람과 휴대전화)",
        AnsweredBy.Kakao => "카카오",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "No such choice."),
    };

    public override string KakaoId => "카카오의 앱 ID";

    public override string KakaoIdHelp => "카카오 디벨로퍼스에 있는 숫자. 이 숫자로 카카오 토큰이 이 앱의 것인지 알아봅니다.";

    public override string KakaoIdNeeded => "카카오의 앱 ID를 숫자로 쓰십시오.";

    public override string OwnKeysHelp => "실제 앱의 네 가지 키를 쓰십시오. 8~64자의 영문자와 숫자이며 서로 달라야 합니다. 어드민 키는 봉인하여 보관합니다.";

    public override string KeyNeeded => "서로 다른 8~64자의 영문자와 숫자를 쓰십시오.";

    public override string TakenByAnotherApp => "다른 앱이 쓰고 있습니다.";

    public override string PassedCalls => "카카오로 넘긴 호출";

    public override string NoPassedCalls => "아직 넘긴 호출이 없습니다.";

    public override string When => "시각";

    public override string Call => "호출";

    public override string Outcome => "결과";

    public override string Attempts => "시도";

    public override string Took => "걸린 시간";

    public override string Details => "자세히";

    public override string Passed(PassedCall call) => call.Outcome switch
    {
        PassOutcome.Going => "나갔음(응답 모름)",
        PassOutcome.Answered => call.Code == 0 ? $"응답 {call.Status}" : $"응답 {call.Status} ({call.Code})",
        PassOutcome.NotSent => "보내지 못함",
        PassOutcome.Unknown => "처리되었는지 알 수 없음",
        _ => throw new ArgumentOutOfRangeException(nameof(call), call.Outcome, "No such outcome."),
    };
}

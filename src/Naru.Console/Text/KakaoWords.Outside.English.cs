using Naru.Core.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Console.Text;

internal sealed partial class KakaoEnglish
{
    public override string WayOut => "Way out to Kakao";

    public override string WayOutHelp =>
        "When it is open, calls with this app's keys and with tokens that Kakao gave are passed to Kakao as they are, and so are its answers. Login and sharing pages are Kakao's. Tokens that Naru gave are no good any more.";

    public override string AnsweredByWhom => "Who answers?";

    public override string Answers(AnsweredBy who) => who switch
    {
        AnsweredBy.Naru => "Naru (simulated people and phones)",
        AnsweredBy.Kakao => "Kakao itself",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "No such choice."),
    };

    public override string KakaoId => "App id at Kakao";

    public override string KakaoIdHelp => "The number in Kakao Developers, by which Kakao's tokens are known as this app's.";

    public override string KakaoIdNeeded => "Write the app id of Kakao as a number.";

    public override string OwnKeysHelp => "Write the four keys of the real app: 8 to 64 letters and digits, all different. The admin key is kept sealed.";

    public override string KeyNeeded => "Write 8 to 64 letters and digits, different for each key.";

    public override string TakenByAnotherApp => "Another app has this.";

    public override string PassedCalls => "Calls passed to Kakao";

    public override string NoPassedCalls => "No call was passed yet.";

    public override string When => "When";

    public override string Call => "Call";

    public override string Outcome => "Outcome";

    public override string Attempts => "Attempts";

    public override string Took => "Took";

    public override string Details => "Details";

    public override string Passed(PassedCall call) => call.Outcome switch
    {
        PassOutcome.Going => "Went out, no answer known",
        PassOutcome.Answered => call.Code == 0 ? $"Answered {call.Status}" : $"Answered {call.Status} ({call.Code})",
        PassOutcome.NotSent => "Not sent",
        PassOutcome.Unknown => "Not known whether it was done",
        _ => throw new ArgumentOutOfRangeException(nameof(call), call.Outcome, "No such outcome."),
    };
}

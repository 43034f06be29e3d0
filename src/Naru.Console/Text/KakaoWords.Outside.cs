using Naru.Core.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Console.Text;

/// <summary>The way out to Kakao itself.</summary>
public abstract partial class KakaoWords
{
    public abstract string WayOut { get; }

    public abstract string WayOutHelp { get; }

    public abstract string AnsweredByWhom { get; }

    public abstract string Answers(AnsweredBy who);

    public abstract string KakaoId { get; }

    public abstract string KakaoIdHelp { get; }

    public abstract string KakaoIdNeeded { get; }

    public abstract string OwnKeysHelp { get; }

    public abstract string KeyNeeded { get; }

    public abstract string TakenByAnotherApp { get; }

    public abstract string PassedCalls { get; }

    public abstract string NoPassedCalls { get; }

    public abstract string When { get; }

    public abstract string Call { get; }

    public abstract string Outcome { get; }

    public abstract string Attempts { get; }

    public abstract string Took { get; }

    public abstract string Details { get; }

    public abstract string Passed(PassedCall call);
}

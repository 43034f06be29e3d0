using Naru.Core.Messages;

namespace Naru.Engine.Pumps;

/// <summary>Attempts that a carrier was handed, by what it answered.</summary>
/// <param name="Ended">Answered with a result at once.</param>
public sealed record AttemptTally(long Taken, long Ended, long NotSent, long Unclear)
{
    public static readonly AttemptTally None = new(0, 0, 0, 0);

    internal AttemptTally With(AnswerKind kind, int count) => kind switch
    {
        AnswerKind.Taken => this with { Taken = Taken + count },
        AnswerKind.NotSent => this with { NotSent = NotSent + count },
        AnswerKind.Unclear => this with { Unclear = Unclear + count },
        _ => this with { Ended = Ended + count },
    };
}

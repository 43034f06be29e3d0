using Naru.Core.Content;
using Naru.Core.Results;

namespace Naru.Carriers.Simulator;

/// <summary>What becomes of an attempt.</summary>
/// <param name="Code">The result in the end.</param>
/// <param name="After">When it is known: null at once, else so long after the attempt, as a report.</param>
/// <param name="First">A code that is answered before that; without one a later result is answered as "taken".</param>
internal readonly record struct Outcome(string Code, TimeSpan? After = null, string? First = null)
{
    public const string Delivered = "0000";

    private const string NoAcknowledgement = "3005";
    private const string NotAKakaoTalkUser = "3019";
    private const string WrongNumber = "3008";
    private const string UnknownError = "9999";
    private const string Off = "PHONE_OFF";

    public bool Arrives => IsSuccess(Code);

    /// <summary>
    /// The table of design §6. The checks come first: a message that the centre refuses is refused on every number, save that
    /// <c>8210 9999 cccc</c> answers a failing <c>cccc</c> whatever was sent, so that every code can be had without a template. A
    /// <c>cccc</c> that nobody published is answered as 9999, "unknown system error".
    /// </summary>
    /// <param name="refused">What the checks said; null when they let it through.</param>
    /// <param name="phoneOnAt">When the phone is switched on, for <see cref="TestNumberKind.PhoneOff"/>.</param>
    public static Outcome Of(Channel channel, TestNumber? number, string? refused, TimeSpan latency, DateTimeOffset now, DateTimeOffset? phoneOnAt)
    {
        var isSms = channel == Channel.Sms;
        if (number is { Kind: TestNumberKind.ResultCode } asked && !isSms)
        {
            var code = ResultCodes.Find(asked.Code)?.Code ?? UnknownError;
            return new Outcome(IsSuccess(code) && refused is not null ? refused : code);
        }

        if (refused is not null)
        {
            return new Outcome(refused);
        }

        return number switch
        {
            { Kind: TestNumberKind.AtOnce or TestNumberKind.ResultCode } => new Outcome(Delivered),
            { Kind: TestNumberKind.Delayed } delayed => new Outcome(Delivered, delayed.Seconds),
            { Kind: TestNumberKind.PhoneOff } => new Outcome(now < phoneOnAt ? Off : Delivered),
            { Kind: TestNumberKind.Unreachable } => new Outcome(isSms ? WrongNumber : NotAKakaoTalkUser),
            { Kind: TestNumberKind.LateAcknowledgement } late when !isSms => new Outcome(Delivered, late.Seconds, NoAcknowledgement),
            _ => new Outcome(Delivered, latency > TimeSpan.Zero ? latency : null),
        };
    }

    private static bool IsSuccess(string code) => ResultCodes.Find(code)?.Class == ResultClass.Success;
}

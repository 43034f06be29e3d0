using Naru.Core.Messages;

namespace Naru.Carriers;

/// <summary>
/// The numbers <c>8210 kkkk aaaa</c> that mean something to the simulator (design §6). They may belong to real subscribers, so every
/// other carrier refuses them. Pure.
/// </summary>
/// <param name="Argument">The last four digits: a result code or a number of seconds.</param>
public readonly record struct TestNumber(TestNumberKind Kind, int Argument)
{
    private const long Mobile = 8210;

    public TimeSpan Seconds => TimeSpan.FromSeconds(Argument);

    /// <summary>The argument as a result code, with its leading zeros.</summary>
    public string Code => Argument.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What the number asks for, or null for an ordinary one.</summary>
    public static TestNumber? Of(Recipient recipient)
    {
        if (recipient.Digits / 1_0000_0000 != Mobile)
        {
            return null;
        }

        var kind = (TestNumberKind)(recipient.Digits / 1_0000 % 1_0000);
        return kind is TestNumberKind.AtOnce or TestNumberKind.ResultCode or TestNumberKind.Delayed or TestNumberKind.PhoneOff
            or TestNumberKind.Unreachable or TestNumberKind.LateAcknowledgement
            ? new TestNumber(kind, (int)(recipient.Digits % 1_0000))
            : null;
    }
}

/// <summary>The numbers are the middle four digits.</summary>
public enum TestNumberKind
{
    /// <summary>Delivered at once, whatever the latency.</summary>
    AtOnce = 0,

    /// <summary>KakaoTalk first answers 3005, then reports success after the seconds.</summary>
    LateAcknowledgement = 5555,

    /// <summary>Neither KakaoTalk nor SMS reaches it.</summary>
    Unreachable = 6666,

    /// <summary>The phone is off for the seconds, counted from the first attempt.</summary>
    PhoneOff = 7777,

    /// <summary>Delivered after the seconds.</summary>
    Delayed = 8888,

    /// <summary>KakaoTalk answers with the result code.</summary>
    ResultCode = 9999,
}

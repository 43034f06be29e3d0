namespace Naru.Core.Results;

/// <summary>
/// What a result code means for the journey: the recommendation column of the Bizmessage rules (§4), which is this
/// house's own reading and no word of Kakao's.
/// </summary>
public enum ResultClass : byte
{
    /// <summary>The message arrived.</summary>
    Success = 0,

    /// <summary>Y: KakaoTalk cannot reach this person, another channel can. Go to the next step now.</summary>
    Reroute = 1,

    /// <summary>R: a fault that may pass. Try KakaoTalk once more, then go to the next step.</summary>
    Retry = 2,

    /// <summary>
    /// C: the caller or the configuration is at fault, so that the same request can never succeed. Go to the next step
    /// if there is one, and raise an alarm: every message of this kind fails until somebody acts.
    /// </summary>
    Caller = 3,

    /// <summary>T: outside the permitted hours. Wait for them.</summary>
    Later = 4,

    /// <summary>N: no further step may follow: the number is unusable, the request is a duplicate or a test.</summary>
    Never = 5,

    /// <summary>
    /// U: nobody knows whether it arrived. Wait for the late result first, because failing over at once may deliver
    /// the message twice; what follows then is the workspace's policy.
    /// </summary>
    Uncertain = 6,

    /// <summary>The phone is off: try again with growing gaps until the validity ends.</summary>
    Wait = 7,
}

namespace Naru.Engine.Kakao.Outside;

/// <summary>A call that was passed to Kakao itself. It is written before the first attempt goes out, and again with each attempt and with the answer.</summary>
/// <param name="Person">Kakao's user id, where the call has a token; else 0.</param>
/// <param name="Form">What a message or share says, at most <see cref="MostText"/> characters; of other calls nothing is kept.</param>
public sealed record PassedCall(string Id, long App, string Method, string Path, long Person, string? Form, DateTimeOffset At)
{
    public const int MostText = 4000;

    /// <summary>How often it was tried; the last attempt's outcome is the call's.</summary>
    public int Attempts { get; init; }

    public PassOutcome Outcome { get; init; }

    /// <summary>HTTP; 0: there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Kakao's; 0: none. Of the login host the number of its KOE code.</summary>
    public int Code { get; init; }

    /// <summary>Of messages and of refusals.</summary>
    public string? Answer { get; init; }

    /// <summary>Why there was no answer.</summary>
    public string? Fault { get; init; }

    /// <summary>From the call's coming in to its end.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum PassOutcome : byte
{
    /// <summary>It went out, or was about to: after a crash nobody knows.</summary>
    Going = 0,

    Answered = 1,

    /// <summary>Certainly nothing was done: no connection, or no byte of the body was handed over.</summary>
    NotSent = 2,

    /// <summary>It went out and there was no answer.</summary>
    Unknown = 3,
}

namespace Naru.Core.Messages;

/// <summary>What can happen to a message. Numbers are stored: never renumber.</summary>
public enum TimelineKind : byte
{
    Accepted = 1,
    AttemptStarted = 2,

    /// <summary>The carrier took it; a report will follow.</summary>
    Taken = 3,

    /// <summary>A result code came: at once or as a report.</summary>
    Result = 4,

    /// <summary>The attempt was given up before anything left: it goes back to its lane.</summary>
    NotSent = 5,

    /// <summary>Nobody knows whether the attempt arrived.</summary>
    OutcomeUnclear = 6,

    /// <summary>The identical attempt was handed over again to a carrier that drops duplicates.</summary>
    Resent = 7,

    /// <summary>The next step of the route begins.</summary>
    NextStep = 8,

    /// <summary>Waits for another try.</summary>
    RetryPlanned = 9,

    /// <summary>The journey ended.</summary>
    Ended = 10,

    /// <summary>A result came after the end; kept and counted, nothing moves backwards.</summary>
    LateResult = 11,

    /// <summary>It will leave at another instant than before: it was rescheduled, or its openings were closed.</summary>
    Planned = 12,

    /// <summary>Its owner holds it back.</summary>
    Held = 13,
}

/// <summary>One line of the proof.</summary>
/// <param name="Code">The carrier's raw result code, where there is one.</param>
/// <param name="Note">A short reason in plain English, without personal data.</param>
public sealed record TimelineEvent(
    DateTimeOffset At,
    TimelineKind Kind,
    byte Step = 0,
    int Attempt = 0,
    string? Code = null,
    string? Note = null,
    DateTimeOffset? Until = null);

namespace Naru.Core.Messages;

/// <summary>What can be said to a message.</summary>
public abstract record JourneyEvent
{
    private JourneyEvent()
    {
    }

    /// <summary>Its turn has come, or the instant at which it is looked at again.</summary>
    public sealed record Due : JourneyEvent
    {
        public static readonly Due Instance = new();
    }

    /// <summary>The carrier answered the hand-over of an attempt.</summary>
    public sealed record Answered(int Attempt, CarrierAnswer Answer) : JourneyEvent;

    /// <summary>A report came for an attempt.</summary>
    public sealed record Reported(int Attempt, string Code, DateTimeOffset At) : JourneyEvent;

    /// <summary>The gateway came back and found the attempt open: nobody knows how far it got.</summary>
    public sealed record Recovered : JourneyEvent
    {
        public static readonly Recovered Instance = new();
    }

    /// <summary>Its bulk has come to it.</summary>
    /// <param name="Planned">The instant planned for its first attempt: its validity runs from there.</param>
    public sealed record Begun(DateTimeOffset Planned) : JourneyEvent;

    /// <summary>Its attempt was written down and never left: its bulk was paused meanwhile, or its slot had passed. It waits in its bulk again.</summary>
    /// <param name="Planned">As it was said when it began.</param>
    public sealed record GivenBack(LaneId Lane, DateTimeOffset Planned, string Note) : JourneyEvent;

    /// <summary>The owner of a message that came alone holds it back, while it waits for its instant.</summary>
    public sealed record Held : JourneyEvent
    {
        public static readonly Held Instance = new();
    }

    /// <summary>It is not held back any more.</summary>
    public sealed record Released : JourneyEvent
    {
        public static readonly Released Instance = new();
    }

    /// <summary>It is to leave at another instant.</summary>
    public sealed record Rescheduled(DateTimeOffset SendAt) : JourneyEvent;

    /// <summary>The owner does not want it any more.</summary>
    public sealed record Cancelled : JourneyEvent
    {
        public static readonly Cancelled Instance = new();
    }
}

/// <summary>What a carrier says when an attempt is handed over.</summary>
/// <param name="Code">The raw result code, for <see cref="AnswerKind.Done"/>.</param>
/// <param name="Reference">The carrier's own reference, where it gives one.</param>
/// <param name="Note">A short reason in plain English, without personal data.</param>
/// <param name="At">When the carrier says it happened, for <see cref="AnswerKind.Done"/>.</param>
public sealed record CarrierAnswer(AnswerKind Kind, string? Code = null, string? Reference = null, string? Note = null, DateTimeOffset? At = null)
{
    public static CarrierAnswer Done(string code, DateTimeOffset at, string? reference = null) => new(AnswerKind.Done, code, reference, null, at);

    public static CarrierAnswer Taken(string? reference) => new(AnswerKind.Taken, null, reference);

    public static CarrierAnswer NotSent(string note) => new(AnswerKind.NotSent, null, null, note);

    public static CarrierAnswer Unclear(string note) => new(AnswerKind.Unclear, null, null, note);
}

public enum AnswerKind : byte
{
    /// <summary>The result is known at once.</summary>
    Done = 1,

    /// <summary>Taken; the result will be reported.</summary>
    Taken = 2,

    /// <summary>Certainly not sent: nothing left this machine.</summary>
    NotSent = 3,

    /// <summary>Perhaps sent.</summary>
    Unclear = 4,
}

/// <summary>What a carrier promises, as far as the journey needs it.</summary>
/// <param name="Deduplicates">
/// An attempt handed over again leaves once: the carrier drops the repetition by itself, or asks what became of the first and sends only what never arrived.
/// </param>
/// <param name="MaxBatch">The most attempts of one hand-over.</param>
public sealed record CarrierTraits(bool Deduplicates, int MaxBatch)
{
    /// <summary>For how long after an attempt began that holds; null = as long as a message lives.</summary>
    public TimeSpan? DeduplicatesFor { get; init; }

    /// <summary>
    /// How long after an attempt began "never arrived" can be believed: before, the request may still be on its way. Zero where the carrier drops repetitions
    /// by itself.
    /// </summary>
    public TimeSpan AskAfter { get; init; }

    /// <summary>Whether an attempt that began then may be handed over again without the risk of a second message.</summary>
    public bool MayRepeat(DateTimeOffset began, DateTimeOffset now) => Deduplicates && (DeduplicatesFor is not { } span || now < began + span);
}

/// <summary>The settings of the journey. All times are lengths.</summary>
public sealed record JourneyPolicy
{
    public static readonly JourneyPolicy Default = new();

    /// <summary>The longest validity, and the one of a message that states none (Infobip: 48 hours).</summary>
    public TimeSpan MaxValidity { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How long an answer may stay away before the attempt counts as unclear.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the one repetition after a passing failure of the centre.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a passing failure is repeated within a step before the next step is tried.</summary>
    public int RetriesPerStep { get; init; } = 1;

    /// <summary>The first wait for a phone that is off; it doubles up to <see cref="MaxBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a result may stay uncertain before the message ends as "outcome unknown", or goes on to its next step. Never beyond the validity.</summary>
    public TimeSpan UnknownWait { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What follows when nobody can say whether a step arrived and there is another step.</summary>
    public UnknownFailover UnknownFailover { get; init; } = UnknownFailover.AfterDeadline;

    /// <summary>
    /// How often an unsettled attempt is handed over again to a carrier that drops duplicates: at once, then with the gaps of <see cref="FirstBackoff"/>. Twelve
    /// times reach over some twenty minutes, in which most outages end.
    /// </summary>
    public int MaxResends { get; init; } = 12;

    /// <summary>An advertisement whose start lies in the hours closed to them is refused; else it waits for the morning.</summary>
    public bool RefuseAdvertisementsAtNight { get; init; }
}

/// <summary>A step that perhaps arrived: going on may deliver the message twice, not going on may deliver it never.</summary>
public enum UnknownFailover : byte
{
    /// <summary>The message ends with an unknown outcome.</summary>
    Never = 0,

    /// <summary>The next step begins when the time to find out is over: <see cref="JourneyPolicy.UnknownWait"/>, or the end of the validity.</summary>
    AfterDeadline = 1,

    /// <summary>The next step begins as soon as a result says "perhaps". For what must arrive now, such as codes.</summary>
    Immediately = 2,
}

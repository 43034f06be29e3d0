namespace Naru.Core.Timing;

/// <summary>What a caller asked about time, for one message or for all of a bulk.</summary>
/// <param name="SendAt">Not before; null = at once.</param>
/// <param name="Window">Only then; null = always.</param>
/// <param name="IsAdvertisement">Kept out of the night by law.</param>
/// <param name="Pace">How fast a bulk goes; null = as fast as it can.</param>
/// <param name="Validity">From the instant planned for the first attempt.</param>
public sealed record Timetable(DateTimeOffset? SendAt, DeliveryWindow? Window, bool IsAdvertisement, EvenPace? Pace, TimeSpan Validity)
{
    public Openings Openings => Openings.Of(Window, IsAdvertisement);

    /// <summary>Whether there is anything to plan: else a message goes at once.</summary>
    public bool IsPlain => SendAt is null && Window is null && !IsAdvertisement && Pace is null;
}

/// <summary>When a message is planned to leave for the first time, and until when it is tried.</summary>
/// <param name="Why">What moved it away from the moment of acceptance, in the order in which it acted.</param>
public sealed record PlannedTime(DateTimeOffset At, DateTimeOffset ExpiresAt, IReadOnlyList<PlanReason> Why);

public enum PlanReason
{
    /// <summary>The caller named the instant.</summary>
    SendAt = 1,

    /// <summary>The delivery window was closed.</summary>
    Window = 2,

    /// <summary>Advertisements wait for the morning.</summary>
    AdvertisingHours = 3,

    /// <summary>Others of the bulk go first.</summary>
    Pace = 4,
}

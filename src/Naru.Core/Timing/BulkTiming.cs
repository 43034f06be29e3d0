using Naru.Core.Messages;

namespace Naru.Core.Timing;

/// <summary>
/// What a caller asked about the time of a bulk, and how far it has come. Its messages hold no instant of their own: they are drawn in order, line by
/// line. So pausing, resuming, rescheduling and cancelling a million messages changes one row.
/// </summary>
/// <param name="Revision">One more with every change by the owner; a slot is written only over the revision it was taken at.</param>
/// <param name="SendAt">What the caller asked last; null = at once.</param>
/// <param name="Pace">First attempts; null = as fast as they can go.</param>
/// <param name="Start">From when the plan runs: the validity of what has not begun is counted from there. Moves when a pause ends or the bulk is rescheduled.</param>
/// <param name="Next">Where there is a pace: the instant of its next slot.</param>
/// <param name="Lines">At least one, at most <see cref="MaxLines"/>.</param>
/// <param name="Carrier">The way out of its messages' first step: whose limit hangs on the way.</param>
/// <param name="App">The app they came through; 0 = none.</param>
public sealed record BulkTiming(
    BulkState State, int Revision, DateTimeOffset? SendAt, EvenPace? Pace, DateTimeOffset Start, DateTimeOffset Next, IReadOnlyList<BulkLine> Lines,
    string Carrier, int App)
{
    /// <summary>Different openings and classes within one bulk.</summary>
    public const int MaxLines = 256;

    /// <summary>
    /// What was recalled when its owner changed it, by sequence: as long as an attempt stands here it is open in its row, and never left. So a change writes this
    /// row and no other, and a crash before the attempts are closed leaves nobody in doubt.
    /// </summary>
    public IReadOnlyList<RecalledAttempt> Recalled { get; init; } = [];

    /// <summary>Written for bulks of apps, whose subscribers are told of it.</summary>
    public BulkProgress Progress { get; init; }
}

/// <summary>How much of a bulk has begun. Numbers are stored: never renumber.</summary>
public enum BulkProgress : byte
{
    None = 0,
    Some = 1,
    All = 2,
}

/// <summary>An attempt that was written down and had not left when its bulk was changed.</summary>
/// <param name="Sequence">Of its message.</param>
/// <param name="Attempt">Its number.</param>
/// <param name="Planned">The instant that the bulk had planned for it.</param>
public readonly record struct RecalledAttempt(long Sequence, int Attempt, DateTimeOffset Planned);

/// <summary>Messages of a bulk that may leave at the same times: they wait in one lane.</summary>
public sealed record BulkLine(DeliveryWindow? Window, bool IsAdvertisement, MessageClass Class)
{
    /// <summary>Where its window and the hours of advertisements are never open together, all its messages were refused: they end at their turn, whenever that is.</summary>
    public Openings Openings => Openings.Of(Window, IsAdvertisement) is var openings && openings.Next(DateTimeOffset.UnixEpoch) is null ? Openings.Always : openings;
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum BulkState : byte
{
    /// <summary>Goes as planned.</summary>
    Running = 1,

    /// <summary>Nothing of it begins until it is resumed.</summary>
    Paused = 2,

    /// <summary>What has not begun ends as cancelled.</summary>
    Cancelled = 3,
}

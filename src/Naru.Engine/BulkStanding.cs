using Naru.Core.Timing;

namespace Naru.Engine;

/// <summary>How a bulk stands, or a message that came alone: it has a bulk id too.</summary>
/// <param name="PublicId">The client's, or the one made by us.</param>
/// <param name="SendAt">What was asked last; where nothing was asked, when it was accepted.</param>
/// <param name="Count">Its messages.</param>
/// <param name="Waiting">Those that have not begun.</param>
/// <param name="Timing">Null where it is not timed, or is a message alone.</param>
/// <param name="EndsAt">When the last of them is planned to begin; null where nothing waits, or it is paused.</param>
public sealed record BulkStanding(
    string PublicId, BulkStatus Status, DateTimeOffset SendAt, DateTimeOffset CreatedAt, int Count, long Waiting, BulkTiming? Timing, DateTimeOffset? EndsAt);

public enum BulkStatus
{
    /// <summary>Waits for its start.</summary>
    Pending = 1,
    Paused = 2,

    /// <summary>Some of it has begun, some not.</summary>
    Processing = 3,

    /// <summary>By its owner; what had begun before goes on.</summary>
    Cancelled = 4,

    /// <summary>All of it has begun.</summary>
    Finished = 5,
}

/// <summary>What an owner does with a bulk. It is durable when it is answered, and nothing begins against it afterwards.</summary>
public abstract record BulkChange
{
    private BulkChange()
    {
    }

    public sealed record Pause : BulkChange;

    public sealed record Resume : BulkChange;

    public sealed record Cancel : BulkChange;

    /// <summary>What has not begun begins then; a paused bulk stays paused.</summary>
    public sealed record Reschedule(DateTimeOffset SendAt) : BulkChange;
}

/// <param name="Standing">As it is afterwards; for <see cref="BulkChangeResultKind.TooLate"/> as it is.</param>
public sealed record BulkChangeResult(BulkChangeResultKind Kind, BulkStanding? Standing);

public enum BulkChangeResultKind
{
    Done = 1,
    NotFound = 2,

    /// <summary>It was cancelled, or all of it has begun: there is nothing to change.</summary>
    TooLate = 3,

    /// <summary>The gateway is stopping or its store failed.</summary>
    Refused = 4,
}

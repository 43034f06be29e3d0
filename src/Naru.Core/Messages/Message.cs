using System.Collections.Immutable;
using Naru.Core.Workspaces;

namespace Naru.Core.Messages;

/// <summary>
/// One recipient, one content, and an ordered route. Immutable: <see cref="Journey"/> makes the next one.
/// </summary>
public sealed record Message
{
    public required MessageKey Key { get; init; }

    public required WorkspaceId Workspace { get; init; }

    public required Recipient To { get; init; }

    public required Envelope Envelope { get; init; }

    /// <summary>The caller's own id, at most 200 characters; null where the gateway made one.</summary>
    public string? ClientId { get; init; }

    public BulkKey Bulk { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>
    /// Never submitted at or after this instant. While its bulk has not come to it, only the length counts: see <see cref="Validity"/>.
    /// </summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public MessageClass Class { get; init; } = MessageClass.Standard;

    public MessageState State { get; init; }

    /// <summary>One more with every change; the store writes only over the version it was read at.</summary>
    public int Version { get; init; }

    /// <summary>The index of the step in <see cref="Envelope.Route"/> that is being tried.</summary>
    public byte StepIndex { get; init; }

    /// <summary>The number of the last attempt, over all steps; 0 before the first.</summary>
    public int Attempt { get; init; }

    /// <summary>Attempts of this step that ended in a passing failure and were repeated.</summary>
    public byte Retries { get; init; }

    /// <summary>How often the open attempt was handed over again unchanged.</summary>
    public byte Resends { get; init; }

    public bool AttemptOpen { get; init; }

    /// <summary>A carrier has taken this step: <see cref="ReportEvent.Submitted"/> was told of it.</summary>
    public bool SubmitTold { get; init; }

    /// <summary>Its owner deleted it: the front door does not know it any more, the row goes when its journey and its reports are done.</summary>
    public bool Hidden { get; init; }

    /// <summary>What its owner wrote over <see cref="Envelope.CallbackData"/> afterwards; null = nothing.</summary>
    public string? ChangedData { get; init; }

    public LaneId Lane { get; init; }

    /// <summary>The instant at which the message is looked at again, in its lane.</summary>
    public DateTimeOffset LookAt { get; init; }

    /// <summary>The last raw result code.</summary>
    public string? ResultCode { get; init; }

    public EndReason EndReason { get; init; }

    /// <summary>When the first attempt of the step that decided began.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The carrier's own reference of the last attempt.</summary>
    public string? CarrierReference { get; init; }

    public ImmutableArray<TimelineEvent> Timeline { get; init; } = [];

    /// <summary>The caller's own data, as it is now.</summary>
    public string? CallbackData => ChangedData ?? Envelope.CallbackData;

    public Step Step => Envelope.Route[StepIndex];

    public bool IsFinal => State.IsFinal();

    /// <summary>For a message to which its bulk has not come: how long it may be tried, from the instant planned for its first attempt.</summary>
    public TimeSpan Validity => ExpiresAt - AcceptedAt;

    /// <summary>For a message that holds its own instant: which that is, held or not.</summary>
    public DateTimeOffset PlannedAt
    {
        get
        {
            foreach (var line in Timeline.Reverse())
            {
                if (line is { Kind: TimelineKind.Planned or TimelineKind.Accepted, Until: { } until })
                {
                    return until;
                }
            }

            return AcceptedAt;
        }
    }

    /// <summary>Nothing of it has begun, and no bulk draws it: it holds its own instant.</summary>
    public bool WaitsForItsInstant => this is { State: MessageState.Scheduled, Attempt: 0, Lane.Kind: not LaneKind.Bulk };

    /// <summary>Its owner holds it back: see <see cref="JourneyEvent.Held"/>.</summary>
    public bool IsHeld => State == MessageState.Scheduled && LookAt == Journey.Never;

    public AttemptId AttemptId => new(Key, Attempt);

    /// <summary>When the last attempt began: the first time that it may have been handed over.</summary>
    public DateTimeOffset AttemptBeganAt
    {
        get
        {
            foreach (var line in Timeline.Reverse())
            {
                if (line.Kind == TimelineKind.AttemptStarted && line.Attempt == Attempt)
                {
                    return line.At;
                }
            }

            return SentAt ?? AcceptedAt;
        }
    }
}

/// <summary>One hand-over of a step to a carrier; the reference under which a carrier drops duplicates.</summary>
public readonly record struct AttemptId(MessageKey Message, int Number);

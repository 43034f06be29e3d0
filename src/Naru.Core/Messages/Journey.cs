using Naru.Core.Results;
using Naru.Core.Timing;

namespace Naru.Core.Messages;

/// <summary>What follows from an event, besides the changed message.</summary>
[Flags]
public enum Effects : byte
{
    None = 0,

    /// <summary>Hand the message's open attempt to the carrier.</summary>
    Submit = 1,

    /// <summary>The journey ended: its final report goes out.</summary>
    Report = 2,

    /// <summary>The caller or the configuration is at fault: somebody should look.</summary>
    Alarm = 4,

    /// <summary>A carrier took the step for the first time: whoever wants to know is told.</summary>
    Submitted = 8,

    /// <summary>A step that counted as failed arrived after all, when a later one had begun or the message had ended: the person may have it twice.</summary>
    LateSuccess = 16,

    /// <summary>The journey goes on with the next step: whoever asked to be told of failing steps is.</summary>
    StepFailed = 32,

    /// <summary>Nobody knows any more what became of the attempt: it is waited for, or what follows is the policy's.</summary>
    Unclear = 64,
}

/// <summary>The next message and what to do. <see cref="Changed"/> is false when the event said nothing new.</summary>
public readonly record struct Decision(Message Message, Effects Effects, bool Changed)
{
    public bool Has(Effects effect) => (Effects & effect) == effect;

    internal Decision Telling(Effects told) => Changed ? this with { Effects = Effects | told } : this;
}

/// <summary>
/// The journey of a message as one pure function: (message, event, now) → (message', effects). No clock, no chance, no I/O;
/// the engine carries the effects out after the new message is durable.
/// </summary>
/// <remarks>
/// Invariants, each held by a property test: never submitted at or after <see cref="Message.ExpiresAt"/>; a final state never
/// changes; at most one open attempt; a step is entered at most once; exactly one <see cref="Effects.Report"/>, at the end;
/// <see cref="Effects.Submitted"/> at most once for each step, before the report or with it, and only where the envelope wants it.
/// </remarks>
public static partial class Journey
{
    /// <summary>An instant that does not come.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>
    /// The first version of a message that was just accepted. One that can never be sent (its <paramref name="refusal"/> is not
    /// <see cref="EndReason.ResultCode"/>) is accepted all the same and ends at its first turn, with a report.
    /// </summary>
    /// <param name="lane">The lane of its bulk, where it waits in one.</param>
    /// <param name="note">Which part of it is refused.</param>
    public static Message Begin(Message message, EndReason refusal, LaneId? lane, string? note = null) => message with
    {
        State = lane is null ? MessageState.Queued : MessageState.Scheduled,
        Lane = lane ?? LaneId.Plain(message.Class),
        LookAt = message.AcceptedAt,
        EndReason = refusal,
        Timeline = [new TimelineEvent(message.AcceptedAt, TimelineKind.Accepted, Note: note)],
    };

    /// <summary>The first version of a message that came alone and is to leave later.</summary>
    public static Message BeginAt(Message message, PlannedTime plan, string? note = null) => message with
    {
        State = MessageState.Scheduled,
        Lane = LaneId.Plain(message.Class),
        LookAt = plan.At,
        ExpiresAt = plan.ExpiresAt,
        Timeline = [new TimelineEvent(message.AcceptedAt, TimelineKind.Accepted, Note: note, Until: plan.At)],
    };

    /// <summary>What refuses the first step leaves another that can be tried: the message is not lost with it.</summary>
    public static bool GoesOnAfter(EndReason refusal, Envelope envelope) => envelope.Route.Count > 1 && StepEnd.OfOneStep(refusal) is not null;

    /// <summary>It waits in another lane from now on; its turn comes by the same instant.</summary>
    public static Message MoveTo(Message message, LaneId lane) => message with { Version = message.Version + 1, Lane = lane };

    public static Decision Decide(Message message, JourneyEvent happened, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy) =>
        happened switch
        {
            JourneyEvent.Reported reported => Reported(message, reported, now, policy),
            _ when message.IsFinal => Unchanged(message),
            JourneyEvent.Due => Due(message, now, carrier, policy),
            JourneyEvent.Answered answered => Answered(message, answered, now, carrier, policy),
            JourneyEvent.Recovered => Recovered(message, now, carrier, policy),
            JourneyEvent.Begun begun => Start(message with { ExpiresAt = begun.Planned + message.Validity }, now, policy),
            JourneyEvent.GivenBack back => GivenBack(message, back, now),
            JourneyEvent.Held => Held(message, now),
            JourneyEvent.Released => Released(message, now),
            JourneyEvent.Rescheduled moved => Rescheduled(message, moved.SendAt, now),
            JourneyEvent.Cancelled => Cancelled(message, now),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No such event."),
        };

    private static Decision Unchanged(Message message) => new(message, Effects.None, false);

    private static Decision Due(Message message, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy)
    {
        if (now < message.LookAt)
        {
            return Unchanged(message);
        }

        return message.State switch
        {
            MessageState.Queued or MessageState.Scheduled 
                when message.EndReason == EndReason.ResultCode && message.ExpiresAt > now && OpensAt(message, now) is var opens && opens > now => Postpone(message, opens, now),
            MessageState.Queued or MessageState.Scheduled => Start(message, now, policy),
            MessageState.Submitting => Unclear(message, now, carrier, policy, "no answer in time"),
            MessageState.Submitted or MessageState.Unknown => Settle(message, now, carrier, policy),
            _ => Unchanged(message),
        };
    }

    private static Decision Start(Message message, DateTimeOffset now, JourneyPolicy policy)
    {
        if (message.EndReason != EndReason.ResultCode)
        {
            return GoesOnAfter(message.EndReason, message.Envelope) && HasNextStep(message)
                ? NextStep(message with { EndReason = EndReason.ResultCode }, now, now, Effects.Alarm, StepEnd.OfOneStep(message.EndReason))
                : Rejected(message, now);
        }

        if (now >= message.ExpiresAt)
        {
            return HasNextStep(message)
                ? NextStep(message, now, now, Effects.None, StepEnd.Validity)
                : End(message, MessageState.Expired, EndReason.ValidityEnded, now, now);
        }

        var attempt = message.Attempt + 1;
        return new Decision(message with
        {
            State = MessageState.Submitting,
            Version = message.Version + 1,
            Attempt = attempt,
            AttemptOpen = true,
            Resends = 0,
            SentAt = message.SentAt ?? now,
            Lane = LaneId.Settle,
            LookAt = now + policy.AttemptTimeout,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.AttemptStarted, message.StepIndex, attempt)),
        }, Effects.Submit, true);
    }

    /// <summary>What speaks against the way and not against the recipient or the hour, the caller or the configuration is at fault for.</summary>
    private static Decision Rejected(Message message, DateTimeOffset now)
    {
        var ended = End(message, MessageState.Rejected, message.EndReason, now, now);
        return StepEnd.OfOneStep(message.EndReason) is null ? ended : ended with { Effects = ended.Effects | Effects.Alarm };
    }

    private static Decision Answered(Message message, JourneyEvent.Answered answered, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy)
    {
        if (answered.Attempt != message.Attempt || !message.AttemptOpen)
        {
            return Unchanged(message);
        }

        var answer = answered.Answer;
        switch (answer.Kind)
        {
            case AnswerKind.Done:
                var done = TakenBy(message, answer.Reference ?? message.CarrierReference, out var tell);
                return Result(done, answer.Code ?? "", now, answer.At ?? now, policy).Telling(tell);
            case AnswerKind.Taken:
                return new Decision(TakenBy(message, answer.Reference, out var told) with
                {
                    State = MessageState.Submitted,
                    Version = message.Version + 1,
                    Lane = LaneId.Settle,
                    LookAt = Earlier(message.ExpiresAt, DateTimeOffset.MaxValue),
                    Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Taken, message.StepIndex, message.Attempt)),
                }, told, true);
            case AnswerKind.NotSent:
                return NotSent(message, answer.Note, now, policy);
            case AnswerKind.Unclear:
                return Unclear(message, now, carrier, policy, answer.Note);
            default:
                throw new ArgumentOutOfRangeException(nameof(answered), answer.Kind, "No such answer.");
        }
    }

    private static Decision Reported(Message message, JourneyEvent.Reported reported, DateTimeOffset now, JourneyPolicy policy)
    {
        if (message is { IsFinal: false, AttemptOpen: false } && reported.Attempt <= message.Attempt && IsSuccess(reported.Code))
        {
            return ArrivedAfterAll(message, reported.Attempt, reported.Code, now, reported.At);
        }

        if (message.IsFinal || reported.Attempt != message.Attempt || !message.AttemptOpen)
        {
            return Late(message, reported, now);
        }

        // It may have overtaken the answer: then it is the first to say that the carrier took the step.
        var taken = TakenBy(message, message.CarrierReference, out var told);
        return Result(taken, reported.Code, now, reported.At, policy).Telling(told);
    }

    /// <summary>A carrier has the step.</summary>
    /// <param name="told">Whether somebody is to be told of it: once for each step.</param>
    private static Message TakenBy(Message message, string? reference, out Effects told)
    {
        told = message.SubmitTold || !message.Envelope.TellsSubmitted ? Effects.None : Effects.Submitted;
        return told == Effects.None && string.Equals(reference, message.CarrierReference, StringComparison.Ordinal)
            ? message
            : message with { CarrierReference = reference, SubmitTold = message.SubmitTold || told != Effects.None };
    }

    /// <summary>A result that decides nothing any more stands on the timeline once; a repetition says nothing new.</summary>
    private static Decision Late(Message message, JourneyEvent.Reported reported, DateTimeOffset now)
    {
        foreach (var line in message.Timeline)
        {
            if (line.Attempt == reported.Attempt && string.Equals(line.Code, reported.Code, StringComparison.Ordinal))
            {
                return Unchanged(message);
            }
        }

        return new Decision(message with
        {
            Version = message.Version + 1,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.LateResult, StepOf(message, reported.Attempt), reported.Attempt, reported.Code)),
        }, IsSuccess(reported.Code) && (message.State != MessageState.Delivered || reported.Attempt != message.Attempt) ? Effects.LateSuccess : Effects.None, true);
    }

    /// <summary>
    /// An attempt that counted as failed succeeded, and none is under way: that ends the journey, and what would have followed is not sent.
    /// </summary>
    private static Decision ArrivedAfterAll(Message message, int attempt, string code, DateTimeOffset now, DateTimeOffset at)
    {
        // Nobody is told any more that a carrier took an earlier step: how it ended is told.
        var step = StepOf(message, attempt);
        var ofThisStep = step == message.StepIndex;
        var told = ofThisStep && message.Envelope.TellsSubmitted && !message.SubmitTold ? Effects.Submitted : Effects.None;
        var line = new TimelineEvent(now, ofThisStep ? TimelineKind.Result : TimelineKind.LateResult, step, attempt, code);
        var isKnown = LateSuccessOf(message) is { } known && known.Attempt == attempt;
        return End(
            message with
            {
                StepIndex = step,
                ResultCode = code,
                SentAt = LineOf(message, attempt)?.At ?? now,
                SubmitTold = message.SubmitTold || ofThisStep,
                Timeline = isKnown ? message.Timeline : message.Timeline.Add(line),
            },
            MessageState.Delivered, EndReason.ResultCode, now, at).Telling(told);
    }

    /// <summary>The success of an earlier attempt that was told while another was under way; null = there is none.</summary>
    private static TimelineEvent? LateSuccessOf(Message message)
    {
        foreach (var line in message.Timeline)
        {
            if (line is { Kind: TimelineKind.LateResult, Code: { } code } && IsSuccess(code))
            {
                return line;
            }
        }

        return null;
    }

    private static bool IsSuccess(string code) => ResultCodes.Find(code)?.Class == ResultClass.Success;

    /// <summary>The step in which an attempt was made.</summary>
    private static byte StepOf(Message message, int attempt) => LineOf(message, attempt)?.Step ?? message.StepIndex;

    private static TimelineEvent? LineOf(Message message, int attempt)
    {
        foreach (var line in message.Timeline)
        {
            if (line.Kind == TimelineKind.AttemptStarted && line.Attempt == attempt)
            {
                return line;
            }
        }

        return null;
    }

    private static Decision Cancelled(Message message, DateTimeOffset now) =>
        message.AttemptOpen ? Unchanged(message) : End(message, MessageState.Cancelled, EndReason.Cancelled, now, now);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

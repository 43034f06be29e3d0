using Naru.Core.Results;
using Naru.Core.Timing;

namespace Naru.Core.Messages;

/// <summary>What a result code, or the lack of one, leads to.</summary>
public static partial class Journey
{
    private static Decision Result(Message message, string code, DateTimeOffset now, DateTimeOffset at, JourneyPolicy policy)
    {
        // A code that is in no table is treated as a passing failure: the centre said something we do not know yet.
        var kind = ResultCodes.Find(code)?.Class ?? ResultClass.Retry;
        switch (kind)
        {
            case ResultClass.Success:
                return End(WithResult(message, code, now), MessageState.Delivered, EndReason.ResultCode, now, at);
            case ResultClass.Wait:
                return Retry(message, now, TimelineKind.Result, code, null, Backoff.After(message.Retries, policy), countRetry: true);
            case ResultClass.Retry when RetryWait(message, now, policy) is { } wait:
                return Retry(message, now, TimelineKind.Result, code, null, wait, countRetry: true);
            case ResultClass.Uncertain:
                return Uncertain(message, code, now, policy);
            case ResultClass.Never:
                return End(WithResult(message, code, now), MessageState.Undelivered, EndReason.ResultCode, now, at);
            case ResultClass.Retry:
            case ResultClass.Reroute:
            case ResultClass.Later:
                return NextStep(WithResult(message, code, now), now, at, Effects.None);
            case ResultClass.Caller:
                return NextStep(WithResult(message, code, now), now, at, Effects.Alarm);
            default:
                throw new ArgumentOutOfRangeException(nameof(code), kind, "No such class.");
        }
    }

    /// <summary>
    /// The wait before a passing failure is tried again; null when the step has had its tries. Where the caller said for how long, they come with
    /// growing gaps, counted from the step's first attempt, the last one at the very end.
    /// </summary>
    private static TimeSpan? RetryWait(Message message, DateTimeOffset now, JourneyPolicy policy)
    {
        if (message.Envelope.RetryFor is not { } span)
        {
            return message.Retries < policy.RetriesPerStep ? policy.RetryDelay : null;
        }

        var left = (message.SentAt ?? now) + span - now;
        var wait = Backoff.After(message.Retries, policy);
        return left <= TimeSpan.Zero ? null : wait < left ? wait : left;
    }

    /// <summary>Nothing left this machine: tried again until the validity ends, or for as long as the caller said.</summary>
    private static Decision NotSent(Message message, string? note, DateTimeOffset now, JourneyPolicy policy)
    {
        var wait = message.Envelope.RetryFor is null ? Backoff.After(message.Retries, policy) : RetryWait(message, now, policy);
        if (wait is { } gap)
        {
            return Retry(message, now, TimelineKind.NotSent, null, note, gap, countRetry: true);
        }

        var line = new TimelineEvent(now, TimelineKind.NotSent, message.StepIndex, message.Attempt, null, note);
        return NextStep(message with { Timeline = message.Timeline.Add(line) }, now, now, Effects.None);
    }

    private static Message WithResult(Message message, string code, DateTimeOffset now) => message with
    {
        ResultCode = code,
        Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Result, message.StepIndex, message.Attempt, code)),
    };

    /// <summary>The step failed for good: the next one begins, or the journey ends here.</summary>
    private static Decision NextStep(Message message, DateTimeOffset now, DateTimeOffset at, Effects effects, string? note = null)
    {
        if (LateSuccessOf(message) is { } arrived)
        {
            var known = ArrivedAfterAll(message, arrived.Attempt, arrived.Code!, now, arrived.At);
            return known with { Effects = known.Effects | effects };
        }

        if (!HasNextStep(message))
        {
            var ended = End(message, MessageState.Undelivered, EndReason.ResultCode, now, at);
            return ended with { Effects = ended.Effects | effects };
        }

        var step = (byte)(message.StepIndex + 1);
        var opens = OpensAt(message with { ExpiresAt = Never }, now);
        return new Decision(message with
        {
            State = MessageState.Queued,
            Version = message.Version + 1,
            StepIndex = step,
            AttemptOpen = false,
            Retries = 0,
            SubmitTold = false,
            SentAt = null,
            ExpiresAt = opens + message.Envelope.Route[step].Validity,
            Lane = LaneId.Plain(message.Class),
            LookAt = opens,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.NextStep, step, Note: note)),
        }, effects | Effects.StepFailed, true);
    }

    /// <summary>Where the caller wants a step that a carrier has taken to be the last one, its failing report ends the journey.</summary>
    private static bool HasNextStep(Message message) =>
        message.StepIndex + 1 < message.Envelope.Route.Count && !(message.Envelope.StaysOnceTaken && message.State is (MessageState.Submitted or MessageState.Unknown));

    /// <summary>Back to the lane. A wait that reaches past the validity ends at the validity, where <c>Due</c> expires the message.</summary>
    private static Decision Retry(Message message, DateTimeOffset now, TimelineKind kind, string? code, string? note, TimeSpan wait, bool countRetry)
    {
        if (LateSuccessOf(message) is { } arrived)
        {
            return ArrivedAfterAll(code is null ? message : WithResult(message, code, now), arrived.Attempt, arrived.Code!, now, arrived.At);
        }

        var at = OpensAt(message, Earlier(now + wait, message.ExpiresAt));
        return new Decision(message with
        {
            State = MessageState.Queued,
            Version = message.Version + 1,
            AttemptOpen = false,
            ResultCode = code ?? message.ResultCode,
            Retries = countRetry && message.Retries < byte.MaxValue ? (byte)(message.Retries + 1) : message.Retries,
            Lane = LaneId.Plain(message.Class),
            LookAt = at,
            Timeline = Compact.Retries(message.Timeline, new TimelineEvent(now, kind, message.StepIndex, message.Attempt, code, note, at)),
        }, Effects.None, true);
    }

    /// <summary>"Perhaps delivered": nothing is sent anywhere until the late result comes or the time for it is over.</summary>
    private static Decision Uncertain(Message message, string code, DateTimeOffset now, JourneyPolicy policy)
    {
        if (message.State == MessageState.Unknown && string.Equals(message.ResultCode, code, StringComparison.Ordinal))
        {
            return Unchanged(message);
        }

        if (policy.UnknownFailover == UnknownFailover.Immediately && HasNextStep(message))
        {
            return NextStep(WithResult(message, code, now), now, now, Effects.Unclear, StepEnd.Perhaps);
        }

        var until = Earlier(now + policy.UnknownWait, message.ExpiresAt);
        return new Decision(message with
        {
            State = MessageState.Unknown,
            Version = message.Version + 1,
            ResultCode = code,
            Lane = LaneId.Settle,
            LookAt = until,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Result, message.StepIndex, message.Attempt, code, null, until)),
        }, BecomesUnclear(message), true);
    }

    /// <summary>An attempt left this machine perhaps, and its answer never came.</summary>
    private static Decision Unclear(Message message, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy, string? note)
    {
        if (LateSuccessOf(message) is { } arrived)
        {
            return ArrivedAfterAll(message, arrived.Attempt, arrived.Code!, now, arrived.At);
        }

        var open = IsOpen(message, now);
        var resendAt = ResendAt(message, now, carrier, policy);
        if (resendAt <= now && open)
        {
            return Resend(message, now, policy, note);
        }

        // Perhaps it never arrived: while its openings are closed, handing it over again could be what delivers it.
        var until = open ? Earlier(resendAt ?? now + policy.UnknownWait, message.ExpiresAt) : OpensAt(message, now);
        return new Decision(message with
        {
            State = MessageState.Unknown,
            Version = message.Version + 1,
            Lane = LaneId.Settle,
            LookAt = until < now ? now : until,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.OutcomeUnclear, message.StepIndex, message.Attempt, null, note, until)),
        }, resendAt is null ? BecomesUnclear(message) : Effects.None, true);
    }

    /// <summary>Told once of an attempt, and not while handing it over again may yet settle it.</summary>
    private static Effects BecomesUnclear(Message message) => message.State == MessageState.Unknown ? Effects.None : Effects.Unclear;

    /// <summary>
    /// The identical attempt again. This is no new attempt: the carrier answers what it answered, or takes it now; so the
    /// validity is not asked again except that nothing at all may be handed over once it has ended.
    /// </summary>
    private static Decision Resend(Message message, DateTimeOffset now, JourneyPolicy policy, string? note)
    {
        if (now >= message.ExpiresAt)
        {
            return Unsettled(message, now, policy);
        }

        return new Decision(message with
        {
            State = MessageState.Submitting,
            Version = message.Version + 1,
            Resends = (byte)(message.Resends + 1),
            Lane = LaneId.Settle,
            LookAt = now + policy.AttemptTimeout,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Resent, message.StepIndex, message.Attempt, null, note)),
        }, Effects.Submit, true);
    }

    /// <summary>
    /// When the identical attempt may be handed over again; null = not at all. The first time as soon as the carrier can tell a repetition, then with
    /// growing gaps, so that an outage does not use them up.
    /// </summary>
    private static DateTimeOffset? ResendAt(Message message, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy)
    {
        var began = message.AttemptBeganAt;
        if (message.Resends >= policy.MaxResends || !carrier.MayRepeat(began, now))
        {
            return null;
        }

        var at = message.Resends == 0 ? began + carrier.AskAfter : now + Backoff.After(message.Resends - 1, policy);
        return carrier.MayRepeat(began, at) ? at : null;
    }

    private static Decision Recovered(Message message, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy) =>
        message.State == MessageState.Submitting && message.AttemptOpen
            ? Unclear(message, now, carrier, policy, "the gateway restarted")
            : Unchanged(message);

    /// <summary>The time to find out is over.</summary>
    private static Decision Settle(Message message, DateTimeOffset now, CarrierTraits carrier, JourneyPolicy policy) =>
        LateSuccessOf(message) is null && message.State == MessageState.Unknown && message.ResultCode is null && message.Resends < policy.MaxResends
        && carrier.MayRepeat(message.AttemptBeganAt, now) && IsOpen(message, now)
            ? Resend(message, now, policy, "still unsettled")
            : Unsettled(message, now, policy);

    /// <summary>Nobody will say any more what became of the step.</summary>
    private static Decision Unsettled(Message message, DateTimeOffset now, JourneyPolicy policy) =>
        LateSuccessOf(message) is not null || (policy.UnknownFailover != UnknownFailover.Never && HasNextStep(message))
            ? NextStep(message, now, now, Effects.None, StepEnd.Unknown)
            : End(message, MessageState.Expired, EndReason.OutcomeUnknown, now, now);

    private static Decision End(Message message, MessageState state, EndReason reason, DateTimeOffset now, DateTimeOffset at) =>
        new(message with
        {
            State = state,
            Version = message.Version + 1,
            AttemptOpen = false,
            Lane = LaneId.None,
            LookAt = default,
            EndReason = reason,
            DoneAt = at < message.AcceptedAt ? message.AcceptedAt : at,
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Ended, message.StepIndex, message.Attempt)),
        }, Effects.Report, true);
}

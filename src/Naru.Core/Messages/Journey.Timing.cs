using Naru.Core.Timing;

namespace Naru.Core.Messages;

/// <summary>When a message may leave, and what its owner does about that.</summary>
public static partial class Journey
{
    /// <summary>
    /// The first instant, not before this one, at which its openings let it leave; never later than the end of its validity, where it ends instead.
    /// </summary>
    private static DateTimeOffset OpensAt(Message message, DateTimeOffset at) =>
        message.Envelope is { Window: null, IsAdvertisement: false }
            ? at
            : Earlier(message.Envelope.Openings.Next(at) ?? Never, message.ExpiresAt);

    private static bool IsOpen(Message message, DateTimeOffset at) =>
        message.Envelope is { Window: null, IsAdvertisement: false } || message.Envelope.Openings.IsOpen(at);

    /// <summary>Its turn came when its openings were closed: the gateway was down meanwhile, or busy.</summary>
    private static Decision Postpone(Message message, DateTimeOffset opens, DateTimeOffset now) => new(message with
    {
        Version = message.Version + 1,
        LookAt = opens,
        Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Planned, message.StepIndex, message.Attempt, Until: opens)),
    }, Effects.None, true);

    private static Decision GivenBack(Message message, JourneyEvent.GivenBack back, DateTimeOffset now) =>
        !message.AttemptOpen
            ? Unchanged(message)
            : new Decision(message with
            {
                State = MessageState.Scheduled,
                Version = message.Version + 1,
                AttemptOpen = false,
                SentAt = null,
                ExpiresAt = message.AcceptedAt + (message.ExpiresAt - back.Planned),
                Lane = back.Lane,
                LookAt = message.AcceptedAt,
                Timeline = Compact.Retries(message.Timeline, new TimelineEvent(now, TimelineKind.NotSent, message.StepIndex, message.Attempt, null, back.Note)),
            }, Effects.None, true);

    private static Decision Held(Message message, DateTimeOffset now) =>
        !message.WaitsForItsInstant || message.IsHeld
            ? Unchanged(message)
            : new Decision(message with
            {
                Version = message.Version + 1,
                LookAt = Never,
                Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Held)),
            }, Effects.None, true);

    /// <summary>It leaves when it was to leave, or now where that has passed: the time for which it was held does not count against its validity.</summary>
    private static Decision Released(Message message, DateTimeOffset now) =>
        message.IsHeld ? Move(message, message.PlannedAt, held: false, now) : Unchanged(message);

    private static Decision Rescheduled(Message message, DateTimeOffset sendAt, DateTimeOffset now) =>
        message.WaitsForItsInstant ? Move(message, sendAt, message.IsHeld, now) : Unchanged(message);

    private static Decision Move(Message message, DateTimeOffset sendAt, bool held, DateTimeOffset now)
    {
        var at = message.Envelope.Openings.Next(sendAt > now ? sendAt : now) ?? Never;
        return new Decision(message with
        {
            Version = message.Version + 1,
            LookAt = held ? Never : at,
            ExpiresAt = at == Never ? Never : at + (message.ExpiresAt - message.PlannedAt),
            Timeline = message.Timeline.Add(new TimelineEvent(now, TimelineKind.Planned, Until: at)),
        }, Effects.None, true);
    }
}

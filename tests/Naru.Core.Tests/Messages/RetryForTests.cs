using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Messages;

/// <summary>For how long passing failures are tried again, where the caller said it.</summary>
public sealed class RetryForTests
{
    private const string Passing = "8001";
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Validity = TimeSpan.FromHours(48);
    private static readonly CarrierTraits Carrier = new(true, 100);

    private static readonly Gen<(int RetryFor, int[] AnswerMilliseconds, bool Sent)> Worlds =
        from retryFor in Gen.Choose(30, 3600)
        from answers in Gen.Choose(0, 29_000).ListOf(200)
        from sent in Gen.Elements(true, false)
        select (retryFor, answers.ToArray(), sent);

    [Fact]
    public void Failures_that_pass_are_tried_again_with_growing_gaps_until_the_time_for_it_is_over_and_not_longer() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var end = Start + TimeSpan.FromSeconds(world.RetryFor);
            var message = Accepted(TimeSpan.FromSeconds(world.RetryFor));
            var now = Start;
            var lastGap = TimeSpan.Zero;
            foreach (var milliseconds in world.AnswerMilliseconds)
            {
                message = Journey.Decide(message, JourneyEvent.Due.Instance, now, Carrier, JourneyPolicy.Default).Message;
                message.State.ShouldBe(MessageState.Submitting);
                now.ShouldBeLessThanOrEqualTo(end);
                now += TimeSpan.FromMilliseconds(milliseconds);
                message = Journey.Decide(message, Failure(message, now, world.Sent), now, Carrier, JourneyPolicy.Default).Message;
                if (message.IsFinal)
                {
                    now.ShouldBeGreaterThanOrEqualTo(end);
                    (message.State, message.EndReason).ShouldBe((MessageState.Undelivered, EndReason.ResultCode));
                    return;
                }

                var gap = message.LookAt - now;
                (gap >= lastGap || message.LookAt == end).ShouldBeTrue();
                lastGap = gap;
                now = message.LookAt;
            }

            throw new InvalidOperationException("It never ended.");
        }));

    [Fact]
    public void Where_nobody_said_for_how_long_the_policy_says_how_often()
    {
        var message = Accepted(null);
        var now = Start;
        for (var tries = 0; tries <= JourneyPolicy.Default.RetriesPerStep; tries++)
        {
            message.IsFinal.ShouldBeFalse();
            message = Journey.Decide(message, JourneyEvent.Due.Instance, now, Carrier, JourneyPolicy.Default).Message;
            message = Journey.Decide(message, Failure(message, now, sent: true), now, Carrier, JourneyPolicy.Default).Message;
            now += JourneyPolicy.Default.RetryDelay;
        }

        message.State.ShouldBe(MessageState.Undelivered);
    }

    [Fact]
    public void The_next_step_has_its_own_time()
    {
        var message = Accepted(TimeSpan.FromSeconds(30), steps: 2);
        message = Try(message, Start);
        message = Try(message, Start.AddSeconds(40));
        (message.StepIndex, message.IsFinal).ShouldBe(((byte)1, false));

        message = Try(message, Start.AddSeconds(41));

        (message.State, message.LookAt).ShouldBe((MessageState.Queued, Start.AddSeconds(42)));
    }

    [Fact]
    public void The_validity_ends_it_all_the_same()
    {
        var message = Accepted(TimeSpan.FromHours(1)) with { ExpiresAt = Start.AddSeconds(10) };
        message = Try(message, Start.AddSeconds(9.5));

        message.LookAt.ShouldBe(Start.AddSeconds(10));
        Journey.Decide(message, JourneyEvent.Due.Instance, message.LookAt, Carrier, JourneyPolicy.Default).Message.State.ShouldBe(MessageState.Expired);
    }

    private static Message Try(Message message, DateTimeOffset now)
    {
        message = Journey.Decide(message, JourneyEvent.Due.Instance, now, Carrier, JourneyPolicy.Default).Message;
        return Journey.Decide(message, Failure(message, now, sent: true), now, Carrier, JourneyPolicy.Default).Message;
    }

    private static JourneyEvent.Answered Failure(Message message, DateTimeOffset now, bool sent) =>
        new(message.Attempt, sent ? CarrierAnswer.Done(Passing, now) : CarrierAnswer.NotSent("no line"));

    private static Message Accepted(TimeSpan? retryFor, int steps = 1) => Journey.Begin(
        new Message
        {
            Key = new MessageKey(1, 1),
            Workspace = new WorkspaceId(1),
            To = Recipient.Parse("821012345678"),
            Envelope = new Envelope(
                DialectName.Sinch,
                [.. Enumerable.Repeat(new Step("simulator", "key", new AlimTalkContent("t", "x", null, [], null), Validity), steps)],
                ReportTarget.Subscribers,
                RetryFor: retryFor),
            AcceptedAt = Start,
            ExpiresAt = Start + Validity,
        },
        EndReason.ResultCode,
        lane: null);
}

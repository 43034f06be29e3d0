using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Messages;

/// <summary>What becomes of an attempt of which nobody knows whether it arrived (design §3.7).</summary>
public sealed class UnclearTests
{
    private static readonly DateTimeOffset s_begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly CarrierTraits s_drops = new(true, 10);
    private static readonly CarrierTraits s_asks = new(true, 10) { AskAfter = TimeSpan.FromSeconds(20) };
    private static readonly CarrierTraits s_forgets = new(true, 10) { DeduplicatesFor = TimeSpan.FromMinutes(5) };
    private static readonly CarrierTraits s_blind = new(false, 10);

    [Fact]
    public void A_carrier_that_drops_repetitions_is_given_it_again_at_once()
    {
        var again = Unclear(Started(), s_begin.AddSeconds(1), s_drops);

        again.Has(Effects.Submit).ShouldBeTrue();
        again.Message.Attempt.ShouldBe(1);
        again.Message.Resends.ShouldBe((byte)1);
    }

    [Fact]
    public void Further_repetitions_wait_longer_and_longer()
    {
        var message = Unclear(Started(), s_begin, s_drops).Message;
        var now = s_begin;
        var gaps = new List<double>();
        while (true)
        {
            var unclear = Unclear(message, now, s_drops);
            unclear.Message.State.ShouldBe(MessageState.Unknown);
            if (unclear.Message.Resends == JourneyPolicy.Default.MaxResends)
            {
                break;
            }

            gaps.Add((unclear.Message.LookAt - now).TotalSeconds);
            now = unclear.Message.LookAt;
            var again = Journey.Decide(unclear.Message, JourneyEvent.Due.Instance, now, s_drops, JourneyPolicy.Default);
            again.Has(Effects.Submit).ShouldBeTrue();
            message = again.Message;
        }

        gaps.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    }

    [Fact]
    public void A_carrier_that_has_to_ask_is_left_the_time_in_which_the_request_may_still_arrive()
    {
        var waits = Unclear(Started(), s_begin.AddSeconds(3), s_asks);
        waits.Message.State.ShouldBe(MessageState.Unknown);
        waits.Message.LookAt.ShouldBe(s_begin.AddSeconds(20));

        var asks = Journey.Decide(waits.Message, JourneyEvent.Due.Instance, s_begin.AddSeconds(20), s_asks, JourneyPolicy.Default);
        asks.Has(Effects.Submit).ShouldBeTrue();
        asks.Message.AttemptBeganAt.ShouldBe(s_begin);
    }

    [Fact]
    public void A_report_that_comes_meanwhile_settles_it()
    {
        var waits = Unclear(Started(), s_begin.AddSeconds(3), s_asks).Message;

        var told = Journey.Decide(waits, new JourneyEvent.Reported(1, "0000", s_begin.AddSeconds(5)), s_begin.AddSeconds(5), s_asks, JourneyPolicy.Default);

        told.Message.State.ShouldBe(MessageState.Delivered);
    }

    [Fact]
    public void What_the_carrier_has_forgotten_by_now_is_not_handed_over_again()
    {
        var late = Unclear(Started(), s_begin.AddMinutes(5), s_forgets);

        late.Has(Effects.Submit).ShouldBeFalse();
        late.Message.State.ShouldBe(MessageState.Unknown);
        Journey.Decide(late.Message, JourneyEvent.Due.Instance, late.Message.LookAt, s_forgets, JourneyPolicy.Default).Has(Effects.Submit).ShouldBeFalse();
    }

    [Fact]
    public void A_carrier_that_can_do_neither_is_not_given_it_again()
    {
        var waits = Unclear(Started(), s_begin.AddSeconds(3), s_blind);

        waits.Message.State.ShouldBe(MessageState.Unknown);
        waits.Message.LookAt.ShouldBe(s_begin.AddSeconds(3) + JourneyPolicy.Default.UnknownWait);
    }

    [Fact]
    public void What_was_asked_for_and_never_arrived_begins_anew_as_another_attempt()
    {
        var again = Unclear(Started(), s_begin.AddSeconds(30), s_asks).Message;

        var nothing = Journey.Decide(again, new JourneyEvent.Answered(1, CarrierAnswer.NotSent("unknown there")), s_begin.AddSeconds(31), s_asks, JourneyPolicy.Default).Message;
        var second = Journey.Decide(nothing, JourneyEvent.Due.Instance, nothing.LookAt, s_asks, JourneyPolicy.Default).Message;

        second.Attempt.ShouldBe(2);
        second.AttemptBeganAt.ShouldBe(nothing.LookAt);
    }

    private static Decision Unclear(Message message, DateTimeOffset now, CarrierTraits carrier) =>
        Journey.Decide(message, new JourneyEvent.Answered(message.Attempt, CarrierAnswer.Unclear("broken off")), now, carrier, JourneyPolicy.Default);

    private static Message Started()
    {
        var step = new Step("dealer", "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(2));
        var message = new Message
        {
            Key = new MessageKey(1, 1),
            Workspace = new WorkspaceId(1),
            To = Recipient.FromDigits(821012345678),
            Envelope = new Envelope(DialectName.Sinch, [step], ReportTarget.Pull),
            AcceptedAt = s_begin,
            ExpiresAt = s_begin.AddHours(2),
        };
        return Journey.Decide(Journey.Begin(message, EndReason.ResultCode, null), JourneyEvent.Due.Instance, s_begin, s_drops, JourneyPolicy.Default).Message;
    }
}

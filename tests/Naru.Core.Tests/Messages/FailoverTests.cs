using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Messages;

/// <summary>A message whose route has an SMS behind KakaoTalk: what leads to it, and what becomes of a KakaoTalk that comes late.</summary>
public sealed class FailoverTests
{
    private static readonly DateTimeOffset s_begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CarrierTraits s_carrier = new(false, 10);

    [Theory]
    [InlineData("3018")]
    [InlineData("3019")]
    [InlineData("3016")]
    public void A_failing_result_leads_to_the_sms_at_once(string code)
    {
        var failed = Answer(Started(), CarrierAnswer.Done(code, s_begin));

        (failed.Message.State, failed.Message.Step.Channel, failed.Message.LookAt).ShouldBe((MessageState.Queued, Channel.Sms, s_begin));
        failed.Has(Effects.StepFailed).ShouldBeTrue();
        failed.Has(Effects.Report).ShouldBeFalse();
    }

    [Fact]
    public void The_end_of_the_validity_leads_to_the_sms_which_has_a_validity_of_its_own()
    {
        var off = Answer(Started(), CarrierAnswer.Done("PHONE_OFF", s_begin)).Message;

        var over = Decide(off with { LookAt = off.ExpiresAt }, JourneyEvent.Due.Instance, off.ExpiresAt);

        over.Message.Step.Channel.ShouldBe(Channel.Sms);
        over.Message.ExpiresAt.ShouldBe(off.ExpiresAt + TimeSpan.FromMinutes(30));
        over.Has(Effects.Report).ShouldBeFalse();
    }

    [Theory]
    [InlineData(EndReason.UnknownSender)]
    [InlineData(EndReason.NoCarrier)]
    [InlineData(EndReason.UnknownTemplate)]
    public void A_first_step_that_can_never_be_sent_leads_to_the_sms_and_says_why(EndReason refusal)
    {
        var message = Journey.Begin(Message(2), refusal, null);

        var refused = Decide(message, JourneyEvent.Due.Instance, s_begin);

        (refused.Message.State, refused.Message.Step.Channel, refused.Message.EndReason).ShouldBe((MessageState.Queued, Channel.Sms, EndReason.ResultCode));
        refused.Has(Effects.StepFailed | Effects.Alarm).ShouldBeTrue();
        StepEnd.Of(refused.Message, 0)!.Value.Reason.ShouldBe(refusal);
    }

    [Theory]
    [InlineData(2, EndReason.UnusableNumber)]
    [InlineData(2, EndReason.NeverOpen)]
    [InlineData(1, EndReason.UnknownSender)]
    public void What_is_wrong_for_every_step_is_the_end(int route, EndReason refusal) =>
        Decide(Journey.Begin(Message(route), refusal, null), JourneyEvent.Due.Instance, s_begin).Message.ShouldSatisfyAllConditions(
            message => message.State.ShouldBe(MessageState.Rejected), message => message.EndReason.ShouldBe(refusal));

    [Fact]
    public void Without_a_next_step_the_end_of_the_validity_is_the_end()
    {
        var off = Answer(Started(route: 1), CarrierAnswer.Done("PHONE_OFF", s_begin)).Message;

        Decide(off with { LookAt = off.ExpiresAt }, JourneyEvent.Due.Instance, off.ExpiresAt).Message.EndReason.ShouldBe(EndReason.ValidityEnded);
    }

    [Fact]
    public void Perhaps_delivered_waits_and_goes_on_when_the_time_to_find_out_is_over()
    {
        var perhaps = Answer(Started(), CarrierAnswer.Done("3005", s_begin)).Message;
        perhaps.State.ShouldBe(MessageState.Unknown);
        Decide(perhaps, JourneyEvent.Due.Instance, s_begin.AddMinutes(1)).Changed.ShouldBeFalse();

        var on = Decide(perhaps, JourneyEvent.Due.Instance, perhaps.LookAt);

        on.Message.Step.Channel.ShouldBe(Channel.Sms);
    }

    [Theory]
    [InlineData(UnknownFailover.Never, MessageState.Expired)]
    [InlineData(UnknownFailover.AfterDeadline, MessageState.Queued)]
    public void What_follows_an_unknown_outcome_is_a_policy(UnknownFailover policy, MessageState expected)
    {
        var unclear = Answer(Started(), CarrierAnswer.Unclear("no answer")).Message;

        var settled = Decide(unclear, JourneyEvent.Due.Instance, unclear.LookAt, policy);

        settled.Message.State.ShouldBe(expected);
    }

    [Fact]
    public void Immediately_means_that_nobody_waits_for_a_late_result() =>
        Decide(Started(), new JourneyEvent.Answered(1, CarrierAnswer.Done("3005", s_begin)), s_begin, UnknownFailover.Immediately)
            .Message.Step.Channel.ShouldBe(Channel.Sms);

    [Fact]
    public void A_success_that_comes_before_the_sms_left_ends_the_journey_without_it()
    {
        var failed = Answer(Started(), CarrierAnswer.Done("3018", s_begin)).Message;

        var late = Decide(failed, new JourneyEvent.Reported(1, "0000", s_begin.AddSeconds(1)), s_begin.AddSeconds(1));

        (late.Message.State, late.Message.Step.Channel, late.Message.SentAt).ShouldBe((MessageState.Delivered, Channel.AlimTalk, s_begin));
        late.Has(Effects.Report).ShouldBeTrue();
        Decide(late.Message, JourneyEvent.Due.Instance, s_begin.AddMinutes(1)).Changed.ShouldBeFalse();
    }

    [Fact]
    public void Perhaps_delivered_then_the_sms_then_a_late_success_is_recorded_counted_and_reported_once()
    {
        var perhaps = Answer(Started(), CarrierAnswer.Done("3005", s_begin)).Message;
        var on = Decide(perhaps, JourneyEvent.Due.Instance, perhaps.LookAt).Message;
        var sms = Decide(on, JourneyEvent.Due.Instance, on.LookAt).Message;
        var delivered = Decide(sms, new JourneyEvent.Answered(2, CarrierAnswer.Done("0000", sms.LookAt)), sms.LookAt);
        delivered.Has(Effects.Report).ShouldBeTrue();

        var late = Decide(delivered.Message, new JourneyEvent.Reported(1, "0000", s_begin.AddHours(2)), s_begin.AddHours(2));

        late.Effects.ShouldBe(Effects.LateSuccess);
        var line = late.Message.Timeline[^1];
        (line.Kind, line.Code, line.Attempt, line.Step).ShouldBe((TimelineKind.LateResult, "0000", 1, (byte)0));
        late.Message.Step.Channel.ShouldBe(Channel.Sms);
        Decide(late.Message, new JourneyEvent.Reported(1, "0000", s_begin.AddHours(2)), s_begin.AddHours(3)).Changed.ShouldBeFalse();
    }

    [Fact]
    public void A_late_success_while_the_sms_is_under_way_decides_when_the_sms_fails()
    {
        var perhaps = Answer(Started(), CarrierAnswer.Done("3005", s_begin)).Message;
        var on = Decide(perhaps, JourneyEvent.Due.Instance, perhaps.LookAt).Message;
        var sms = Decide(on, JourneyEvent.Due.Instance, on.LookAt).Message;
        var late = Decide(sms, new JourneyEvent.Reported(1, "0000", sms.LookAt), sms.LookAt);
        (late.Message.State, late.Effects).ShouldBe((MessageState.Submitting, Effects.LateSuccess));

        var failed = Decide(late.Message, new JourneyEvent.Answered(2, CarrierAnswer.Done("3006", sms.LookAt)), sms.LookAt);

        (failed.Message.State, failed.Message.Step.Channel).ShouldBe((MessageState.Delivered, Channel.AlimTalk));
        failed.Has(Effects.Report).ShouldBeTrue();
    }

    [Fact]
    public void How_a_step_ended_that_another_followed_can_be_read_off_the_timeline()
    {
        var failed = Answer(Started(), CarrierAnswer.Done("3018", s_begin)).Message;
        StepEnd.Of(failed, 0).ShouldBe(new StepEnd(s_begin, EndReason.ResultCode, "3018"));
        StepEnd.Of(failed, 1).ShouldBeNull();

        var off = Answer(Started(), CarrierAnswer.Done("PHONE_OFF", s_begin)).Message;
        var over = Decide(off with { LookAt = off.ExpiresAt }, JourneyEvent.Due.Instance, off.ExpiresAt).Message;
        StepEnd.Of(over, 0).ShouldBe(new StepEnd(off.ExpiresAt, EndReason.ValidityEnded, null));

        var unclear = Answer(Started(), CarrierAnswer.Unclear("no answer")).Message;
        StepEnd.Of(Decide(unclear, JourneyEvent.Due.Instance, unclear.LookAt).Message, 0)!.Value.Reason.ShouldBe(EndReason.OutcomeUnknown);
    }

    [Fact]
    public void Where_a_step_that_was_taken_is_the_last_one_its_failing_report_ends_the_journey()
    {
        var only = Started() is var started ? started with { Envelope = started.Envelope with { StaysOnceTaken = true } } : null;

        Answer(only!, CarrierAnswer.Done("3018", s_begin)).Message.Step.Channel.ShouldBe(Channel.Sms, "it failed at the hand-over");
        var taken = Answer(only!, CarrierAnswer.Taken("r")).Message;
        Decide(taken, new JourneyEvent.Reported(1, "3018", s_begin), s_begin).Message.State.ShouldBe(MessageState.Undelivered);
    }

    private static Message Started(int route = 2) => Decide(Journey.Begin(Message(route), EndReason.ResultCode, lane: null), JourneyEvent.Due.Instance, s_begin).Message;

    private static Decision Answer(Message message, CarrierAnswer answer) => Decide(message, new JourneyEvent.Answered(message.Attempt, answer), s_begin);

    private static Decision Decide(Message message, JourneyEvent happened, DateTimeOffset now, UnknownFailover policy = UnknownFailover.AfterDeadline) =>
        Journey.Decide(message, happened, now, s_carrier, JourneyPolicy.Default with { UnknownFailover = policy });

    private static Message Message(int route) => new()
    {
        Key = new MessageKey(1, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.FromDigits(821012345678),
        Envelope = new Envelope(
            DialectName.Infobip,
            [.. new[]
            {
                new Step("kakao", "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(1)),
                new Step("sms", "15881234", new SmsContent("text", null), TimeSpan.FromMinutes(30)),
            }.Take(route)],
            ReportTarget.Pull),
        AcceptedAt = s_begin,
        ExpiresAt = s_begin + TimeSpan.FromHours(1),
    };
}

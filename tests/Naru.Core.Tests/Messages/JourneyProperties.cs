using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Workspaces;

namespace Naru.Core.Tests.Messages;

/// <summary>What holds whatever happens to a message, in whatever order.</summary>
public sealed class JourneyProperties
{
    private static readonly DateTimeOffset s_begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] s_codes = [.. ResultCodes.All.Select(c => c.Code), "NEW1"];

    private static readonly ReportTarget[] s_targets =
        [ReportTarget.Pull, ReportTarget.Silent, ReportTarget.Subscribers, ReportTarget.Endpoint(1)];

    /// <summary>Something that may be said to a message, and how much later.</summary>
    private sealed record Said(int Kind, int Attempt, string Code, int Minutes);

    private static readonly Gen<Said> s_said =
        from kind in Gen.Choose(0, 9)
        from attempt in Gen.Choose(-1, 0)
        from code in Gen.Frequency((2, Gen.Constant("0000")), (6, Gen.Elements(s_codes)))
        from minutes in Gen.Elements(0, 0, 1, 5, 70)
        select new Said(kind, attempt, code, minutes);

    private static readonly Gen<(Said[] Story, Envelope Envelope, CarrierTraits Carrier, JourneyPolicy Policy)> s_stories =
        from length in Gen.Choose(0, 40)
        from story in s_said.ArrayOf(length)
        from steps in Gen.Choose(1, 3)
        from target in Gen.Elements(s_targets)
        from app in Gen.Choose(0, 1)
        from drops in Gen.Elements(true, false)
        from after in Gen.Elements(Enum.GetValues<UnknownFailover>())
        select (story, Envelope(steps, target, app), new CarrierTraits(drops, 10), JourneyPolicy.Default with { UnknownFailover = after });

    [Fact]
    public void Nothing_that_is_promised_of_a_journey_is_ever_broken() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(1, 3),
        Prop.ForAll(s_stories.ToArbitrary(), told =>
        {
            var message = Journey.Begin(Message(told.Envelope), EndReason.ResultCode, lane: null);
            var now = s_begin;
            var proof = new Proof(message);
            foreach (var said in told.Story)
            {
                now += TimeSpan.FromMinutes(said.Minutes);
                var decision = Journey.Decide(message, Happened(said, message, now), now, told.Carrier, told.Policy);
                proof.Decided(message, decision, now);
                message = decision.Changed ? decision.Message : message;
            }
        }));

    [Fact]
    public void A_step_is_told_of_when_the_carrier_takes_it_and_the_next_one_again()
    {
        var message = Start(Journey.Begin(Message(Envelope(2, ReportTarget.Subscribers, 1)), EndReason.ResultCode, lane: null));

        var taken = Answer(message, CarrierAnswer.Taken("r"));
        var failed = Decide(taken.Message, new JourneyEvent.Reported(1, "3018", s_begin));
        var second = Answer(Start(failed.Message), CarrierAnswer.Done("0000", s_begin));

        taken.Effects.ShouldBe(Effects.Submitted);
        failed.Message.StepIndex.ShouldBe((byte)1);
        failed.Has(Effects.Submitted).ShouldBeFalse();
        second.Effects.ShouldBe(Effects.Submitted | Effects.Report);
    }

    [Fact]
    public void A_report_that_overtakes_the_answer_tells_that_the_step_was_taken()
    {
        var message = Start(Journey.Begin(Message(Envelope(1, ReportTarget.Endpoint(4), 1)), EndReason.ResultCode, lane: null));

        var reported = Decide(message, new JourneyEvent.Reported(1, "0000", s_begin));

        reported.Effects.ShouldBe(Effects.Submitted | Effects.Report);
        Answer(reported.Message, CarrierAnswer.Taken("r")).Changed.ShouldBeFalse();
    }

    [Fact]
    public void A_repetition_of_a_step_is_not_told_again()
    {
        var message = Start(Journey.Begin(Message(Envelope(1, ReportTarget.Subscribers, 1)), EndReason.ResultCode, lane: null));

        var off = Answer(message, CarrierAnswer.Done("PHONE_OFF", s_begin));
        var again = Decide(off.Message, JourneyEvent.Due.Instance, off.Message.LookAt);

        off.Effects.ShouldBe(Effects.Submitted);
        Answer(again.Message, CarrierAnswer.Taken("r")).Effects.ShouldBe(Effects.None);
    }

    private static Message Start(Message message) => Decide(message, JourneyEvent.Due.Instance).Message;

    private static Decision Answer(Message message, CarrierAnswer answer) => Decide(message, new JourneyEvent.Answered(message.Attempt, answer));

    private static Decision Decide(Message message, JourneyEvent happened, DateTimeOffset? now = null) =>
        Journey.Decide(message, happened, now ?? s_begin, new CarrierTraits(true, 10), JourneyPolicy.Default);

    private static JourneyEvent Happened(Said said, Message message, DateTimeOffset now)
    {
        var attempt = message.Attempt + said.Attempt;
        return said.Kind switch
        {
            0 or 1 or 2 => JourneyEvent.Due.Instance,
            3 => new JourneyEvent.Answered(attempt, CarrierAnswer.Done(said.Code, now)),
            4 => new JourneyEvent.Answered(attempt, CarrierAnswer.Taken("reference")),
            5 => new JourneyEvent.Answered(attempt, CarrierAnswer.NotSent("busy")),
            6 => new JourneyEvent.Answered(attempt, CarrierAnswer.Unclear("broken off")),
            7 => new JourneyEvent.Reported(attempt, said.Code, now),
            8 => JourneyEvent.Recovered.Instance,
            _ => said.Minutes == 70 ? JourneyEvent.Cancelled.Instance : new JourneyEvent.Reported(attempt, said.Code, now),
        };
    }

    private static Message Message(Envelope envelope) => new()
    {
        Key = new MessageKey(1, 1),
        Workspace = new WorkspaceId(1),
        To = Recipient.FromDigits(821012345678),
        Envelope = envelope,
        AcceptedAt = s_begin,
        ExpiresAt = s_begin + TimeSpan.FromHours(1),
    };

    private static Envelope Envelope(int steps, ReportTarget target, int app) => new(
        DialectName.Sinch,
        [.. Enumerable.Range(0, steps).Select(_ => new Step("kakao", "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(1)))],
        target, App: app);

    private sealed class Proof(Message begun)
    {
        private readonly HashSet<int> _toldSteps = [];
        private readonly HashSet<int> _entered = [];
        private readonly bool _tells = begun.Envelope.Reports.Route switch
        {
            ReportRoute.Subscribers => true,
            ReportRoute.Endpoint => begun.Envelope.App != 0,
            _ => false,
        };

        private int _reports;

        public void Decided(Message before, Decision decision, DateTimeOffset now)
        {
            var after = decision.Message;
            if (!decision.Changed)
            {
                decision.Effects.ShouldBe(Effects.None);
                return;
            }

            after.Version.ShouldBe(before.Version + 1);
            ((int)after.StepIndex).ShouldBeInRange(after.State == MessageState.Delivered ? 0 : before.StepIndex, before.StepIndex + 1);
            if (after.StepIndex > before.StepIndex)
            {
                _entered.Add(after.StepIndex).ShouldBeTrue("A step is entered twice.");
            }

            (after.IsFinal && after.AttemptOpen).ShouldBeFalse();
            if (before.IsFinal)
            {
                after.State.ShouldBe(before.State);
                (decision.Effects & ~Effects.LateSuccess).ShouldBe(Effects.None);
            }

            if (decision.Has(Effects.Submit))
            {
                now.ShouldBeLessThan(after.ExpiresAt);
                (after.Attempt > before.Attempt && before.AttemptOpen).ShouldBeFalse("Two attempts are open.");
            }

            Told(before, decision);
        }

        private void Told(Message before, Decision decision)
        {
            if (decision.Has(Effects.Submitted))
            {
                _tells.ShouldBeTrue("Told to somebody who gets final reports only.");
                _toldSteps.Add(before.StepIndex).ShouldBeTrue("A step is told of twice.");
                _reports.ShouldBe(0, "Told after the end.");
            }

            if (decision.Has(Effects.Report))
            {
                decision.Message.IsFinal.ShouldBeTrue();
                (++_reports).ShouldBe(1);
                if (_tells && decision.Message.State == MessageState.Delivered && decision.Message.StepIndex == before.StepIndex)
                {
                    _toldSteps.ShouldContain(decision.Message.StepIndex, "What was delivered was taken before.");
                }
            }
        }
    }
}

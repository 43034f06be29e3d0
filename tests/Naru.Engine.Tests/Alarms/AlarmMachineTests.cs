using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Machine;
using Naru.Engine.Tests.Webhooks;

namespace Naru.Engine.Tests.Alarms;

/// <summary>What raises an alarm in the machine, what clears it, and who is told.</summary>
public sealed class AlarmMachineTests
{
    private static readonly AlarmKey s_fault = new(AlarmKind.CallerFault, MachineBench.Workspace, "sender", "3016");

    [Fact]
    public void A_code_that_blames_the_caller_raises_an_alarm_with_the_commit_of_its_message_and_is_counted()
    {
        var bench = new MachineBench();
        Fail(bench, 3);
        var commit = bench.Order().Commands.Commit.ShouldNotBeNull();

        commit.Transitions.Count.ShouldBe(3);
        commit.Alarms.ShouldHaveSingleItem().Key.ShouldBe(s_fault);
        bench.Machine.Alarms.ShouldBeEmpty("It is not durable yet.");
        bench.Settle();
        var first = bench.Machine.Alarms.ShouldHaveSingleItem();
        (first.Count, first.FirstAt, first.IsWaiting).ShouldBe((3, bench.Now, true));

        bench.Now += TimeSpan.FromMinutes(1);
        Fail(bench, 1);
        bench.Settle();

        bench.Machine.Alarms.ShouldBe([first with { Count = 4, LastAt = bench.Now }]);
        bench.Disk.Alarms.ShouldBe(bench.Machine.Alarms);
    }

    [Fact]
    public void What_can_never_be_sent_for_want_of_a_sender_raises_an_alarm_and_what_the_recipient_is_to_blame_for_does_not()
    {
        var bench = new MachineBench();
        var message = MachineBench.Message();
        bench.Submit(message with { Refusal = EndReason.UnknownTemplate }, message with { Refusal = EndReason.UnusableNumber });
        bench.Settle();

        bench.Machine.Alarms.ShouldHaveSingleItem().Key.ShouldBe(s_fault with { Code = nameof(EndReason.UnknownTemplate) });
    }

    [Fact]
    public void An_alarm_outlives_a_restart_goes_on_counting_and_stays_acknowledged()
    {
        var bench = new MachineBench();
        Fail(bench, 2);
        bench.Settle();
        Take(bench, new AlarmStep.Acknowledge(bench.Machine.Alarms[0].Id, "kim"));

        bench.Restart();
        Fail(bench, 1);
        bench.Settle();

        var alarm = bench.Machine.Alarms.ShouldHaveSingleItem();
        (alarm.Count, alarm.AcknowledgedBy, alarm.IsWaiting, alarm.IsOpen).ShouldBe((3, "kim", false, true));
        Take(bench, new AlarmStep.Acknowledge(alarm.Id, "lee"));
        bench.Machine.Alarms[0].AcknowledgedBy.ShouldBe("kim", "Who looks after it said so before.");
    }

    [Fact]
    public void A_fault_that_has_not_shown_itself_for_a_day_is_cleared_by_itself_and_raised_anew_when_it_comes_back()
    {
        var bench = new MachineBench();
        Fail(bench, 1);
        bench.Settle();
        var first = bench.Machine.Alarms[0];
        Take(bench, new AlarmStep.Told([first.Id]));

        while (bench.Machine.Alarms[0].IsOpen)
        {
            bench.Now = bench.Machine.NextWake().ShouldNotBeNull("Nothing would wake it.");
            bench.Settle();
        }

        bench.Now.ShouldBe(first.LastAt + TimeSpan.FromHours(24));
        bench.Machine.Alarms.ShouldBe([first with { ClearedAt = bench.Now, ToldAt = first.FirstAt }]);
        bench.Machine.NextWake().ShouldBeNull();
        Fail(bench, 1);
        bench.Settle();
        bench.Machine.Alarms.Select(alarm => (alarm.IsOpen, alarm.Count, alarm.ToldAt)).ShouldBe([(true, 1, first.FirstAt), (false, 1, first.FirstAt)]);
    }

    [Fact]
    public void An_endpoint_that_is_rested_raises_an_alarm_once_and_its_first_success_clears_it()
    {
        var bench = new MachineBench(new EngineSettings { RestAfterFailures = 2, PushesPerEndpoint = 1, ReportsPerPush = 1 });
        PushBench.Ended(bench, 3);
        for (var failure = 0; failure < 4; failure++)
        {
            bench.Answer(bench.NextOrders()[0], 500);
            bench.SaveHealth();
            bench.Machine.Alarms.Count.ShouldBe(failure == 0 ? 0 : 1);
        }

        var alarm = bench.Machine.Alarms[0];
        (alarm.Key, alarm.Count, alarm.Detail).ShouldBe((new AlarmKey(AlarmKind.EndpointRested, MachineBench.Workspace, "1"), 3, "HTTP 500"));
        bench.Restart();
        bench.Answer(bench.NextOrders()[0], 200);

        bench.Machine.Alarms.ShouldBe([alarm with { ClearedAt = bench.Now }]);
    }

    [Fact]
    public void Many_unknown_outcomes_of_a_carrier_are_one_alarm_which_ends_when_there_are_no_more()
    {
        var bench = new MachineBench(new EngineSettings { Alarms = new AlarmOptions { UnknownNumber = 3 } });
        Unclear(bench, 2);
        bench.Settle().Machine.Alarms.ShouldBeEmpty();
        bench.Now += TimeSpan.FromMinutes(11);
        Unclear(bench, 2);
        bench.Settle().Machine.Alarms.ShouldBeEmpty("Those of eleven minutes ago count no more.");

        Unclear(bench, 1);
        var alarm = bench.Settle().Machine.Alarms.ShouldHaveSingleItem();
        (alarm.Key, alarm.Count, alarm.Detail).ShouldBe((AlarmKey.OfInstallation(AlarmKind.UnknownOutcomes, "mobile"), 3, "3 within 10 min"));
        Unclear(bench, 1);
        bench.Settle().Machine.Alarms.ShouldHaveSingleItem().Count.ShouldBe(4);
        bench.Now += TimeSpan.FromMinutes(10);

        bench.Settle().Machine.Alarms.ShouldHaveSingleItem().ClearedAt.ShouldBe(bench.Now);
    }

    [Fact]
    public void Codes_without_number_make_no_more_alarms_than_can_be_told_apart_and_the_rest_counts_as_one()
    {
        var bench = new MachineBench(new EngineSettings { Alarms = new AlarmOptions { MaxOpenPerWorkspace = 5, MaxOpen = 8 } });
        Take(bench, [.. Enumerable.Range(1, 40).SelectMany(code => new[] { Raise(1, code), Raise(2, code) })]);

        var open = bench.Machine.Alarms;
        open.Count.ShouldBeLessThanOrEqualTo(10);
        open.Sum(alarm => alarm.Count).ShouldBe(80);
        open.Count(alarm => alarm.Key.IsRest).ShouldBeGreaterThan(0);

        static AlarmStep Raise(int workspace, int code) => new AlarmStep.Raise(new AlarmKey(AlarmKind.CallerFault, new WorkspaceId(workspace), "sender", $"{code}"));
    }

    [Fact]
    public void Cleared_alarms_leave_the_oldest_first_when_there_are_too_many_and_after_a_month_all_of_them()
    {
        var bench = new MachineBench(new EngineSettings { Alarms = new AlarmOptions { MaxKept = 3 } });
        for (var i = 0; i < 5; i++)
        {
            var key = AlarmKey.OfInstallation(AlarmKind.CarrierDown, $"carrier-{i}");
            Take(bench, new AlarmStep.Raise(key), new AlarmStep.Clear(key));
        }

        bench.Machine.Alarms.Select(alarm => alarm.Id).ShouldBe([5L, 4L, 3L]);
        bench.Now += TimeSpan.FromDays(31);
        Fail(bench, 1);
        bench.Settle();

        bench.Machine.Alarms.Select(alarm => alarm.Id).ShouldBe([6L]);
        bench.Disk.Alarms.Select(alarm => alarm.Id).ShouldBe([6L]);
    }

    [Fact]
    public void The_alarms_of_a_workspace_leave_with_it_and_none_is_raised_behind_its_back()
    {
        var bench = new MachineBench();
        Fail(bench, 1);
        bench.Settle();

        bench.Tell(new EngineEvent.WorkspaceGone(MachineBench.Workspace)).Settle();
        Take(bench, new AlarmStep.Raise(s_fault));

        bench.Machine.Alarms.ShouldBeEmpty();
        bench.Disk.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_subscribed_is_told_by_the_commit_that_raises_and_by_the_one_that_clears_and_not_of_each_repetition()
    {
        var bench = new MachineBench();
        bench.Endpoints[2] = new WebhookEndpoint(
            2, AlarmKey.Installation, "http://alarms", "application/json", DateTimeOffset.UnixEpoch,
            Subscription: new Subscription("id", 0, true, null, [], [ReportEvent.AlarmRaised, ReportEvent.AlarmCleared], null));
        Fail(bench, 2);
        bench.Order().Commands.Commit.ShouldNotBeNull().Pushes.ShouldHaveSingleItem().Notice.ShouldNotBeNull().Body.ShouldBe("AlarmRaised 3016");
        Fail(bench, 1);
        bench.Settle();
        bench.Now += TimeSpan.FromHours(24);
        bench.Settle();

        var pushes = bench.Disk.Pushes.Where(push => push.EndpointId == 2).ToArray();
        pushes.Select(push => (push.Workspace, push.Dialect, push.Notice!.Body)).ShouldBe(
            [(AlarmKey.Installation, DialectName.Naru, "AlarmRaised 3016"), (AlarmKey.Installation, DialectName.Naru, "AlarmCleared 3016")]);
    }

    [Fact]
    public void A_message_to_staff_that_fails_is_an_alarm_of_its_own_kind_and_its_unknown_outcome_counts_for_nothing()
    {
        var bench = new MachineBench(new EngineSettings { Alarms = new AlarmOptions { UnknownNumber = 1 } });
        var message = MachineBench.Message("mobile");
        bench.Submit(message with { Envelope = message.Envelope with { Dialect = DialectName.Naru, Reports = ReportTarget.Silent } });
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits)[0], CarrierAnswer.Unclear("no answer")).Settle();
        bench.Machine.Alarms.ShouldBeEmpty();
        bench.Submit(message with { Envelope = message.Envelope with { Dialect = DialectName.Naru, Reports = ReportTarget.Silent }, Refusal = EndReason.MissingParameter });
        bench.Settle();

        bench.Machine.Alarms.ShouldHaveSingleItem().Key.Kind.ShouldBe(AlarmKind.StaffMessageFailed);
    }

    private static void Fail(MachineBench bench, int count)
    {
        bench.Submit([.. Enumerable.Range(0, count).Select(i => MachineBench.Message(to: 821000000000 + i))]);
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), CarrierAnswer.Done("3016", bench.Now));
    }

    private static void Unclear(MachineBench bench, int count)
    {
        bench.Submit([.. Enumerable.Range(0, count).Select(i => MachineBench.Message("mobile", 821000000000 + i))]);
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), CarrierAnswer.Unclear("no answer"));
    }

    private static void Take(MachineBench bench, params AlarmStep[] steps) => bench.Tell(new EngineEvent.Alarmed(steps, new Signal())).Settle();
}

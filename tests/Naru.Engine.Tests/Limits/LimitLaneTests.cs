using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Limits;

/// <summary>Messages on whose way a limit hangs.</summary>
public sealed class LimitLaneTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_message_waits_in_the_lane_of_its_limit_until_a_slot_is_reserved_durably()
    {
        var bench = new LimitBench(kakao: 10);
        var ticket = bench.Submit(1)[0];

        bench.Bench.Order().Commit();
        bench.Bench.Disk.Find(ticket.Keys[0])!.Lane.Kind.ShouldBe(LaneKind.Limit);
        bench.Bench.Disk.Find(ticket.Keys[0])!.AttemptOpen.ShouldBeFalse();
        bench.Bench.Disk.Limits.ShouldBeEmpty();

        bench.Turn();
        bench.HandedOver.ShouldHaveSingleItem();
        bench.Bench.Disk.Limits.ShouldHaveSingleItem().NextFree.ShouldBeGreaterThan(bench.Bench.Now);
    }

    [Fact]
    public void A_long_lane_is_read_no_further_than_slots_come()
    {
        var bench = new LimitBench(kakao: 100);
        bench.Submit(5_000);

        bench.Play(s_second);

        bench.HandedOver.Count.ShouldBeInRange(85, 100);
        bench.RowsRead.ShouldBeLessThan(bench.HandedOver.Count + 20);
        bench.Bench.Machine.Working.ShouldBeLessThan(20);
    }

    [Fact]
    public void A_limit_that_is_closed_costs_no_read()
    {
        var bench = new LimitBench(kakao: 1);
        bench.Submit(1_000);
        bench.Turn();
        var read = bench.RowsRead;

        bench.Play(TimeSpan.FromMilliseconds(900));

        bench.RowsRead.ShouldBe(read);
        bench.HandedOver.Count.ShouldBe(1);
    }

    [Fact]
    public void The_machine_asks_to_be_woken_for_the_next_slot()
    {
        var bench = new LimitBench(kakao: 1);
        bench.Submit(2);
        bench.Turn();

        while (bench.HandedOver.Count < 2)
        {
            bench.Bench.Now = bench.Bench.Machine.NextWake().ShouldNotBeNull();
            bench.Turn();
        }

        (bench.HandedOver[1].At - bench.HandedOver[0].At).ShouldBeInRange(s_second, s_second * 1.2);
    }

    [Fact]
    public void A_restart_begins_behind_what_was_reserved()
    {
        var bench = new LimitBench(kakao: 5);
        bench.Submit(20);
        for (var life = 0; life < 6; life++)
        {
            bench.Play(TimeSpan.FromMilliseconds(70));
            bench.Restart();
        }

        // Each life reserved one or two slots and used what came of them; six lives in less than a second are no way around the limit.
        bench.HandedOver.Count(h => h.At < bench.HandedOver[0].At + s_second).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Authentication_goes_first_and_leaves_a_fifth_to_others()
    {
        var bench = new LimitBench(kakao: 100);
        bench.Submit(1_000);
        bench.Play(s_second);
        bench.Submit(1_000, MessageClass.Authentication);
        bench.HandedOver.Clear();

        bench.Play(4 * s_second);

        var authentication = bench.HandedOver.Count(h => h.Message.Class == MessageClass.Authentication);
        ((double)authentication / bench.HandedOver.Count).ShouldBeInRange(0.75, 0.81);
    }

    [Fact]
    public void An_authentication_message_overtakes_all_that_waits()
    {
        var bench = new LimitBench(kakao: 20);
        bench.Submit(2_000);
        bench.Play(s_second);
        bench.Submit(1, MessageClass.Authentication);
        bench.HandedOver.Clear();

        bench.Play(TimeSpan.FromMilliseconds(120));

        bench.HandedOver.ShouldContain(h => h.Message.Class == MessageClass.Authentication);
    }

    [Fact]
    public void Classes_go_by_weight()
    {
        var bench = new LimitBench(kakao: 200);
        foreach (var urgency in new[] { MessageClass.High, MessageClass.Standard, MessageClass.Low })
        {
            bench.Submit(1_000, urgency);
        }

        bench.Play(4 * s_second);

        double Share(MessageClass urgency) => (double)bench.HandedOver.Count(h => h.Message.Class == urgency) / bench.HandedOver.Count;
        Share(MessageClass.High).ShouldBe(4 / 7.0, 0.04);
        Share(MessageClass.Standard).ShouldBe(2 / 7.0, 0.04);
        Share(MessageClass.Low).ShouldBe(1 / 7.0, 0.04);
    }

    [Fact]
    public void Workspaces_go_in_turn_however_much_one_of_them_has()
    {
        var bench = new LimitBench(kakao: 100);
        bench.Submit(3_000, workspace: 1);
        bench.Play(s_second);
        bench.Submit(40, workspace: 2);
        bench.HandedOver.Clear();

        bench.Play(s_second);

        bench.HandedOver.Count(h => h.Message.Workspace.Value == 2).ShouldBe(40);
    }

    [Fact]
    public void An_app_keeps_to_its_limit_and_holds_up_nobody_else()
    {
        var bench = new LimitBench(kakao: 100);
        bench.Limit(app: 7, perSecond: 10);
        bench.Submit(500, app: 7);
        bench.Submit(500, app: 8);

        bench.Play(2 * s_second);

        bench.HandedOver.Count(h => h.Message.Envelope.App == 7).ShouldBeInRange(18, 20);
        bench.HandedOver.Count(h => h.Message.Envelope.App == 8).ShouldBeInRange(155, 185);
    }

    [Fact]
    public void An_app_keeps_to_its_limit_over_all_carriers_together()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, perSecond: 10);
        for (var i = 0; i < 100; i++)
        {
            bench.Submit(1, app: 7);
            bench.Submit(1, app: 7, carrier: "mobile");
        }

        bench.Play(2 * s_second);

        bench.HandedOver.Count.ShouldBeInRange(18, 20);
        bench.HandedOver.Select(h => h.Message.Step.Carrier).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void What_was_queued_before_a_limit_was_set_obeys_it_at_its_start()
    {
        var bench = new LimitBench(settings: new EngineSettings { MaxWorking = 40, LanePage = 40, FlushRows = 10 }, maxBatch: 1);
        bench.Submit(300, app: 7);
        bench.Bench.Settle();

        bench.Limit(app: 7, perSecond: 10);
        bench.Play(2 * s_second);

        // One was out before.
        bench.HandedOver.Count.ShouldBeInRange(19, 21);
        bench.Bench.Disk.Messages.ShouldContain(m => m.Lane.Kind == LaneKind.Limit);
    }

    [Fact]
    public void An_app_that_has_become_slow_keeps_no_other_from_the_carrier()
    {
        var bench = new LimitBench(kakao: 200);
        bench.Submit(500, app: 7);
        bench.Play(TimeSpan.FromMilliseconds(100));

        bench.Limit(app: 7, perSecond: 1);
        bench.Submit(500, app: 8);
        bench.HandedOver.Clear();
        bench.Play(s_second);

        bench.HandedOver.Count(h => h.Message.Envelope.App == 8).ShouldBeGreaterThan(170);
        bench.HandedOver.Count(h => h.Message.Envelope.App == 7).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void When_a_limit_is_taken_away_everything_goes_and_its_row_leaves()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, perSecond: 1);
        bench.Submit(300, app: 7);
        bench.Play(TimeSpan.FromMilliseconds(50));
        bench.Bench.Disk.Limits.ShouldHaveSingleItem();

        bench.Limit(app: 7);
        bench.Play(TimeSpan.FromMilliseconds(50));

        bench.HandedOver.Count.ShouldBe(300);
        bench.Bench.Disk.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void The_row_of_a_limit_that_was_taken_away_while_the_gateway_was_down_leaves_too()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, perSecond: 1);
        bench.Submit(1, app: 7);
        bench.Turn();

        bench.Bench.Restart();
        bench.Bench.Tell(new EngineEvent.LimitsChanged([]));
        bench.Turn();

        bench.Bench.Disk.Limits.ShouldBeEmpty();
    }

    [Fact]
    public void A_retry_takes_a_slot_like_everything_else()
    {
        var bench = new LimitBench(kakao: 10) { Answer = CarrierAnswer.NotSent("busy") };
        bench.Submit(30);

        bench.Play(6 * s_second);

        bench.HandedOver.ShouldContain(h => h.Message.Attempt > 1);
        var window = new RollingWindow();
        window.Set(10, bench.HandedOver[0].At);
        bench.HandedOver.ForEach(h => window.Use(h.At, "kakao"));
    }

    [Fact]
    public void A_batch_that_was_held_up_beyond_its_slots_goes_with_later_ones_before_all_others()
    {
        var bench = new LimitBench(kakao: 10);
        bench.Submit(10);
        bench.Bench.Settle();
        var order = Take(bench);

        bench.Bench.Now = order.NotAfter.ShouldNotBeNull().AddMilliseconds(1);
        bench.Bench.Tell(new EngineEvent.CarrierHeldUp(order.Carrier)).Settle();
        bench.Play(TimeSpan.FromMilliseconds(200));

        bench.HandedOver[0].Message.AttemptId.ShouldBe(order.Messages[0].AttemptId);
    }

    [Fact]
    public void At_a_stop_what_waits_for_a_carrier_that_takes_everything_twice_goes_back_to_its_lane()
    {
        var bench = new LimitBench();
        bench.Limit(app: 7, perSecond: 50);
        bench.Submit(100, app: 7, carrier: "mobile");
        bench.Play(TimeSpan.FromMilliseconds(60));
        bench.Bench.Disk.Messages.ShouldContain(m => m.State == MessageState.Submitting);

        bench.Bench.Machine.Stop();
        bench.Bench.Order().Commit();

        bench.Bench.Disk.Messages.ShouldNotContain(m => m.State == MessageState.Submitting);
        bench.Bench.Machine.IsQuiet.ShouldBeTrue();
    }

    private static CarrierOrder Take(LimitBench bench)
    {
        var order = bench.Bench.Commands.Submits.ShouldHaveSingleItem();
        bench.Bench.Commands.Submits.Clear();
        return order;
    }
}

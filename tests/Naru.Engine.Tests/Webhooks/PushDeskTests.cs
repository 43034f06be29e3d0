using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

public sealed class PushDeskTests
{
    [Fact]
    public void A_final_report_is_pushed_after_it_is_durable_and_done_with_2xx()
    {
        var bench = new MachineBench();
        var key = PushBench.Ended(bench, 1)[0];
        var order = bench.Orders().ShouldHaveSingleItem();

        bench.Stored(order.Push.Id).Messages().ShouldBe([key]);
        order.Messages.ShouldNotBeNull().ShouldHaveSingleItem().State.ShouldBe(MessageState.Delivered);
        bench.Answer(order, 204);

        bench.Stored(order.Push.Id).State.ShouldBe(PushState.Done);
        bench.Disk.PullQueue.ShouldBeEmpty();
        bench.Orders().ShouldBeEmpty();
    }

    [Fact]
    public void No_more_pushes_go_out_side_by_side_than_allowed_and_they_go_in_order()
    {
        var bench = new MachineBench(new EngineSettings { PushesPerEndpoint = 2, ReportsPerPush = 1 });
        PushBench.Ended(bench, 5);

        var orders = bench.Orders();
        orders.Select(o => o.Push.Id).ShouldBe([1, 2]);
        bench.Answer(orders[0], 200);
        bench.Orders().Select(o => o.Push.Id).ShouldBe([3]);
    }

    [Fact]
    public void Pushes_that_crowd_before_a_slow_receiver_are_merged_once_it_is_durable()
    {
        var bench = new MachineBench(new EngineSettings { PushesPerEndpoint = 1, ReportsPerPush = 3 });
        var keys = PushBench.Ended(bench, 5);

        bench.Answer(bench.Orders().ShouldHaveSingleItem(), 200);
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), 200);
        var merged = bench.Orders().ShouldHaveSingleItem();

        merged.Push.Messages().ShouldBe(keys[1..4]);
        merged.Messages.ShouldNotBeNull().Select(m => m.Key).ShouldBe(keys[1..4]);
        bench.Stored(merged.Push.Id).Messages().ShouldBe(keys[1..4]);
        bench.Disk.Pushes.SelectMany(p => p.Messages()).ShouldBe(keys, ignoreOrder: true, "Every report stands in one push.");
    }

    [Fact]
    public void A_push_that_an_earlier_run_may_have_sent_keeps_its_id_and_its_list()
    {
        var bench = new MachineBench(new EngineSettings { PushesPerEndpoint = 1 });
        var keys = PushBench.Ended(bench, 3);
        var sent = bench.Orders().ShouldHaveSingleItem();

        bench.Restart(); // the answer never came
        var again = bench.Orders().ShouldHaveSingleItem();

        again.Push.Id.ShouldBe(sent.Push.Id);
        again.Push.Messages().ShouldBe([keys[0]]);
    }

    [Fact]
    public void A_push_that_fails_is_tried_twenty_times_more_and_then_its_reports_wait_to_be_pulled()
    {
        var bench = new MachineBench();
        var key = PushBench.Ended(bench, 1)[0];
        var began = bench.Now;
        var tries = new List<TimeSpan>();
        while (bench.NextOrders() is [var order])
        {
            tries.Add(bench.Now - began);
            bench.Answer(order, 503);
        }

        tries.Count.ShouldBe(1 + QuadraticPushSchedule.Retries);
        tries[1..4].ShouldBe([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(8)]);
        bench.Disk.Pushes.ShouldHaveSingleItem().State.ShouldBe(PushState.Exhausted);
        bench.Disk.PullQueue.ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Fact]
    public void Retry_After_is_honoured_when_it_is_longer()
    {
        var bench = new MachineBench();
        PushBench.Ended(bench, 1);
        bench.Answer(bench.Orders()[0], 429, TimeSpan.FromHours(2));

        var asked = bench.Now;
        bench.NextOrders().ShouldHaveSingleItem();
        bench.Now.ShouldBe(asked + TimeSpan.FromHours(2));
    }

    [Fact]
    public void An_endpoint_that_keeps_failing_is_rested_and_then_tried_with_one_push()
    {
        var bench = new MachineBench(new EngineSettings { RestAfterFailures = 1, ReportsPerPush = 1, PushesPerEndpoint = 4 });
        PushBench.Ended(bench, 6);
        bench.Orders().ForEach(o => bench.Answer(o, 500));
        bench.SaveHealth();

        bench.Orders().ShouldBeEmpty();
        bench.Endpoints[1].RestingUntil.ShouldBe(bench.Now + TimeSpan.FromMinutes(1));
        var probe = bench.NextOrders().ShouldHaveSingleItem();
        bench.Now.ShouldBe(bench.Endpoints[1].RestingUntil!.Value);
        bench.Answer(probe, 200);
        bench.SaveHealth();

        bench.Endpoints[1].Failures.ShouldBe(0);
        bench.Orders().Count.ShouldBe(4);
    }

    [Fact]
    public void What_waits_for_an_endpoint_that_is_rested_is_given_up_at_the_end_of_its_life()
    {
        var bench = new MachineBench(new EngineSettings { RestAfterFailures = 1, ReportsPerPush = 1, PushesPerEndpoint = 1 });
        PushBench.Ended(bench, 50);
        bench.Answer(bench.Orders()[0], 500);

        bench.Now += TimeSpan.FromHours(46);
        bench.Orders();

        bench.Disk.Pushes.ShouldAllBe(p => p.State == PushState.Exhausted);
        bench.Disk.PullQueue.Count.ShouldBe(50);
    }

    [Fact]
    public void A_replayed_push_goes_out_again_under_its_id_and_takes_its_reports_out_of_the_pull_queue()
    {
        var bench = new MachineBench(new EngineSettings { PushLifetime = TimeSpan.FromMinutes(1) });
        PushBench.Ended(bench, 1);
        bench.Now += TimeSpan.FromMinutes(2);
        var first = bench.Orders()[0];
        bench.Answer(first, 500);
        bench.Disk.PullQueue.Count.ShouldBe(1);

        bench.Tell(new EngineEvent.PushReplayed(bench.Stored(first.Push.Id)));
        var again = bench.Orders().ShouldHaveSingleItem();
        bench.Answer(again, 200);

        again.Push.Id.ShouldBe(first.Push.Id);
        bench.Stored(first.Push.Id).State.ShouldBe(PushState.Done);
        bench.Disk.PullQueue.ShouldBeEmpty();
    }

    [Fact]
    public void A_push_that_waits_for_its_next_try_can_be_replayed_at_once_and_goes_out_once()
    {
        var bench = new MachineBench();
        PushBench.Ended(bench, 1);
        bench.Answer(bench.Orders()[0], 500);
        var waiting = bench.Disk.Pushes.ShouldHaveSingleItem();

        bench.Tell(new EngineEvent.PushReplayed(waiting));
        bench.Tell(new EngineEvent.PushReplayed(waiting));

        bench.Answer(bench.Orders().ShouldHaveSingleItem(), 200);
        bench.Now += TimeSpan.FromHours(1);
        bench.Orders().ShouldBeEmpty();
    }

    [Fact]
    public void A_push_that_is_out_is_not_sent_a_second_time_by_a_replay()
    {
        var bench = new MachineBench();
        PushBench.Ended(bench, 1);
        var order = bench.Orders()[0];

        bench.Tell(new EngineEvent.PushReplayed(order.Push));

        bench.Orders().ShouldBeEmpty();
        bench.Answer(order, 200);
        bench.Orders().ShouldBeEmpty();
        bench.Stored(order.Push.Id).State.ShouldBe(PushState.Done);
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_read_back_and_nothing_is_pushed_twice()
    {
        var bench = new MachineBench(new EngineSettings { PushesInMemory = 4, PushesPerEndpoint = 2, ReportsPerPush = 1 });
        var keys = PushBench.Ended(bench, 30);
        var pushed = new List<MessageKey>();
        while (bench.Orders() is { Count: > 0 } orders)
        {
            foreach (var order in orders)
            {
                pushed.AddRange(order.Push.Messages());
                bench.Answer(order, 200);
            }
        }

        pushed.ShouldBe(keys, ignoreOrder: true);
        bench.Disk.OpenPushes().ShouldBeEmpty();
    }
}

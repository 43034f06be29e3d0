using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>Pushes whose items are requests of their own: what is remembered, what is tried again, what waits.</summary>
public sealed class OneByOneTests
{
    [Fact]
    public void A_carrier_that_answers_at_once_is_told_of_before_the_end_in_one_row()
    {
        var bench = AppBench.WithOne();
        var key = bench.Deliver()[0];

        var order = bench.Orders().ShouldHaveSingleItem();

        order.OneByOne.ShouldBeTrue();
        order.Push.Items.ShouldBe([new PushItem(key, ReportEvent.Submitted), new PushItem(key, ReportEvent.Final)]);
        bench.Disk.Find(key)!.SubmitTold.ShouldBeTrue();
        bench.Answer(order, (200, [0, 1]));
        bench.Stored(order.Push.Id).State.ShouldBe(PushState.Done);
    }

    [Fact]
    public void What_was_taken_is_remembered_and_the_rest_goes_again_with_the_id_and_the_list()
    {
        var bench = AppBench.WithOne();
        bench.Deliver(3);
        var order = bench.Orders().ShouldHaveSingleItem();
        order.Items.Count.ShouldBe(6);

        bench.Answer(order, (200, [0, 1, 2, 4]), (503, [3]));
        var stored = bench.Stored(order.Push.Id);
        stored.State.ShouldBe(PushState.Open);
        stored.Taken.Places().ShouldBe([0, 1, 2, 4]);
        stored.Attempts.Select(a => (a.Status, a.Requests)).ShouldBe([(200, 4), (503, 1)]);

        bench.Restart();
        var failedAt = bench.Now;
        var again = bench.NextOrders().ShouldHaveSingleItem();
        (bench.Now - failedAt).ShouldBe(TimeSpan.FromSeconds(5));
        again.Push.Id.ShouldBe(order.Push.Id);
        again.Push.Items.ShouldBe(order.Push.Items);
        again.Items.Places().ShouldBe([3, 5], "The one that failed and the one that had to wait behind it.");
        bench.Answer(again, (200, [3, 5]));
        bench.Stored(order.Push.Id).State.ShouldBe(PushState.Done);
        bench.Stored(order.Push.Id).FateOf(5).ShouldBe(PushItemFate.Taken);
    }

    [Fact]
    public void An_item_that_is_refused_with_4xx_is_given_up_at_once_and_can_be_replayed()
    {
        var bench = AppBench.WithOne();
        bench.Deliver();
        var order = bench.Orders().ShouldHaveSingleItem();

        bench.Answer(order, (200, [0]), (410, [1]));
        var stored = bench.Stored(order.Push.Id);
        stored.State.ShouldBe(PushState.Exhausted);
        (stored.FateOf(0), stored.FateOf(1)).ShouldBe((PushItemFate.Taken, PushItemFate.GivenUp));
        bench.Disk.PullQueue.ShouldBeEmpty();
        bench.NextOrders().ShouldBeEmpty();

        bench.Tell(new EngineEvent.PushReplayed(stored));
        var again = bench.Orders().ShouldHaveSingleItem();
        again.Push.Id.ShouldBe(order.Push.Id);
        again.Items.Places().ShouldBe([0, 1]);
        bench.Answer(again, (200, [0, 1]));
        bench.Stored(order.Push.Id).State.ShouldBe(PushState.Done);
    }

    [Fact]
    public void A_replay_of_a_push_that_is_still_open_leaves_out_what_was_taken()
    {
        var bench = AppBench.WithOne();
        bench.Deliver(2);
        var order = bench.Orders().ShouldHaveSingleItem();
        bench.Answer(order, (200, [0, 1, 2]), (500, [3]));

        bench.Tell(new EngineEvent.PushReplayed(bench.Stored(order.Push.Id)));

        bench.Orders().ShouldHaveSingleItem().Items.Places().ShouldBe([3]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(0)]
    public void What_may_pass_is_tried_fifteen_times_more_and_then_given_up_without_a_pull_queue(int status)
    {
        var bench = AppBench.WithOne(new EngineSettings { RestAfterFailures = 100 });
        bench.Deliver();
        var tries = new List<DateTimeOffset>();
        while (bench.NextOrders() is [var order])
        {
            tries.Add(bench.Now);
            bench.Answer(order, (status, [0]));
        }

        tries.Count.ShouldBe(1 + DoublingPushSchedule.Retries);
        tries.Zip(tries.Skip(1), (a, b) => (b - a).TotalSeconds).ShouldBe(Enumerable.Range(0, 15).Select(n => 5 * Math.Pow(2, n)));
        bench.Disk.Pushes.ShouldHaveSingleItem().State.ShouldBe(PushState.Exhausted);
        bench.Disk.PullQueue.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_later_push_tells_of_a_message_waits_for_the_earlier_one_and_the_rest_of_it_does_not()
    {
        var bench = AppBench.WithOne();
        var keys = bench.Send(2, CarrierAnswer.Taken("reference"));
        var first = bench.Orders().ShouldHaveSingleItem();
        bench.Answer(first, (200, [0]), (500, [1]));

        bench.Report(keys[0], "0000");
        bench.Report(keys[1], "0000");
        var second = bench.Orders().ShouldHaveSingleItem();

        second.Push.Items.Select(i => i.Message).ShouldBe(keys);
        second.Items.Places().ShouldBe([0], "The other is still to be told that it was submitted.");
        bench.Answer(second, (200, [0]));
        bench.Orders().ShouldBeEmpty();

        var retry = bench.NextOrders().ShouldHaveSingleItem();
        retry.Push.Id.ShouldBe(first.Push.Id);
        bench.Answer(retry, (200, [1]));
        var last = bench.Orders().ShouldHaveSingleItem();
        (last.Push.Id, last.Items.Places()[0]).ShouldBe((second.Push.Id, 1));
        bench.Answer(last, (200, [1]));
        bench.Disk.OpenPushes().ShouldBeEmpty();
    }

    [Fact]
    public void A_later_push_waits_while_the_earlier_one_is_out_and_goes_when_that_is_given_up()
    {
        var bench = AppBench.WithOne();
        var key = bench.Send(1, CarrierAnswer.Taken("reference"))[0];
        var first = bench.Orders().ShouldHaveSingleItem();
        bench.Report(key, "0000");
        bench.Orders().ShouldBeEmpty();

        bench.Answer(first, (400, [0]));

        bench.Orders().ShouldHaveSingleItem().Push.Items.ShouldHaveSingleItem().Event.ShouldBe(ReportEvent.Final);
    }

    [Fact]
    public void Beyond_its_bound_what_waits_for_an_earlier_push_goes_all_the_same()
    {
        var bench = AppBench.WithOne(new EngineSettings { PushesInMemory = 8, RestAfterFailures = 100 });
        var keys = bench.Send(10, CarrierAnswer.Taken("reference"));
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), (500, Enumerable.Range(0, 10).ToArray()));

        var gone = new List<MessageKey>();
        foreach (var key in keys)
        {
            bench.Report(key, "0000");
            gone.AddRange(bench.Orders().SelectMany(o => o.Push.Messages()));
        }

        gone.ShouldNotBeEmpty("A quarter of what memory holds may wait, and no more.");
        gone.Count.ShouldBeLessThan(keys.Count);
    }

    [Fact]
    public void Pushes_that_wait_for_their_next_try_do_not_keep_others_from_being_told()
    {
        var bench = AppBench.WithOne(new EngineSettings { PushesInMemory = 8 });
        for (var i = 0; i < 30; i++)
        {
            bench.Deliver(2);
            var orders = bench.Orders();
            orders.ShouldNotBeEmpty($"Push {i} was not tried.");
            orders.ForEach(o => bench.Answer(o, (200, [0, 1]), (500, [2])));
        }

        while (bench.NextOrders() is { Count: > 0 } later)
        {
            later.ForEach(o => bench.Answer(o, (200, o.Items.Places())));
        }

        bench.Disk.Pushes.ShouldAllBe(p => p.State == PushState.Done);
    }

    [Fact]
    public void A_round_that_was_broken_off_goes_on_with_what_was_left()
    {
        var bench = AppBench.WithOne();
        bench.Deliver(2);
        var order = bench.Orders().ShouldHaveSingleItem();

        bench.Answer(order);
        bench.Orders().ShouldHaveSingleItem().Items.ShouldBe(order.Items);
    }

    [Fact]
    public void An_endpoint_that_keeps_failing_is_tried_with_one_request()
    {
        var bench = AppBench.WithOne(new EngineSettings { RestAfterFailures = 1 });
        bench.Deliver();
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), (0, [0]));
        bench.SaveHealth();

        bench.NextOrders().ShouldHaveSingleItem().Width.ShouldBe(1);
        bench.Endpoints[1].RestingUntil.ShouldNotBeNull();
    }

    [Fact]
    public void Refusals_for_good_do_not_rest_an_endpoint_and_are_seen_on_it()
    {
        var bench = AppBench.WithOne(new EngineSettings { RestAfterFailures = 1 });
        bench.Deliver();
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), (404, [0, 1]));
        bench.SaveHealth();

        bench.Endpoints[1].LastFailure.ShouldBe("HTTP 404");
        bench.Endpoints[1].RestingUntil.ShouldBeNull();
    }

    [Fact]
    public void Small_pushes_go_out_beyond_the_number_of_pushes_until_the_lines_are_busy()
    {
        var bench = AppBench.WithOne(new EngineSettings { PushesPerEndpoint = 2, RequestsPerEndpoint = 4 });
        for (var i = 0; i < 20; i++)
        {
            bench.Deliver();
        }

        bench.Orders().Sum(o => o.Items.Count).ShouldBe(8, "Twice what the lines take at once.");
    }
}

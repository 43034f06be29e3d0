using Naru.Core.Timing;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>An app's limit for its callbacks: evenly spaced, over all of its endpoints, never exceeded.</summary>
public sealed class WebhookPaceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(200)]
    public void In_no_second_do_more_leave_than_allowed_and_none_is_lost(int limit)
    {
        var bench = AppBench.With(null, 1, 2);
        bench.WebhooksPerSecond = limit;
        bench.Deliver(40);
        var slots = new List<DateTimeOffset>();
        while (bench.NextOrders() is { Count: > 0 } orders)
        {
            foreach (var order in orders)
            {
                order.Items.Count.ShouldBe(order.Slots.ShouldNotBeNull().Count);
                slots.AddRange(Enumerable.Range(0, order.Items.Count).Select(order.Slots.At));
                bench.Answer(order, (200, order.Items.Places()));
            }
        }

        slots.Count.ShouldBe(160);
        bench.Disk.OpenPushes().ShouldBeEmpty();
        slots.Sort();
        for (var i = limit; i < slots.Count; i++)
        {
            // The latest that one may leave against the earliest that the other may.
            (slots[i] - slots[i - limit] - EvenPace.Lateness).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1), $"More than {limit} within a second.");
        }
    }

    [Fact]
    public void After_a_start_the_first_leaves_a_second_later()
    {
        var bench = AppBench.WithOne();
        bench.WebhooksPerSecond = 10;
        bench.Deliver(5);
        bench.Restart();
        var began = bench.Now;

        bench.NextOrders().ShouldHaveSingleItem().Slots.ShouldNotBeNull().First.ShouldBe(began + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void What_missed_its_slot_gets_a_later_one()
    {
        var bench = AppBench.WithOne();
        bench.WebhooksPerSecond = 10;
        bench.Deliver(2);
        var order = bench.NextOrders().ShouldHaveSingleItem();

        bench.Now += TimeSpan.FromSeconds(3);
        bench.Answer(order);

        var again = bench.NextOrders().ShouldHaveSingleItem();
        again.Push.Id.ShouldBe(order.Push.Id);
        again.Items.ShouldBe(order.Items);
        again.Slots.ShouldNotBeNull().First.ShouldBeGreaterThanOrEqualTo(bench.Now);
    }

    [Fact]
    public void A_limit_that_is_lifted_holds_nobody_up()
    {
        var bench = AppBench.WithOne();
        bench.WebhooksPerSecond = 1;
        bench.Deliver(10);
        bench.Answer(bench.NextOrders().ShouldHaveSingleItem(), (200, [0]));

        bench.WebhooksPerSecond = null;

        bench.NextOrders().ShouldHaveSingleItem().Slots.ShouldBeNull();
    }
}

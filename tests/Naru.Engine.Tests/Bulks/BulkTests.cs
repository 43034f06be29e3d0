using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Bulks;

public sealed class BulkTests
{
    private static readonly EvenPace s_thirtyAnHour = new(30, TimeSpan.FromHours(1));

    [Fact]
    public void Ten_thousand_at_thirty_an_hour_lose_nobody()
    {
        var bench = new BulkBench();
        var started = bench.Bench.Now;
        var ticket = bench.Submit(BulkBench.Many(10_000), pace: s_thirtyAnHour);

        bench.RunFor(TimeSpan.FromDays(14));

        ticket.Keys.ShouldAllBe(key => bench.Row(key).State == MessageState.Delivered);
        bench.Order.ShouldBe(ticket.Keys);
        (bench.Left[ticket.Keys[^1]] - started).TotalHours.ShouldBe(333.3, 0.2);
    }

    [Fact]
    public void A_window_that_opens_on_Mondays_accepts_on_Tuesday()
    {
        var tuesday = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
        var bench = new BulkBench(start: tuesday);
        var mondays = new DeliveryWindow(WeekDays.Monday, new TimeOnly(8, 0), new TimeOnly(9, 0));

        var bulk = bench.Submit(BulkBench.Many(3, mondays));
        var single = bench.Submit([BulkBench.Message(mondays)]);
        bench.RunFor(TimeSpan.FromDays(7));

        foreach (var key in bulk.Keys.Concat(single.Keys))
        {
            bench.Left[key].ShouldBe(new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
        }
    }

    [Fact]
    public void A_paused_bulk_begins_nothing_and_goes_on_where_it_stood()
    {
        var bench = new BulkBench();
        var ticket = bench.Submit(BulkBench.Many(10), pace: s_thirtyAnHour);
        bench.RunFor(TimeSpan.FromMinutes(5));
        bench.Order.Count.ShouldBe(3);

        bench.Change(ticket.Bulk, new BulkChange.Pause()).Done.Value!.State.ShouldBe(BulkState.Paused);
        bench.RunFor(TimeSpan.FromDays(4));
        bench.Order.Count.ShouldBe(3);

        bench.Change(ticket.Bulk, new BulkChange.Resume());
        var resumed = bench.Bench.Now;
        bench.RunFor(TimeSpan.FromHours(1));

        bench.Order.ShouldBe(ticket.Keys);
        bench.Left[ticket.Keys[3]].ShouldBeInRange(resumed, resumed + EvenPace.Lateness);
        bench.Left[ticket.Keys[4]].ShouldBeGreaterThan(resumed + TimeSpan.FromMinutes(2));
        ticket.Keys.ShouldAllBe(key => bench.Row(key).State == MessageState.Delivered, "the time for which it was paused counts against nobody's validity");
    }

    [Fact]
    public void A_change_of_a_hundred_thousand_writes_one_row()
    {
        var bench = new BulkBench();
        var ticket = bench.Submit(BulkBench.Many(100_000), sendAt: bench.Bench.Now.AddDays(1));

        foreach (var change in new BulkChange[]
        {
            new BulkChange.Pause(), new BulkChange.Reschedule(bench.Bench.Now.AddDays(2)), new BulkChange.Resume(), new BulkChange.Pause(), new BulkChange.Cancel(),
        })
        {
            var told = new BulkTicket(ticket.Bulk, change);
            bench.Bench.Tell(new EngineEvent.BulkChanged(told)).Order();
            var batch = bench.Bench.Commands.Commit.ShouldNotBeNull();
            batch.Bulks.Count.ShouldBe(1);
            batch.Transitions.ShouldBeEmpty();
            bench.Bench.Commands.Signals.ShouldNotContain(told.Done, "it is answered when it is durable");
            bench.Bench.Commit();
            bench.Bench.Commands.Signals.ShouldContain(told.Done);
            told.Done.Value.ShouldNotBeNull();
            bench.Bench.Commands.Signals.Clear();
        }
    }

    [Fact]
    public void What_is_cancelled_before_it_begins_is_reported_as_cancelled()
    {
        var bench = new BulkBench();
        var ticket = bench.Submit(BulkBench.Many(300), sendAt: bench.Bench.Now.AddDays(1), pace: new EvenPace(100, TimeSpan.FromMinutes(1)));
        bench.RunFor(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        var begun = bench.Order.Count;
        begun.ShouldBeInRange(99, 101);

        bench.Change(ticket.Bulk, new BulkChange.Cancel());
        bench.RunFor(TimeSpan.FromMinutes(1));

        bench.Order.Count.ShouldBe(begun);
        ticket.Keys.Count(key => bench.Row(key) is { State: MessageState.Cancelled, EndReason: EndReason.Cancelled }).ShouldBe(300 - begun);
        bench.Bench.Disk.PullQueue.Count.ShouldBe(300);
        bench.Change(ticket.Bulk, new BulkChange.Resume()).Done.Value.ShouldBeNull("what was cancelled stays so");
    }

    [Fact]
    public void A_node_that_comes_back_after_the_validity_sends_nothing_late()
    {
        var bench = new BulkBench();
        var validity = TimeSpan.FromHours(1);
        var sendAt = bench.Bench.Now.AddHours(1);
        var bulk = bench.Submit(BulkBench.Many(5, validity: validity), sendAt);
        var single = bench.Submit([BulkBench.Message(validity: validity)], sendAt);

        bench.Bench.Now = sendAt.AddHours(2);
        bench.Bench.Restart();
        bench.RunFor(TimeSpan.FromMinutes(1));

        bench.Left.ShouldBeEmpty();
        bulk.Keys.Concat(single.Keys).ShouldAllBe(key => bench.Row(key).State == MessageState.Expired);
    }

    [Fact]
    public void Of_a_paced_bulk_those_end_whose_validity_passed_while_nobody_was_there_and_the_others_go_on_evenly()
    {
        var bench = new BulkBench();
        var began = bench.Bench.Now;
        var ticket = bench.Submit(BulkBench.Many(100, validity: TimeSpan.FromHours(1)), pace: s_thirtyAnHour);
        bench.RunFor(TimeSpan.FromMinutes(1));

        bench.Bench.Now = began.AddHours(3);
        bench.Bench.Restart();
        bench.RunFor(TimeSpan.FromHours(5));

        // Two hours' worth were over by then, but for the first.
        var expired = ticket.Keys.Count(key => bench.Row(key).State == MessageState.Expired);
        expired.ShouldBeInRange(58, 60);
        ticket.Keys.Skip(expired + 1).ShouldAllBe(key => bench.Row(key).State == MessageState.Delivered);
        bench.Left.Values.Where(at => at > began.AddHours(2)).Order().Zip(bench.Left.Values.Where(at => at > began.AddHours(2)).Order().Skip(1))
            .ShouldAllBe(pair => pair.Second - pair.First >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void A_message_that_came_alone_is_held_released_and_rescheduled_by_its_own_instant()
    {
        var bench = new BulkBench();
        var sendAt = bench.Bench.Now.AddHours(2);
        var key = bench.Submit([BulkBench.Message(validity: TimeSpan.FromHours(1))], sendAt).Keys[0];
        bench.Row(key).LookAt.ShouldBe(sendAt);
        bench.Row(key).ExpiresAt.ShouldBe(sendAt.AddHours(1));

        Happens(bench, key, JourneyEvent.Held.Instance).IsHeld.ShouldBeTrue();
        bench.RunFor(TimeSpan.FromHours(5));
        bench.Left.ShouldBeEmpty();

        var moved = Happens(bench, key, new JourneyEvent.Rescheduled(bench.Bench.Now.AddHours(3)));
        moved.IsHeld.ShouldBeTrue("moving it does not let it go");
        Happens(bench, key, JourneyEvent.Released.Instance).ExpiresAt.ShouldBe(bench.Bench.Now.AddHours(4));
        bench.RunFor(TimeSpan.FromHours(4));
        bench.Left[key].ShouldBe(moved.PlannedAt);
    }

    [Fact]
    public void An_advertisement_waits_for_the_morning_or_is_refused_as_the_operator_chose()
    {
        // 21:00 in Seoul.
        var evening = new DateTimeOffset(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
        var waits = new BulkBench(start: evening);
        var key = waits.Submit([BulkBench.Message(advertisement: true)]).Keys[0];
        waits.RunFor(TimeSpan.FromDays(1));
        waits.Left[key].ShouldBe(new DateTimeOffset(2026, 3, 3, 23, 0, 0, TimeSpan.Zero));

        var refuses = new BulkBench(new EngineSettings { Journey = JourneyPolicy.Default with { RefuseAdvertisementsAtNight = true } }, evening);
        var refused = refuses.Submit([BulkBench.Message(advertisement: true)]).Keys[0];
        refuses.Row(refused).EndReason.ShouldBe(EndReason.AdvertisingHours);
        refuses.Left.ShouldBeEmpty();
    }

    [Fact]
    public void A_paced_bulk_whose_window_has_closed_takes_nobodys_place_in_memory()
    {
        // A minute is left of the window; at ten a second some messages are always read ahead.
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var bench = new BulkBench(start: start);
        var window = new DeliveryWindow(WeekDays.All, new TimeOnly(8, 0), new TimeOnly(9, 1));
        var ticket = bench.Submit(BulkBench.Many(1_000, window), pace: new EvenPace(600, TimeSpan.FromMinutes(1)));

        bench.RunFor(TimeSpan.FromMinutes(2));
        bench.Left.Count.ShouldBeInRange(590, 601);
        bench.Bench.Machine.Working.ShouldBe(0);

        bench.RunFor(TimeSpan.FromDays(1));
        bench.Order.ShouldBe(ticket.Keys);
    }

    [Fact]
    public void A_page_that_comes_after_its_paced_bulk_was_paused_takes_nobodys_place_in_memory()
    {
        var bench = new BulkBench();
        var ticket = bench.Submit(BulkBench.Many(100), sendAt: bench.Bench.Now.AddHours(1), pace: new EvenPace(600, TimeSpan.FromMinutes(1)));
        bench.RunFor(TimeSpan.FromMinutes(59));
        bench.Bench.Now = bench.Bench.Machine.NextWake().ShouldNotBeNull();
        bench.Bench.Order();
        var page = bench.Bench.Read(MachineBench.Take(bench.Bench.Commands.LaneReads).ShouldHaveSingleItem());

        bench.Change(ticket.Bulk, new BulkChange.Pause());
        bench.Bench.Tell(page);
        bench.Settle();

        bench.Bench.Machine.Working.ShouldBe(0);
    }

    [Fact]
    public void Messages_of_one_line_that_fill_the_memory_do_not_wait_for_those_of_another_that_find_no_room()
    {
        var bench = new BulkBench(new EngineSettings { MaxWorking = 8, LanePage = 8 });
        var always = new DeliveryWindow(WeekDays.All);
        var messages = Enumerable.Range(0, 40).Select(i => BulkBench.Message(i % 2 == 0 ? null : always, to: 821000000000 + i)).ToArray();
        var ticket = bench.Submit(messages, pace: new EvenPace(3_000, TimeSpan.FromMinutes(1)));

        bench.RunFor(TimeSpan.FromSeconds(10));

        bench.Order.ShouldBe(ticket.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_retry_waits_for_the_window_too()
    {
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var bench = new MachineBench { Now = start };
        var closesSoon = new DeliveryWindow(WeekDays.All, new TimeOnly(8, 0), new TimeOnly(9, 1));
        var key = bench.Submit(BulkBench.Message(closesSoon)).Keys;
        bench.Settle();
        var order = bench.Commands.Submits.ShouldHaveSingleItem();
        order.NotAfter.ShouldNotBeNull().ShouldBeLessThan(start.AddMinutes(1), "it may not leave after its window has closed");

        bench.Now = start.AddSeconds(59.9);
        bench.Answer(order, CarrierAnswer.NotSent("the line is busy")).Settle();

        bench.Disk.Find(key[0])!.LookAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero));
    }

    private static Message Happens(BulkBench bench, MessageKey key, JourneyEvent happening)
    {
        var ticket = new AmendTicket(key, null, happening);
        bench.Bench.Tell(new EngineEvent.Amended(ticket));
        bench.Settle();
        return ticket.Done.Value.ShouldNotBeNull();
    }
}

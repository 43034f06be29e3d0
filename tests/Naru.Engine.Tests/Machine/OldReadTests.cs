using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Engine.Dispatch;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

/// <summary>A read shows what was true when it was made; meanwhile things go on.</summary>
public sealed class OldReadTests
{
    [Fact]
    public void A_message_that_was_delivered_while_its_lane_was_read_does_not_end_a_second_time()
    {
        var bench = new MachineBench();
        var key = Taken(bench);
        bench.Now = bench.Disk.Find(key)!.ExpiresAt;
        bench.Order();
        var old = bench.Read(MachineBench.Take(bench.Commands.LaneReads).ShouldHaveSingleItem());

        bench.Report(key, "0000");
        bench.Settle();
        bench.Tell(old).Order();

        bench.Commands.Commit.ShouldBeNull("The old page led to a report of something that never happened.");
        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Delivered);
    }

    [Fact]
    public void A_report_is_not_applied_to_a_message_as_it_was_before_it_moved_on()
    {
        var bench = new MachineBench();
        var key = Taken(bench);
        bench.Report(key, "0000");
        bench.Order();
        var keys = MachineBench.Take(bench.Commands.Loads);
        var old = new EngineEvent.Loaded(keys, bench.Disk.Load(keys));

        bench.Now = bench.Disk.Find(key)!.ExpiresAt;
        bench.Settle();
        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Expired);
        bench.Tell(old).Order();
        bench.Commands.Commit.ShouldBeNull();
        bench.Settle();

        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Expired);
        bench.Disk.Find(key)!.Timeline[^1].Kind.ShouldBe(TimelineKind.LateResult);
    }

    [Fact]
    public void A_message_that_its_lane_passed_by_while_it_was_out_is_looked_at_again()
    {
        var bench = new MachineBench();
        var ticket = bench.Submit(MachineBench.Message());
        bench.Settle();
        var key = ticket.Keys[0];
        var order = MachineBench.Take(bench.Commands.Submits)[0];
        bench.Report(key, ResultCodes.All.First(c => c.Class == ResultClass.Retry).Code); // it is to be tried once more in two seconds
        bench.Settle();

        bench.Now += TimeSpan.FromSeconds(3);
        bench.Settle(); // its lane is read while the hand-over is still out
        bench.Commands.Submits.ShouldBeEmpty();
        bench.Answer(order, CarrierAnswer.Taken(null)).Settle();

        bench.Commands.Submits.ShouldHaveSingleItem().Messages[0].Attempt.ShouldBe(2);
    }

    [Fact]
    public void What_left_is_remembered_as_long_as_a_read_that_began_before_is_out()
    {
        var departures = new Departures();
        departures.Left(1);
        var first = departures.Begin();
        departures.Left(2);
        var second = departures.Begin();

        departures.LeftSince(first, 1).ShouldBeFalse();
        departures.LeftSince(first, 2).ShouldBeTrue();
        departures.LeftSince(second, 2).ShouldBeFalse();

        departures.End(first);
        departures.Left(2);
        departures.LeftSince(second, 2).ShouldBeTrue();

        departures.End(second);
        departures.LeftSince(0, 2).ShouldBeFalse("Nothing is out: nothing is remembered.");
    }

    private static MessageKey Taken(MachineBench bench)
    {
        var ticket = bench.Submit(MachineBench.Message());
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits)[0], CarrierAnswer.Taken("reference")).Settle();
        return ticket.Keys[0];
    }
}

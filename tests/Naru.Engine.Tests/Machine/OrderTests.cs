using Naru.Core.Messages;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

/// <summary>First submissions to one recipient from one sender go out in the order in which the messages were accepted.</summary>
public sealed class OrderTests
{
    [Fact]
    public void A_message_does_not_overtake_one_that_found_no_room_in_the_same_flush()
    {
        var bench = new MachineBench(new EngineSettings { MaxWorking = 2, LanePage = 4 });
        var bulk = bench.Submit(MachineBench.Message(), MachineBench.Message(), MachineBench.Message());
        var single = bench.Submit(MachineBench.Message());

        HandedOver(bench).ShouldBe([.. bulk.Keys, .. single.Keys]);
    }

    [Fact]
    public void A_message_does_not_overtake_one_that_was_read_back_and_begins_in_the_same_flush()
    {
        var bench = new MachineBench(new EngineSettings { MaxWorking = 2, LanePage = 4 });
        bench.Submit(MachineBench.Message(), MachineBench.Message());
        bench.Order().Commit();
        var before = bench.Submit(MachineBench.Message()); // no room: it waits in the store
        bench.Order().Commit();
        bench.Answer(MachineBench.Take(bench.Commands.Submits)[0], CarrierAnswer.Done("0000", bench.Now)).Order().Commit();
        bench.Tell(bench.Read(MachineBench.Take(bench.Commands.LaneReads).ShouldHaveSingleItem()));
        var after = bench.Submit(MachineBench.Message());

        HandedOver(bench).ShouldBe([.. before.Keys, .. after.Keys]);
    }

    [Fact]
    public void A_message_does_not_overtake_one_whose_attempt_the_last_run_left_open()
    {
        var bench = new MachineBench();
        var before = bench.Submit(MachineBench.Message());
        bench.Order().Commit();
        bench.Restart();
        var after = bench.Submit(MachineBench.Message());

        HandedOver(bench).ShouldBe([.. before.Keys, .. after.Keys]);
    }

    private static List<MessageKey> HandedOver(MachineBench bench)
    {
        var keys = new List<MessageKey>();
        bench.Settle();
        while (MachineBench.Take(bench.Commands.Submits) is { Count: > 0 } orders)
        {
            foreach (var order in orders)
            {
                keys.AddRange(order.Messages.Select(m => m.Key));
                bench.Answer(order, CarrierAnswer.Taken(null));
            }

            bench.Settle();
        }

        return keys;
    }
}

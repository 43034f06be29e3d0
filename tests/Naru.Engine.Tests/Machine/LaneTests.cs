using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

public sealed class LaneTests
{
    [Fact]
    public void Reads_that_are_out_count_against_the_bound_on_memory()
    {
        var bench = new MachineBench(new EngineSettings { MaxWorking = 10, LanePage = 8, ChunkRows = 4 });
        foreach (var urgency in Enum.GetValues<MessageClass>())
        {
            Queued(bench, 10, urgency);
        }

        bench.Order();
        var first = MachineBench.Take(bench.Commands.LaneReads);
        bench.Order();

        first.Concat(bench.Commands.LaneReads).Sum(r => r.Limit).ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void While_there_is_no_room_nothing_asks_to_be_woken_for_what_cannot_be_read()
    {
        var bench = new MachineBench(new EngineSettings { MaxWorking = 8, LanePage = 8 });
        Queued(bench, 20, MessageClass.Standard);

        bench.Settle();

        bench.Machine.Working.ShouldBe(8);
        var wake = bench.Machine.NextWake();
        (wake is null || wake > bench.Now).ShouldBeTrue($"It wants to be woken at {wake:O} and would do nothing.");
    }

    [Fact]
    public void Attempts_left_open_are_recovered_however_small_the_memory()
    {
        var bench = new MachineBench(new EngineSettings { MaxWorking = 8, LanePage = 1000 });
        bench.Submit(MachineBench.Message());
        bench.Settle();

        bench.Restart();
        bench.Settle();

        bench.Commands.Submits.Count.ShouldBe(1);
    }

    /// <summary>Rows that wait in the store, as a last run leaves them.</summary>
    private static void Queued(MachineBench bench, int count, MessageClass urgency)
    {
        for (var i = 0; i < count; i++)
        {
            bench.Submit(MachineBench.Message(carrier: "mobile", to: 821000000000 + i, urgency: urgency));
        }

        bench.Order().Commit();
        while (bench.Commands.Commit is not null)
        {
            bench.Commit();
        }

        bench.Restart();
    }
}

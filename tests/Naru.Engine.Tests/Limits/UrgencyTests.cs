using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Limits;

/// <summary>Authentication goes first also where no limit is set.</summary>
public sealed class UrgencyTests
{
    [Fact]
    public void At_a_desk_it_overtakes_what_waits_and_takes_at_most_four_fifths_of_a_batch()
    {
        var bench = new LimitBench(maxBatch: 50);
        bench.Submit(200);
        bench.Submit(200, MessageClass.Authentication);
        bench.Bench.Order().Commit();

        var batch = bench.Bench.Commands.Submits.ShouldHaveSingleItem();

        batch.Messages.Count(m => m.Class == MessageClass.Authentication).ShouldBe(40);
        batch.Messages[0].Class.ShouldBe(MessageClass.Authentication);
    }

    [Fact]
    public void Memory_full_of_other_messages_has_room_for_it()
    {
        var bench = new LimitBench(settings: new EngineSettings { MaxWorking = 200, LanePage = 100, FlushRows = 10 }, maxBatch: 10);
        bench.Submit(500);
        bench.Bench.Settle();
        bench.Bench.Machine.Working.ShouldBe(190);
        bench.Bench.Disk.Messages.ShouldContain(m => m.State == MessageState.Queued);
        var batch = MachineBench.Take(bench.Bench.Commands.Submits).ShouldHaveSingleItem();
        var urgent = bench.Submit(5, MessageClass.Authentication);

        bench.Bench.Settle();
        bench.Bench.Answer(batch, CarrierAnswer.Taken(null)).Settle();

        bench.Bench.Commands.Submits.ShouldHaveSingleItem().Messages.Take(4).Select(m => m.Key).ShouldBe(urgent.Take(4).Select(t => t.Keys[0]));
    }

    [Fact]
    public void While_requests_press_it_is_no_part_of_the_share_that_may_go_out()
    {
        var bench = new LimitBench(maxBatch: 5_000);
        bench.Submit(2_000);
        bench.Submit(700, MessageClass.Authentication);
        bench.Bench.Order();
        bench.Submit(2_000);
        bench.Bench.Commit(); // requests came meanwhile: they press

        var sent = bench.Bench.Commands.Submits.ShouldHaveSingleItem().Messages;

        sent.Count(m => m.Class == MessageClass.Authentication).ShouldBe(700);
        sent.Count(m => m.Class != MessageClass.Authentication).ShouldBeLessThanOrEqualTo(256);
    }

    [Fact]
    public void The_other_classes_go_by_weight()
    {
        var bench = new LimitBench(maxBatch: 70);
        bench.Submit(200, MessageClass.Low);
        bench.Submit(200, MessageClass.Standard);
        bench.Submit(200, MessageClass.High);
        bench.Bench.Order().Commit();

        var batch = bench.Bench.Commands.Submits.ShouldHaveSingleItem().Messages;

        batch.CountBy(m => m.Class).ToDictionary().ShouldBe(
            new Dictionary<MessageClass, int> { [MessageClass.High] = 40, [MessageClass.Standard] = 20, [MessageClass.Low] = 10 }, ignoreOrder: true);
    }
}

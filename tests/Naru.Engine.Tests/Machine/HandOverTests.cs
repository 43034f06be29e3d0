using Naru.Core.Messages;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

public sealed class HandOverTests
{
    [Fact]
    public void A_message_that_is_due_now_is_stored_with_its_attempt_open_and_handed_over_after_the_commit()
    {
        var bench = new MachineBench();
        var ticket = bench.Submit(MachineBench.Message());

        bench.Order();
        bench.Commands.Submits.ShouldBeEmpty();

        bench.Commit();
        bench.Disk.Find(ticket.Keys[0])!.AttemptOpen.ShouldBeTrue();
        bench.Commands.Answered.ShouldBe([ticket]);
        bench.Commands.Submits.ShouldHaveSingleItem().Messages.ShouldHaveSingleItem().Key.ShouldBe(ticket.Keys[0]);
    }

    [Fact]
    public void A_message_whose_validity_ended_before_it_could_be_stored_ends_with_a_report()
    {
        var bench = new MachineBench();
        var ticket = bench.Submit(MachineBench.Message(validity: TimeSpan.FromSeconds(1)));
        bench.Now += TimeSpan.FromSeconds(2);

        bench.Settle();

        bench.Disk.Find(ticket.Keys[0])!.State.ShouldBe(MessageState.Expired);
        bench.Disk.PullQueue.ShouldHaveSingleItem().Key.ShouldBe(ticket.Keys[0]);
        bench.Commands.Submits.ShouldBeEmpty();
    }

    [Fact]
    public void What_ended_while_it_waited_for_the_carrier_is_not_handed_over()
    {
        var bench = new MachineBench(carriers: new() { ["kakao"] = new CarrierTraits(true, 1) });
        var tickets = new[] { bench.Submit(MachineBench.Message()), bench.Submit(MachineBench.Message()) };
        bench.Settle();
        bench.Restart(); // both attempts are open: nobody knows how far they got
        bench.Settle();
        var first = MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem();

        bench.Report(tickets[1].Keys[0], "0000"); // the last run had got that far
        bench.Settle();
        bench.Answer(first, CarrierAnswer.Taken(null)).Settle();

        bench.Commands.Submits.ShouldBeEmpty();
        bench.Disk.Find(tickets[1].Keys[0])!.State.ShouldBe(MessageState.Delivered);
        bench.Machine.Working.ShouldBe(0);
    }
}

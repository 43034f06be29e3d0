using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Bulks;

/// <summary>A bulk that is running, with a carrier that is slow: much of it has begun and not left when its owner changes it.</summary>
public sealed class RecallTests
{
    private const int OfOneBatch = 100;

    public static TheoryData<string> Changes => ["pause", "cancel", "reschedule"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_of_a_running_bulk_writes_one_row_and_nothing_leaves_after_it(string name)
    {
        var (bench, ticket) = Running(3_000);
        var out_ = MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem();
        Begun(bench, ticket).ShouldBeGreaterThan(5 * OfOneBatch, "else there is little to recall");

        var told = new BulkTicket(ticket.Bulk, Named(name, bench));
        bench.Tell(new EngineEvent.BulkChanged(told)).Order();

        var batch = bench.Commands.Commit.ShouldNotBeNull();
        batch.Bulks.Count.ShouldBe(1);
        batch.Transitions.ShouldBeEmpty();
        bench.Commands.Signals.ShouldNotContain(told.Done, "it is answered when it is durable");
        bench.Commit();
        bench.Commands.Signals.ShouldContain(told.Done);
        bench.Answer(out_, CarrierAnswer.Done("0000", bench.Now)).Settle();
        bench.Commands.Submits.ShouldBeEmpty();
        Begun(bench, ticket).ShouldBe(0, "what was recalled waits again");
        bench.Disk.TimingOf(ticket.Bulk).Recalled.ShouldBeEmpty();
        ticket.Keys.Count(key => bench.Disk.Find(key)!.State == MessageState.Delivered).ShouldBe(OfOneBatch);
    }

    [Fact]
    public void After_a_crash_before_recalled_attempts_are_closed_only_what_may_have_left_is_handed_over_again()
    {
        var (bench, ticket) = Running(3_000);
        var left = MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem().Messages.Select(m => m.Key).ToArray();
        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Pause()))).Order();
        bench.Disk.Commit(bench.TakeCommit());
        Begun(bench, ticket).ShouldBeGreaterThan(5 * OfOneBatch, "their rows say that they have begun");

        bench.Restart();
        bench.Settle();

        MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem().Messages.Select(m => m.Key).ShouldBe(left, ignoreOrder: true);
        Begun(bench, ticket).ShouldBe(OfOneBatch);
        bench.Disk.TimingOf(ticket.Bulk).Recalled.ShouldBeEmpty();
        ticket.Keys.Except(left).ShouldAllBe(key => bench.Disk.Find(key)!.Validity == TimeSpan.FromHours(48), "what they have of their validity is all of it");
    }

    [Fact]
    public void What_began_in_the_flush_of_the_change_does_not_leave_even_after_a_crash()
    {
        var bench = new MachineBench();
        var ticket = Scheduled(bench, 3_000);
        bench.Order();
        foreach (var order in MachineBench.Take(bench.Commands.LaneReads))
        {
            bench.Tell(bench.Read(order));
        }

        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Pause()))).Order();
        bench.Disk.Commit(bench.TakeCommit());
        Begun(bench, ticket).ShouldBeGreaterThan(0);
        bench.Restart();
        bench.Settle();

        bench.Commands.Submits.ShouldBeEmpty();
        Begun(bench, ticket).ShouldBe(0);
    }

    [Fact]
    public void What_is_being_written_down_does_not_leave_after_a_change_and_leaves_once_when_the_bulk_goes_on()
    {
        var bench = new MachineBench();
        var ticket = Scheduled(bench, 3_000);
        bench.Order();
        foreach (var order in MachineBench.Take(bench.Commands.LaneReads))
        {
            bench.Tell(bench.Read(order));
        }

        bench.Order().Commands.Commit.ShouldNotBeNull("attempts are on their way to the disk");
        var pause = new BulkTicket(ticket.Bulk, new BulkChange.Reschedule(bench.Now.AddHours(1)));
        bench.Tell(new EngineEvent.BulkChanged(pause)).Order();
        bench.Commit().Commands.Commit.ShouldNotBeNull().Bulks.Count.ShouldBe(1);
        bench.Commands.Commit!.Transitions.ShouldBeEmpty("the commit of the change closes nothing");
        bench.Settle();
        bench.Commands.Submits.ShouldBeEmpty();

        bench.Now = bench.Now.AddHours(1);
        bench.Settle();
        HandOverAll(bench).ShouldBe(ticket.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_batch_that_was_held_up_while_its_bulk_was_paused_does_not_leave()
    {
        var (bench, ticket) = Running(3_000);
        var order = MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem();
        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Pause()))).Settle();

        bench.Tell(new EngineEvent.CarrierHeldUp(order.Carrier)).Settle();

        bench.Commands.Submits.ShouldBeEmpty();
        Begun(bench, ticket).ShouldBe(0);
    }

    private static (MachineBench Bench, SubmissionTicket Ticket) Running(int count)
    {
        var bench = new MachineBench();
        var ticket = Scheduled(bench, count);
        bench.Settle();
        return (bench, ticket);
    }

    /// <summary>Its start has come.</summary>
    private static SubmissionTicket Scheduled(MachineBench bench, int count)
    {
        var ticket = bench.Submit(new Submission { Workspace = MachineBench.Workspace, Messages = BulkBench.Many(count), SendAt = bench.Now.AddHours(1) });
        bench.Settle();
        bench.Now = bench.Now.AddHours(1);
        return ticket;
    }

    private static BulkChange Named(string name, MachineBench bench) => name switch
    {
        "pause" => new BulkChange.Pause(),
        "cancel" => new BulkChange.Cancel(),
        _ => new BulkChange.Reschedule(bench.Now.AddHours(1)),
    };

    /// <summary>Whose rows say that an attempt is open.</summary>
    private static int Begun(MachineBench bench, SubmissionTicket ticket) => ticket.Keys.Count(key => bench.Disk.Find(key)!.AttemptOpen);

    private static List<MessageKey> HandOverAll(MachineBench bench)
    {
        var left = new List<MessageKey>();
        while (bench.Commands.Submits.Count > 0)
        {
            foreach (var order in MachineBench.Take(bench.Commands.Submits))
            {
                left.AddRange(order.Messages.Select(m => m.Key));
                bench.Answer(order, CarrierAnswer.Done("0000", bench.Now));
            }

            bench.Settle();
        }

        return left;
    }
}

using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Bulks;

/// <summary>An app's subscribers are told how its bulks stand, in the commit that makes it so.</summary>
public sealed class BulkNewsTests
{
    private const int App = 7;

    [Fact]
    public void A_change_is_told_in_the_commit_that_writes_it()
    {
        var bench = Bench();
        var ticket = Scheduled(bench);
        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Cancel()))).Order();

        var batch = bench.Commands.Commit.ShouldNotBeNull();
        batch.Bulks.ShouldHaveSingleItem().Timing.State.ShouldBe(BulkState.Cancelled);
        var push = batch.Pushes.ShouldHaveSingleItem();
        push.Items.ShouldBe([new PushItem(default, ReportEvent.BulkStatusChanged)]);
        push.Notice!.Body.ShouldBe("autumn Cancelled");
    }

    [Fact]
    public void Its_beginning_and_its_end_are_told_with_the_attempts_and_not_again_after_a_crash()
    {
        var bench = Bench();
        Scheduled(bench);
        bench.Now = bench.Now.AddHours(1);

        bench.Settle();
        Told(bench).ShouldBe(["autumn Processing", "autumn Finished"]);
        bench.Restart();
        bench.Settle();

        Told(bench).Count.ShouldBe(2);
    }

    [Fact]
    public void A_paused_bulk_that_goes_on_is_told_each_time()
    {
        var bench = Bench(new EngineSettings { LanePage = 2 });
        var ticket = Scheduled(bench);
        bench.Now = bench.Now.AddHours(1);
        bench.Order();
        bench.Tell(bench.Read(MachineBench.Take(bench.Commands.LaneReads).ShouldHaveSingleItem()));
        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Pause())));
        bench.Settle();
        Told(bench).ShouldBe(["autumn Processing", "autumn Paused"]);

        bench.Tell(new EngineEvent.BulkChanged(new BulkTicket(ticket.Bulk, new BulkChange.Resume())));
        bench.Settle();

        Told(bench).Skip(2).ShouldBe(["autumn Processing", "autumn Finished"]);
    }

    private static MachineBench Bench(EngineSettings? settings = null)
    {
        var bench = new MachineBench(settings);
        bench.Endpoints[2] = new WebhookEndpoint(
            2, MachineBench.Workspace, "http://subscriber/2", "application/json", bench.Now,
            Subscription: new Subscription("webhook 2", App, true, null, [], [ReportEvent.BulkStatusChanged], null));
        return bench;
    }

    private static SubmissionTicket Scheduled(MachineBench bench)
    {
        var ticket = bench.Submit(new Submission
        {
            Workspace = MachineBench.Workspace,
            Messages = [.. Enumerable.Range(0, 5).Select(i => MachineBench.Message(to: 821011110000 + i, app: App))],
            ClientBulkId = "autumn",
            SendAt = bench.Now.AddHours(1),
        });
        bench.Settle();
        Told(bench).ShouldBeEmpty("the answer has said how it stands");
        return ticket;
    }

    private static List<string> Told(MachineBench bench) => [.. bench.Disk.Pushes.OrderBy(p => p.Id).Select(p => p.Notice!.Body)];
}

using Naru.Core.Messages;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Machine;

public sealed class ReportTests
{
    [Fact]
    public void A_report_is_acknowledged_when_what_it_leads_to_is_durable()
    {
        var bench = new MachineBench();
        var key = Taken(bench);

        var report = bench.Report(key, "0000");
        bench.Settle();

        bench.Commands.Signals.ShouldBe([report.Done]);
        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Delivered);
    }

    [Fact]
    public void A_repeated_report_is_not_acknowledged_before_the_first_is_durable()
    {
        var bench = new MachineBench();
        var key = Taken(bench);
        bench.Report(key, "0000");
        bench.Tell(new EngineEvent.Loaded([key], bench.Disk.Load([key]))).Order();

        bench.Report(key, "0000");
        bench.Order();

        bench.Commands.Signals.ShouldBeEmpty();
        bench.Commit();
        bench.Commands.Signals.Count.ShouldBe(2);
    }

    private static MessageKey Taken(MachineBench bench)
    {
        var ticket = bench.Submit(MachineBench.Message());
        bench.Settle();
        var key = ticket.Keys[0];
        bench.Answer(MachineBench.Take(bench.Commands.Submits)[0], CarrierAnswer.Taken("reference")).Settle();
        bench.Commands.Signals.Clear();
        bench.Disk.Find(key)!.State.ShouldBe(MessageState.Submitted);
        return key;
    }
}

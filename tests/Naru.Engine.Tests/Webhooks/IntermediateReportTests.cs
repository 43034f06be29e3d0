using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>An endpoint that asked is told when a carrier takes a message, before it is told how the message ended.</summary>
public sealed class IntermediateReportTests
{
    private readonly MachineBench _bench = new();

    [Fact]
    public void The_final_report_waits_until_the_intermediate_one_was_taken()
    {
        Deliver(_bench);

        var first = _bench.Orders().ShouldHaveSingleItem();
        first.Push.Items.ShouldHaveSingleItem().Event.ShouldBe(ReportEvent.Submitted);
        _bench.Answer(first, 200);

        var second = _bench.Orders().ShouldHaveSingleItem();
        second.Push.Items.ShouldHaveSingleItem().Event.ShouldBe(ReportEvent.Final);
        _bench.Answer(second, 200);
        _bench.Orders().ShouldBeEmpty();
        _bench.Disk.Pushes.ShouldAllBe(p => p.State == PushState.Done);
    }

    [Fact]
    public void It_waits_while_the_intermediate_one_is_tried_again_and_others_go_past_it()
    {
        Deliver(_bench);
        var intermediate = _bench.Orders().ShouldHaveSingleItem();
        _bench.Answer(intermediate, 503);

        var others = PushBench.Ended(_bench, 1)[0];
        var past = _bench.Orders().ShouldHaveSingleItem();
        past.Push.Messages().ShouldBe([others]);
        _bench.Answer(past, 200);

        var again = _bench.NextOrders().ShouldHaveSingleItem();
        again.Push.Id.ShouldBe(intermediate.Push.Id);
        _bench.Answer(again, 200);
        _bench.Orders().ShouldHaveSingleItem().Push.Items.ShouldHaveSingleItem().Event.ShouldBe(ReportEvent.Final);
    }

    [Fact]
    public void One_that_runs_out_is_not_pulled_and_holds_the_final_one_back_no_longer()
    {
        var key = Deliver(_bench);
        var order = _bench.Orders().ShouldHaveSingleItem();
        while (order.Push.Items[0].Event == ReportEvent.Submitted)
        {
            _bench.Answer(order, 500);
            _bench.SaveHealth();
            order = _bench.NextOrders().ShouldHaveSingleItem();
        }

        _bench.Disk.PullQueue.ShouldBeEmpty();
        order.Push.Messages().ShouldBe([key]);
    }

    [Fact]
    public void Who_did_not_ask_is_told_the_end_alone()
    {
        PushBench.Ended(_bench, 1);

        _bench.Orders().ShouldHaveSingleItem().Push.Items.ShouldHaveSingleItem().Event.ShouldBe(ReportEvent.Final);
        _bench.Disk.Pushes.Count().ShouldBe(1);
    }

    private static MessageKey Deliver(MachineBench bench)
    {
        var message = MachineBench.Message(reports: PushBench.Target);
        var ticket = bench.Submit(message with { Envelope = message.Envelope with { IntermediateReports = true } });
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), CarrierAnswer.Done("0000", bench.Now));
        bench.Settle();
        return ticket.Keys[0];
    }
}

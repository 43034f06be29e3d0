using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>Who is told, as it is when something happens; and who was there once and is not any more.</summary>
public sealed class SubscriberTests
{
    [Fact]
    public void Every_subscriber_is_told_what_it_wants()
    {
        var bench = AppBench.With(null, 1, 2);
        bench.Subscribe(3, [ReportEvent.Final]);
        bench.Deliver(2);

        var orders = bench.Orders();

        orders.Select(o => (o.Endpoint.Id, o.Items.Count)).ShouldBe([(1, 4), (2, 4), (3, 2)], ignoreOrder: true);
        orders.ShouldAllBe(o => o.Push.App == AppBench.App);
    }

    [Fact]
    public void Without_a_subscriber_nothing_is_written_and_nothing_waits_to_be_pulled()
    {
        var bench = AppBench.With(null);
        bench.Deliver();

        bench.Disk.Pushes.ShouldBeEmpty();
        bench.Disk.PullQueue.ShouldBeEmpty();
    }

    [Fact]
    public void A_subscription_that_changes_counts_as_it_is_when_something_happens()
    {
        var bench = AppBench.With(null, 1);
        var key = bench.Send(1, CarrierAnswer.Taken("reference"))[0];
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), (200, [0]));

        bench.Subscribe(1, [ReportEvent.Submitted]);
        bench.Subscribe(2, AppBench.Both);
        bench.Report(key, "0000");

        bench.Orders().Select(o => o.Endpoint.Id).ShouldBe([2]);
    }

    [Fact]
    public void A_message_with_a_URL_of_its_own_is_told_there_and_nowhere_else()
    {
        var bench = AppBench.With(null, 1);
        bench.Endpoints[5] = bench.Endpoints[1] with { Id = 5, Subscription = null };
        bench.Submit(AppBench.Message(ReportTarget.Endpoint(5)));
        bench.Settle();
        bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), CarrierAnswer.Done("0000", bench.Now));

        var order = bench.Orders().ShouldHaveSingleItem();

        (order.Endpoint.Id, order.Push.App).ShouldBe((5, AppBench.App));
        order.Push.Items.Select(i => i.Event).ShouldBe(AppBench.Both);
    }

    [Fact]
    public void An_endpoint_that_no_app_is_behind_is_told_the_end_only()
    {
        var bench = new MachineBench();
        PushBench.Ended(bench, 1);

        bench.Orders().ShouldHaveSingleItem().Push.Items.Select(i => i.Event).ShouldBe([ReportEvent.Final]);
    }

    [Fact]
    public void What_waits_for_an_endpoint_that_was_removed_is_given_up()
    {
        var bench = AppBench.With(null, 1);
        bench.Deliver();
        bench.Answer(bench.Orders().ShouldHaveSingleItem(), (500, [0]));

        bench.Endpoints.Clear();
        bench.NextOrders().ShouldBeEmpty();

        var push = bench.Disk.Pushes.ShouldHaveSingleItem();
        push.State.ShouldBe(PushState.Exhausted);
        push.Attempts[^1].Answer.ShouldBe("the endpoint was removed");
        push.Attempts[^1].Requests.ShouldBe(0);
    }

    [Fact]
    public void What_an_earlier_run_left_for_an_endpoint_that_was_removed_is_given_up_at_the_next_start()
    {
        var bench = AppBench.With(null, 1);
        bench.Deliver(3);

        bench.Endpoints.Clear();
        bench.Restart();
        bench.Orders().ShouldBeEmpty();

        bench.Disk.OpenPushes().ShouldBeEmpty();
    }

    [Fact]
    public void What_is_out_while_its_endpoint_is_removed_says_what_came_of_it()
    {
        var bench = AppBench.With(null, 1);
        bench.Deliver(2);
        var order = bench.Orders().ShouldHaveSingleItem();

        bench.Endpoints.Clear();
        bench.Answer(order, (200, [0, 1]), (500, [2]));
        bench.NextOrders().ShouldBeEmpty();

        var push = bench.Disk.Pushes.ShouldHaveSingleItem();
        push.State.ShouldBe(PushState.Exhausted);
        Enumerable.Range(0, 4).Select(push.FateOf).ShouldBe([PushItemFate.Taken, PushItemFate.Taken, PushItemFate.GivenUp, PushItemFate.GivenUp]);
    }

    [Fact]
    public void What_waits_for_an_endpoint_that_was_switched_off_is_given_up()
    {
        var bench = AppBench.With(null, 1);
        bench.Deliver();

        bench.Subscribe(1, AppBench.Both, enabled: false);
        bench.Restart();
        bench.Orders().ShouldBeEmpty();

        bench.Disk.Pushes.ShouldHaveSingleItem().State.ShouldBe(PushState.Exhausted);
    }

    [Fact]
    public void Nothing_is_written_for_a_workspace_that_is_being_removed()
    {
        var bench = AppBench.With(null, 1);
        bench.Deliver();
        var order = bench.Orders().ShouldHaveSingleItem();

        bench.Endpoints.Clear();
        bench.Tell(new EngineEvent.WorkspaceGone(MachineBench.Workspace));
        bench.Tell(new EngineEvent.Removing(new Removal(RemovalKind.Workspace, MachineBench.Workspace, DateTimeOffset.MaxValue, 500), new Signal<int>()));
        bench.Settle();
        bench.Answer(order, (500, [0]));
        bench.Tell(new EngineEvent.PushReplayed(order.Push));
        bench.NextOrders().ShouldBeEmpty();

        bench.Disk.Pushes.ShouldBeEmpty();
    }

    [Fact]
    public void A_notice_goes_to_its_subscribers_in_the_commit_of_what_it_is_about()
    {
        var bench = AppBench.With(null, 1);
        bench.Subscribe(2, [ReportEvent.ContactCreated, ReportEvent.ConversationStarted]);
        var done = new Signal();
        var durable = false;
        done.OnDone = ok => durable = ok;
        var notice = new Notice(AppBench.App, bench.Now, """{"contact":1}""");
        var key = new PulledReport(MachineBench.Workspace, DialectName.Infobip, default, new MessageKey(1, 99), bench.Now);

        bench.Tell(new EngineEvent.Noticed(
            MachineBench.Workspace, DialectName.Sinch,
            [new NoticedEvent(ReportEvent.ContactCreated, notice), new NoticedEvent(ReportEvent.ConversationStarted, notice)], done, batch => batch.PullAdds.Add(key))).Order();
        bench.Commands.Commit.ShouldNotBeNull().PullAdds.ShouldBe([key]);
        bench.Commands.Signals.ShouldBeEmpty();
        bench.Commit();
        MachineBench.Take(bench.Commands.Signals).ForEach(s => s.OnDone?.Invoke(true));

        durable.ShouldBeTrue();
        var orders = bench.Orders();
        orders.ShouldAllBe(o => o.Endpoint.Id == 2 && o.Push.Notice == notice && !o.Push.Items[0].IsOfMessage);
        orders.Select(o => o.Push.Items.ShouldHaveSingleItem().Event).ShouldBe([ReportEvent.ContactCreated, ReportEvent.ConversationStarted]);
        orders.ForEach(o => bench.Answer(o, (200, [0])));
        bench.Disk.Pushes.ShouldAllBe(p => p.State == PushState.Done);
    }

    [Fact]
    public void A_notice_that_nobody_wants_is_done_with_whatever_is_written_beside_it()
    {
        var bench = AppBench.With(null);
        var done = new Signal();

        bench.Tell(new EngineEvent.Noticed(
            MachineBench.Workspace, DialectName.Sinch, [new NoticedEvent(ReportEvent.ContactCreated, new Notice(AppBench.App, bench.Now, "{}"))], done)).Order();

        bench.Commands.Signals.ShouldBe([done]);
        bench.Disk.Pushes.ShouldBeEmpty();
    }
}

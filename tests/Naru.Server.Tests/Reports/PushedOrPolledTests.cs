using System.Net;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reports;

/// <summary>A report has one way to its client: it is pushed, and only when its pushes ran out can it be polled.</summary>
public sealed class PushedOrPolledTests(SharedGateway gateway)
{
    [Fact]
    public async Task A_report_that_was_pushed_is_not_polled_again()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();

        await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "pushed")).ReportingTo(receiver.Url));
        await receiver.UntilPushesAsync(1);
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "polled")));

        // The second report came later than the first: the first would have been before it.
        var polled = await workspace.Infobip.PullUntilAsync(1);
        polled.ShouldHaveSingleItem().MessageId.ShouldBe("polled");
        receiver.Pushes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_report_whose_pushes_ran_out_is_polled()
    {
        // The last try is 41 to 46 hours after the first: the gateway's clock is moved, so the gateway is this test's own.
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var bench = new TestBench(naru.Url);
        await using var workspace = await bench.CreateWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = static _ => HttpStatusCode.InternalServerError;

        await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "unwanted")).ReportingTo(receiver.Url));
        await receiver.UntilPushesAsync(1);
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty("there are tries left");
        await bench.AdvanceClockAsync("PT46H");

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe("unwanted");
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_that_failed_is_made_again_with_the_same_reports()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var bench = new TestBench(naru.Url);
        await using var workspace = await bench.CreateWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var failures = 2;
        receiver.Answer = _ => Interlocked.Decrement(ref failures) >= 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;

        await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "insisted")).ReportingTo(receiver.Url));
        // Each answer is written down before its next try is planned: the clock is moved until that try comes.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (receiver.Pushes.Count < 3 && !patience.IsCancellationRequested)
            await bench.AdvanceClockAsync("PT1M");
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "polled")));

        receiver.Pushes.Select(push => push.Body).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        receiver.Pushes.Count.ShouldBe(3);
        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe("polled");
    }
}

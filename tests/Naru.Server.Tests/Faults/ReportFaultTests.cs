using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Faults;

/// <summary>Reports of the carrier that are late, lost or come twice, on demand.</summary>
public sealed class ReportFaultTests(SharedGateway gateway)
{
    [Fact]
    public async Task A_late_report_arrives_after_the_message_did()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await workspace.SetReportFaultsAsync(late: 1, lateBy: "1s");

        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "late")));
        await workspace.Handset.UntilOneAsync(Destination.Number(1));
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "in time")));

        (await workspace.Infobip.PullUntilAsync(2)).Select(report => (report.MessageId, report.StatusGroup))
            .ShouldBe([("in time", "DELIVERED"), ("late", "DELIVERED")]);
    }

    [Fact]
    public async Task A_message_whose_report_is_lost_stays_open_until_its_validity_ends()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var bench = new TestBench(naru.Url);
        await using var workspace = await bench.CreateWorkspaceAsync();
        await workspace.SetReportFaultsAsync(lost: 1);

        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "lost")));
        await workspace.Handset.UntilOneAsync(Destination.Number(1));
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "reported")));
        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe("reported");
        await bench.AdvanceClockAsync("PT49H");

        // 29, EXPIRED_DLR_UNKNOWN: it may have arrived, and nobody will know.
        var report = (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem();
        (report.MessageId, report.StatusId).ShouldBe(("lost", 29));
    }

    [Fact]
    public async Task A_report_that_comes_twice_is_told_once()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await workspace.SetReportFaultsAsync(duplicate: 1);

        await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "twice")).ReportingTo(receiver.Url));
        await receiver.UntilPushesAsync(1);
        await workspace.Infobip.SendAcceptedAsync(
            AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "once")).ReportingTo(receiver.Url));

        var pushes = await receiver.UntilAsync(all => all.SelectMany(push => Report.ReadAll(push.Body)).Any(report => report.MessageId == "once"));
        pushes.SelectMany(push => Report.ReadAll(push.Body)).Select(report => report.MessageId).ShouldBe(["twice", "once"]);
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty();
    }
}

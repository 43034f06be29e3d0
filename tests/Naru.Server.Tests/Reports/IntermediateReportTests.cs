using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reports;

public sealed class IntermediateReportTests(SharedGateway gateway)
{
    [Fact]
    public async Task Who_asks_is_told_that_a_message_is_on_its_way_and_then_that_it_arrived()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var body = AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(61), "parcel-61")).ReportingTo(receiver.Url);
        body["messages"]![0]!["webhooks"]!["delivery"]!["intermediateReport"] = true;

        await workspace.Infobip.SendAcceptedAsync(body);

        var pushes = await receiver.UntilPushesAsync(2);
        pushes.Count.ShouldBe(2);
        foreach (var push in pushes)
            OpenApi.ShouldBeReports(push.Body);
        var reports = pushes.Select(push => Report.ReadAll(push.Body).ShouldHaveSingleItem()).ToList();
        reports.Select(report => (report.MessageId, report.StatusId, report.StatusGroup)).ShouldBe([("parcel-61", 3, "PENDING"), ("parcel-61", 5, "DELIVERED")]);
    }
}

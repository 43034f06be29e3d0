using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sdk;

/// <summary>The vendor's own client, as it comes from npm, in a process of its own: the main job from end to end.</summary>
public sealed class UnmodifiedSdkTests(SharedGateway gateway)
{
    public static TheoryData<string> Authorisations => ["ApiKey", "Basic", "IBSSO", "OAuth"];

    [Theory]
    [MemberData(nameof(Authorisations))]
    public async Task An_AlimTalk_reaches_the_handset_with_its_variables_whatever_the_authorisation(string authorisation)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var to = Destination.Number(1);

        var sent = await SendAsync(workspace, authorisation, AlimBody.OneTimeCode(workspace.Sender, "482913", to));

        ((int)sent["status"]!).ShouldBe(200);
        OpenApi.ShouldBeAnAnswer(InfobipClient.MessagesPath, HttpStatusCode.OK, sent["data"]!.ToJsonString());
        var line = sent["data"]!["messages"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)line["destination"]!).ShouldBe(to);
        ((string)line["status"]!["name"]!).ShouldBe("PENDING_ENROUTE");
        var arrival = await workspace.Handset.UntilOneAsync(to);
        arrival.MessageId.ShouldBe((string)line["messageId"]!);
        arrival.Template.ShouldBe(AlimBody.OtpTemplate);
        arrival.Text.ShouldBe("인증번호는 482913 입니다.");
        arrival.Variables.ShouldBe(new Dictionary<string, string> { ["code"] = "482913" }, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Authorisations))]
    public async Task A_report_is_polled_once_and_the_log_stays(string authorisation)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await SendAsync(workspace, authorisation, AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(2), "parcel-2")));

        var read = await NodeScript.RunAsync(
            "infobip-read.js", new { BaseUrl = gateway.Url, Workspace = workspace.Keys, authorisation, MessageId = "parcel-2" });

        var report = read["reports"]!["results"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)report["messageId"]!).ShouldBe("parcel-2");
        ((string)report["status"]!["name"]!).ShouldBe("DELIVERED_TO_HANDSET");
        ((string)report["error"]!["name"]!).ShouldBe("NO_ERROR");
        read["again"]!["results"]!.AsArray().ShouldBeEmpty();
        var log = read["logs"]!["results"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)log["status"]!["name"]!).ShouldBe("DELIVERED_TO_HANDSET");
        ((string)log["destination"]!).ShouldBe(Destination.Number(2));
        ((string)log["content"]!["templateCode"]!).ShouldBe(AlimBody.PackageTemplate);
    }

    [Fact]
    public async Task The_report_is_pushed_as_JSON()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var body = AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(3), "parcel-3")).ReportingTo(receiver.Url, callbackData: "order=3");

        await SendAsync(workspace, "ApiKey", body);

        var push = (await receiver.UntilPushesAsync(1)).ShouldHaveSingleItem();
        push.ContentType.ShouldStartWith("application/json");
        OpenApi.ShouldBeReports(push.Body);
        var report = Report.ReadAll(push.Body).ShouldHaveSingleItem();
        report.ShouldBe(new Report("parcel-3", Destination.Number(3), 5, "DELIVERED", 0, "order=3"));
    }

    [Fact]
    public async Task The_report_is_pushed_as_XML()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var body = AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(4), "parcel-4")).ReportingTo(receiver.Url, "application/xml");

        await SendAsync(workspace, "ApiKey", body);

        var push = (await receiver.UntilPushesAsync(1)).ShouldHaveSingleItem();
        push.ContentType.ShouldStartWith("application/xml");
        var reports = XDocument.Parse(push.Body).Root!;
        reports.Name.LocalName.ShouldBe("DeliveryReports");
        var report = reports.Elements("results").Elements("result").ShouldHaveSingleItem();
        report.Element("messageId")!.Value.ShouldBe("parcel-4");
        report.Element("status")!.Element("name")!.Value.ShouldBe("DELIVERED_TO_HANDSET");
    }

    private async Task<JsonNode> SendAsync(TestWorkspace workspace, string authorisation, JsonObject body) =>
        await NodeScript.RunAsync("infobip-send.js", new { BaseUrl = gateway.Url, Workspace = workspace.Keys, authorisation, body });
}

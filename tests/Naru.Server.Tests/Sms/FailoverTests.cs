using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sms;

/// <summary>KakaoTalk first, a text behind it: over the wire, to the handset, and back as reports.</summary>
public sealed class FailoverTests(SharedGateway gateway)
{
    private const string Text = "주문하신 상품이 출발했습니다.";

    [Theory]
    [InlineData("3018")]
    [InlineData("3016")]
    [InlineData("1003")]
    public async Task A_failing_AlimTalk_is_followed_by_its_text_and_reported_once(string code)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var to = Destination.AnsweredWith(code);

        await workspace.Infobip.SendAcceptedAsync(WithText(AlimBody.Parcel(workspace.Sender, new Destination(to, "parcel"))));

        (await workspace.Handset.UntilOneAsync(to)).ShouldSatisfyAllConditions(text => text.Text.ShouldBe(Text), text => text.Template.ShouldBeNull());
        var report = (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem();
        (report.MessageId, report.StatusGroup).ShouldBe(("parcel", "DELIVERED"));
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_AlimTalk_that_arrives_has_no_text_behind_it()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        await workspace.Infobip.SendAcceptedAsync(WithText(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(71), "parcel"))));

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldBe("DELIVERED");
        (await workspace.Handset.AllAsync()).ShouldHaveSingleItem().Template.ShouldBe(AlimBody.PackageTemplate);
    }

    [Fact]
    public async Task A_sender_key_that_is_unknown_does_not_keep_the_text_back()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var to = Destination.Number(72);

        await workspace.Infobip.SendAcceptedAsync(WithText(AlimBody.Parcel("nobodys", new Destination(to, "parcel"))));

        (await workspace.Handset.UntilOneAsync(to)).Text.ShouldBe(Text);
        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldBe("DELIVERED");
    }

    [Fact]
    public async Task A_text_from_a_number_that_is_not_registered_ends_with_status_13()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        await workspace.Infobip.SendAcceptedAsync(WithText(AlimBody.Parcel(workspace.Sender, new Destination(Destination.AnsweredWith("3018"), "parcel")), "0299998888"));

        var report = (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem();
        (report.StatusId, report.StatusGroup).ShouldBe((13, "REJECTED"));
        (await workspace.Handset.AllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_asks_is_told_of_the_failing_step_before_the_end()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        var body = WithText(AlimBody.Parcel(workspace.Sender, new Destination(Destination.AnsweredWith("3018"), "parcel")).ReportingTo(receiver.Url));
        body["messages"]![0]!["webhooks"]!["delivery"]!["receiveTriggeredFailoverReports"] = true;

        await workspace.Infobip.SendAcceptedAsync(body);

        var pushes = await receiver.UntilPushesAsync(2);
        pushes.Select(static push => JsonNode.Parse(push.Body)!["results"]![0]!).Select(static report => ((string)report["status"]!["name"]!, (string)report["sender"]!))
            .ShouldBe([("UNDELIVERABLE_NOT_DELIVERED", workspace.Sender), ("DELIVERED_TO_HANDSET", "15881234")]);
        foreach (var push in pushes)
            OpenApi.ShouldBeReports(push.Body);
    }

    /// <summary>The fourth digit group of the number is when KakaoTalk's success comes: long after the text has gone.</summary>
    [Fact]
    public async Task A_late_success_after_the_text_is_recorded_counted_and_not_reported_again()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Impatient.Settings });
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        const string to = "821055553600";

        await workspace.Infobip.SendAcceptedAsync(WithText(AlimBody.Parcel(workspace.Sender, new Destination(to, "parcel")).ReportingTo(receiver.Url)));
        (await workspace.Handset.UntilOneAsync(to)).Template.ShouldBeNull("3005 was answered, and the time to find out was over");
        await receiver.UntilPushesAsync(1);
        await bench.AdvanceClockAsync("PT2H");

        (await workspace.Handset.UntilAsync(2, to)).Select(static arrival => arrival.Template).ShouldBe([null, AlimBody.PackageTemplate]);
        using var http = new HttpClient { BaseAddress = naru.Url };
        var metrics = await http.GetStringAsync("/metrics");
        metrics.Split('\n').Single(static line => line.StartsWith("naru_messages_late_successes_total", StringComparison.Ordinal)).ShouldEndWith(" 1");
        receiver.Pushes.SelectMany(static push => Report.ReadAll(push.Body)).Select(static report => (report.MessageId, report.StatusGroup)).ShouldBe([("parcel", "DELIVERED")]);
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty();
        await workspace.DisposeAsync();
    }

    private static JsonObject WithText(JsonObject body, string sender = "15881234")
    {
        body["messages"]![0]!["options"] = new JsonObject { ["smsFailover"] = new JsonObject { ["text"] = Text, ["sender"] = sender } };
        return body;
    }
}

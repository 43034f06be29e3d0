using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sms;

/// <summary>Texts from the request to the phone and back, and the vendor's own client.</summary>
public sealed class SmsDoorTests(SharedGateway gateway)
{
    [Theory]
    [InlineData(45, null, "SMS")]
    [InlineData(46, null, "LMS")]
    [InlineData(5, "안내", "LMS")]
    public async Task A_text_arrives_as_the_kind_that_its_bytes_and_title_make_it(int syllables, string? title, string kind)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SmsClient(gateway.Url, workspace.ApiKey);
        var to = Destination.Number(81);
        var body = SmsClient.Body(new string('가', syllables), null, new Destination(to, "text-1"));
        if (title is not null)
            body["messages"]![0]!["options"] = new JsonObject { ["regional"] = new JsonObject { ["southKorea"] = new JsonObject { ["title"] = title } } };

        await client.SendAcceptedAsync(body);

        await workspace.Handset.UntilOneAsync(to);
        var shown = (await client.AskAsync(HttpMethod.Get, "/handset/messages"))["messages"]![0]!;
        ((string?)shown["kind"], (string?)shown["title"], (string?)shown["sender"]).ShouldBe((kind, title, "15881234"));
        var report = (await client.PullUntilAsync(1)).ShouldHaveSingleItem();
        ((string?)report["messageId"], (string?)report["status"]!["name"], (string?)report["sender"]).ShouldBe(("text-1", "DELIVERED_TO_HANDSET", "15881234"));
    }

    [Theory]
    [InlineData("0299998888", "안녕", 13)]
    [InlineData("NARU", "안녕", 13)]
    [InlineData("15881234", "안녕 😀", 100)]
    public async Task What_cannot_be_sent_is_accepted_and_reported(string sender, string text, int status)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SmsClient(gateway.Url, workspace.ApiKey);

        await client.SendAcceptedAsync(SmsClient.Body(text, sender, new Destination(Destination.Number(82), "text-1")));

        ((int)(await client.PullUntilAsync(1)).ShouldHaveSingleItem()["status"]!["id"]!).ShouldBe(status);
    }

    [Fact]
    public async Task Reports_of_texts_and_of_KakaoTalk_do_not_stand_in_each_others_queue()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SmsClient(gateway.Url, workspace.ApiKey);
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(83), "talk")));
        await client.SendAcceptedAsync(SmsClient.Body("안녕", null, new Destination(Destination.Number(83), "text")));

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe("talk");
        var report = (await client.PullUntilAsync(1, "/sms/1/reports", "x170557.SMSReportResponse")).ShouldHaveSingleItem();
        ((string?)report["messageId"], (string?)report["from"], (int?)report["smsCount"]).ShouldBe(("text", "15881234", 1));
    }

    [Fact]
    public async Task The_older_API_pushes_reports_in_its_own_form()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SmsClient(gateway.Url, workspace.ApiKey);

        await client.AskAsync(HttpMethod.Post, "/sms/2/text/advanced", new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["from"] = "1588-1234",
                ["destinations"] = new JsonArray(new JsonObject { ["to"] = Destination.Number(84), ["messageId"] = "text-2" }),
                ["text"] = "안녕",
                ["notifyUrl"] = receiver.Url.AbsoluteUri,
            }),
        });

        var push = (await receiver.UntilPushesAsync(1)).ShouldHaveSingleItem();
        push.ContentType.ShouldBe("application/json; charset=utf-8");
        var report = JsonNode.Parse(push.Body)!["results"]![0]!;
        ((string?)report["from"], (int?)report["smsCount"], report["sender"]).ShouldBe(("15881234", 1, null));
    }

    [Fact]
    public async Task An_unknown_path_is_answered_in_the_words_of_its_family()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SmsClient(gateway.Url, workspace.ApiKey);

        ((string?)(await client.AskAsync(HttpMethod.Get, "/sms/3/nothing", null, HttpStatusCode.NotFound))["errorCode"]).ShouldBe("E404");
        (await client.AskAsync(HttpMethod.Get, "/sms/1/nothing", null, HttpStatusCode.NotFound))["requestError"].ShouldNotBeNull();
        (await client.AskAsync(HttpMethod.Get, "/sms/3/messages", null, HttpStatusCode.MethodNotAllowed))["errorCode"].ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Sdk.UnmodifiedSdkTests.Authorisations), MemberType = typeof(Sdk.UnmodifiedSdkTests))]
    public async Task The_typed_calls_of_the_vendors_client_run_unmodified(string authorisation)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var answers = await NodeScript.RunAsync(
            "infobip-sms.js", new { BaseUrl = gateway.Url, Workspace = workspace.Keys, authorisation, From = "15881234", To = Destination.Number(85), Text = "안녕하세요", MessageId = "sdk-1" });

        ((string?)answers["sent"]!["data"]!["messages"]![0]!["status"]!["name"]).ShouldBe("PENDING_ACCEPTED");
        (await workspace.Handset.UntilOneAsync(Destination.Number(85))).Text.ShouldBe("안녕하세요");
        var report = answers["reports"]!["results"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)report["messageId"], (string?)report["status"]!["name"], (int?)report["smsCount"]).ShouldBe(("sdk-1", "DELIVERED_TO_HANDSET", 1));
        answers["again"]!["results"]!.AsArray().ShouldBeEmpty();
        var log = answers["logs"]!["results"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)log["from"], (string?)log["text"]).ShouldBe(("15881234", "안녕하세요"));
    }
}

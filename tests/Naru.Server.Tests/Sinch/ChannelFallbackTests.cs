using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sinch;

/// <summary>KakaoTalk, then SMS, as the app and the message ask for it, and what subscribers are told on the way.</summary>
public sealed class ChannelFallbackTests(SharedGateway gateway)
{
    /// <summary>KakaoTalk says "no acknowledgement" at the hand-over, and that it arrived an hour later.</summary>
    private const string Unclear = "821055553600";

    [Fact]
    public async Task A_channel_that_fails_is_switched_and_both_are_told()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await SetUpAsync(client, workspace, receiver.Url);

        await SendAsync(client, workspace, Destination.AnsweredWith("3018"));

        var reports = await ReportsAsync(receiver, 2);
        reports.Select(static r => ((string?)r["status"], (string?)r["channel_identity"]!["channel"])).ShouldBe([("SWITCHING_CHANNEL", "KAKAOTALK"), ("DELIVERED", "SMS")]);
        reports[0]["reason"].ShouldNotBeNull();
        reports[1]["reason"].ShouldBeNull();
        (await workspace.Handset.UntilOneAsync(Destination.AnsweredWith("3018"))).Text.ShouldBe("도착 예정입니다.");
    }

    /// <summary>Nobody would notice otherwise that all goes by text.</summary>
    [Theory]
    [InlineData("""{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"nobodys"}}},"explicit_channel_omni_message":{"SMS":{"text_message":{"text":"t"}}}}""", "TEMPLATE_NOT_FOUND")]
    [InlineData("""{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"package_template"}}},"explicit_channel_omni_message":{"SMS":{"text_message":{"text":"t"}}}}""", "TEMPLATE_INSUFFICIENT_PARAMETERS")]
    [InlineData("""{"text_message":{"text":"t"}}""", "UNSUPPORTED_OPERATION")]
    public async Task A_channel_that_can_never_carry_the_message_is_switched_and_told_with_its_reason(string message, string reason)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await SetUpAsync(client, workspace, receiver.Url);

        await SendAsync(client, workspace, message, ["KAKAOTALK", "SMS"], Destination.Number(97), null);

        var reports = await ReportsAsync(receiver, 2);
        reports.Select(static r => ((string?)r["status"], (string?)r["channel_identity"]!["channel"])).ShouldBe([("SWITCHING_CHANNEL", "KAKAOTALK"), ("DELIVERED", "SMS")]);
        ((string?)reports[0]["reason"]!["code"]).ShouldBe(reason);
        (await workspace.Handset.UntilOneAsync(Destination.Number(97))).Text.ShouldBe("t");
    }

    [Fact]
    public async Task A_text_channel_without_a_text_is_switched_too_and_a_dry_run_says_so()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await SetUpAsync(client, workspace, receiver.Url);
        var body = Body(
            workspace, """{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"package_template","parameters":{"package_id":"4711","expected_delivery":"내일"}}}}}""",
            ["SMS", "KAKAOTALK"], Destination.Number(98), null);

        var dry = await client.SendAsync(HttpMethod.Post, "/messages:send?dryRun=true", body.DeepClone());
        await client.SendAsync(HttpMethod.Post, "/messages:send", body);

        ((string?)dry.Body["findings"]!.AsArray().ShouldHaveSingleItem()!["code"], dry.Body["plan"] is not null).ShouldBe(("UNSUPPORTED_OPERATION", true));
        (await ReportsAsync(receiver, 2)).Select(static r => ((string?)r["status"], (string?)r["channel_identity"]!["channel"]))
            .ShouldBe([("SWITCHING_CHANNEL", "SMS"), ("DELIVERED", "KAKAOTALK")]);
        (await workspace.Handset.AllAsync()).ShouldHaveSingleItem().Template.ShouldBe(AlimBody.PackageTemplate);
    }

    [Theory]
    [InlineData(true, "SWITCHING_CHANNEL,DELIVERED")]
    [InlineData(false, "FAILED")]
    public async Task Without_a_report_the_next_channel_is_tried_only_where_the_app_wants_that(bool fallback, string statuses)
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await SetUpAsync(client, workspace, receiver.Url, fallback);

        await SendAsync(client, workspace, Unclear);

        var expected = statuses.Split(',');
        (await ReportsAsync(receiver, expected.Length)).Select(static r => (string?)r["status"]).ShouldBe(expected);
    }

    [Fact]
    public async Task A_text_by_itself_leaves_from_the_number_that_it_names_or_fails_where_that_is_not_registered()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await SetUpAsync(client, workspace, receiver.Url);

        foreach (var (n, sender) in new[] { (95, "1588-1234"), (96, "0299998888") })
            await SendAsync(client, workspace, """{"text_message":{"text":"안녕하세요"}}""", ["SMS"], Destination.Number(n), sender);

        var reports = await ReportsAsync(receiver, 2);
        reports.Select(static r => ((string?)r["channel_identity"]!["identity"], (string?)r["status"]))
            .ShouldBe([(Destination.Number(95), "DELIVERED"), (Destination.Number(96), "FAILED")], ignoreOrder: true);
        (await workspace.Handset.AllAsync()).ShouldHaveSingleItem().Text.ShouldBe("안녕하세요");
    }

    private static async Task SetUpAsync(SinchClient client, TestWorkspace workspace, Uri subscriber, bool fallback = false)
    {
        var app = await client.SendAsync(HttpMethod.Patch, $"/apps/{workspace.Sinch.AppId}", JsonNode.Parse($$"""
            {"channel_credentials":[
               {"channel":"KAKAOTALK","kakaotalk_credentials":{"kakaotalk_plus_friend_id":"{{workspace.ChannelName}}","kakaotalk_sender_key":"{{workspace.Sender}}"} },
               {"channel":"SMS","static_bearer":{"claimed_identity":"plan","token":"t"} }],
             "delivery_report_based_fallback":{"enabled":{{(fallback ? "true" : "false")}},"delivery_report_waiting_time":10} }
            """));
        app.Status.ShouldBe(HttpStatusCode.OK, app.Body.ToJsonString());
        app.Body["channel_credentials"]![1]!["state"]!["status"]!.GetValue<string>().ShouldBe("ACTIVE");
        var webhook = await client.SendAsync(HttpMethod.Post, "/webhooks", new JsonObject
        {
            ["app_id"] = workspace.Sinch.AppId,
            ["target"] = subscriber.AbsoluteUri,
            ["target_type"] = "HTTP",
            ["triggers"] = new JsonArray("MESSAGE_DELIVERY"),
        });
        webhook.Status.ShouldBe(HttpStatusCode.OK, webhook.Body.ToJsonString());
    }

    private static Task SendAsync(SinchClient client, TestWorkspace workspace, string to) => SendAsync(
        client, workspace,
        """
        {"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"package_template","parameters":{"package_id":"4711","expected_delivery":"내일"}}}},
         "explicit_channel_omni_message":{"SMS":{"text_message":{"text":"도착 예정입니다."}}}}
        """,
        ["KAKAOTALK", "SMS"], to, null);

    private static async Task SendAsync(SinchClient client, TestWorkspace workspace, string message, string[] channels, string to, string? sender)
    {
        var answer = await client.SendAsync(HttpMethod.Post, "/messages:send", Body(workspace, message, channels, to, sender));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToJsonString());
    }

    private static JsonObject Body(TestWorkspace workspace, string message, string[] channels, string to, string? sender)
    {
        var body = new JsonObject
        {
            ["app_id"] = workspace.Sinch.AppId,
            ["recipient"] = new JsonObject
            {
                ["identified_by"] = new JsonObject
                {
                    ["channel_identities"] = new JsonArray([.. channels.Select(channel => new JsonObject { ["channel"] = channel, ["identity"] = to })]),
                },
            },
            ["message"] = JsonNode.Parse(message),
            ["channel_priority_order"] = new JsonArray([.. channels.Select(static channel => JsonValue.Create(channel))]),
        };
        if (sender is not null)
            body["channel_properties"] = new JsonObject { ["SMS_SENDER"] = sender };
        return body;
    }

    private static async Task<IReadOnlyList<JsonNode>> ReportsAsync(WebhookReceiver receiver, int count) =>
        [.. (await receiver.UntilPushesAsync(count)).Select(static push => JsonNode.Parse(push.Body)!["message_delivery_report"]!)];
}

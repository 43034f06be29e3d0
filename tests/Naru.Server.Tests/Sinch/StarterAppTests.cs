using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sinch;

/// <summary>The demo and every test workspace have an app that can be sent through at once.</summary>
public sealed class StarterAppTests(SharedGateway gateway)
{
    [Fact]
    public async Task A_test_workspace_has_an_app_on_its_sender()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);

        ShouldBeReady(await client.GetAsync($"/apps/{workspace.Sinch.AppId}"), workspace.Sender, workspace.ChannelName);
    }

    [Fact]
    public async Task The_demo_has_the_documented_app_after_every_start_and_in_a_folder_from_before_there_were_apps()
    {
        using var data = new DataFolder();
        for (var start = 0; start < 3; start++)
        {
            await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "demo", Options = ["--no-tour"] });
            using var client = new SinchClient(naru.Url, SinchKeys.Demo);

            ShouldBeReady(await client.GetAsync($"/apps/{SinchKeys.Demo.AppId}"), "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234", "@narudemo");
            (await client.GetAsync("/apps")).Body["apps"]!.AsArray().Count.ShouldBe(1);
            (await naru.StopAsync()).ShouldBe(0);
            if (start == 1)
                (await StoreUnderTest.ChangeAsync(data.Path, "DELETE FROM app")).ShouldBe(1, "as a store of an earlier version is");
        }
    }

    [Fact]
    public async Task Apps_webhooks_and_settings_outlive_a_restart()
    {
        using var data = new DataFolder();
        var webhook = new JsonObject
        {
            ["app_id"] = SinchKeys.Demo.AppId,
            ["target"] = "http://127.0.0.1:9/callbacks",
            ["secret"] = "s3cr3t",
            ["triggers"] = new JsonArray("MESSAGE_DELIVERY"),
            ["client_credentials"] = new JsonObject { ["client_id"] = "a", ["client_secret"] = "b", ["endpoint"] = "http://127.0.0.1:9/token" },
        };
        JsonNode? kept = null;
        JsonNode? keptSettings = null;
        for (var start = 0; start < 2; start++)
        {
            await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "demo", Options = ["--no-tour"] });
            using var client = new SinchClient(naru.Url, SinchKeys.Demo);
            await client.SignInAsync();
            if (start == 0)
            {
                kept = (await client.SendAsync(HttpMethod.Post, "/webhooks", webhook)).Body;
                keptSettings = (await client.SendAsync(HttpMethod.Post, "/settings", JsonNode.Parse("""{"contact_settings":{"unified_contact_id_enabled":true}}"""))).Body;
            }

            (await client.GetAsync($"/webhooks/{(string)kept!["id"]!}")).Body.ToJsonString().ShouldBe(kept.ToJsonString());
            (await client.GetAsync("/settings")).Body.ToJsonString().ShouldBe(keptSettings!.ToJsonString());
            (await naru.StopAsync()).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Faults_that_a_suite_ordered_hit_its_tokens_too()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await client.SignInAsync();
        await workspace.SetFaultsAsync(1, 429);

        var (status, body) = await client.GetAsync("/apps");

        status.ShouldBe(HttpStatusCode.TooManyRequests);
        ((string)body["error"]!["status"]!).ShouldBe("RESOURCE_EXHAUSTED");
        (await client.GetAsync("/apps")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static void ShouldBeReady((HttpStatusCode Status, JsonNode Body) answer, string senderKey, string channelName)
    {
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body.ToJsonString());
        var credential = answer.Body["channel_credentials"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)credential["channel"]!).ShouldBe("KAKAOTALK");
        ((string)credential["kakaotalk_credentials"]!["kakaotalk_sender_key"]!).ShouldBe(senderKey);
        ((string)credential["kakaotalk_credentials"]!["kakaotalk_plus_friend_id"]!).ShouldBe(channelName);
        ((string)credential["state"]!["status"]!).ShouldBe("ACTIVE");
        ((int)answer.Body["dispatch_retention_policy"]!["ttl_days"]!).ShouldBe(7);
    }
}

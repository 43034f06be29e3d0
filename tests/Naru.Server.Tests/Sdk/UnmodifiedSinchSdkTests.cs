using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Dialects.Tests.Contracts;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sdk;

/// <summary>Sinch's own client, as it comes from npm, in a process of its own: apps, webhooks, settings and tokens.</summary>
public sealed class UnmodifiedSinchSdkTests(SharedGateway gateway)
{
    [Fact]
    public async Task It_runs_every_operation_on_apps_webhooks_and_settings()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var seen = await NodeScript.RunAsync(
            "sinch-resources.js",
            new { BaseUrl = gateway.Url, workspace.Sinch, workspace.ChannelName, SenderKey = workspace.Sender, Target = "http://127.0.0.1:9/callbacks" });

        foreach (var app in new[] { "created", "got", "updated" })
            ShouldBe("App", seen[app]!);
        ((string)seen["created"]!["channel_credentials"]![0]!["state"]!["status"]!).ShouldBe("ACTIVE");
        ((string)seen["created"]!["processing_mode"]!).ShouldBe("DISPATCH");
        ((string)seen["updated"]!["display_name"]!).ShouldBe("second name");
        ((string)seen["updated"]!["processing_mode"]!).ShouldBe("CONVERSATION");
        ShouldBe("AppList", seen["apps"]!);
        seen["apps"]!["apps"]!.AsArray().Select(app => (string)app!["id"]!).ShouldBe([workspace.Sinch.AppId, (string)seen["created"]!["id"]!]);

        foreach (var webhook in new[] { "webhook", "webhookGot", "webhookUpdated" })
            ShouldBe("Webhook", seen[webhook]!);
        ((string)seen["webhookUpdated"]!["triggers"]!.AsArray().ShouldHaveSingleItem()!).ShouldBe("CONTACT_CREATE");
        ((string)seen["webhookUpdated"]!["secret"]!).ShouldBe("s3cr3t");
        ShouldBe("WebhookList", seen["webhooks"]!);
        seen["webhooks"]!["webhooks"]!.AsArray().Count.ShouldBe(1);
        ((int)seen["webhookGone"]!["statusCode"]!).ShouldBe(404);

        Unified(seen["settings"]!).ShouldBeFalse();
        Unified(seen["settingsCreated"]!).ShouldBeTrue();
        Unified(seen["settingsUpdated"]!).ShouldBeFalse();

        ((int)seen["gone"]!["statusCode"]!).ShouldBe(404);
        ((string)seen["gone"]!["name"]!).ShouldBe("RequestFailedError");
        ((int)seen["refused"]!["statusCode"]!).ShouldBe(400);
        seen["exchanges"]!.AsArray().Count(exchange => (string)exchange!["path"]! == "/oauth2/token").ShouldBe(1);
    }

    [Fact]
    public async Task A_client_with_a_slow_clock_is_told_that_its_token_expired_and_goes_on_with_a_new_one()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(
            new NaruStart(data.Path) { Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Naru:Sinch:TokenLifetime"] = "00:00:01" } });
        using var bench = new TestBench(naru.Url);
        await using var workspace = await bench.CreateWorkspaceAsync();

        var seen = await NodeScript.RunAsync("sinch-token-refresh.js", new { BaseUrl = naru.Url, workspace.Sinch });

        ((int)seen["calls"]!).ShouldBeGreaterThan(0);
        var apps = $"/v1/projects/{workspace.Sinch.ProjectId}/apps";
        seen["exchanges"]!.AsArray().TakeLast(3).Select(exchange => ((string)exchange!["path"]!, (int)exchange["status"]!))
            .ShouldBe([(apps, 401), ("/oauth2/token", 200), (apps, 200)]);
    }

    private static bool Unified(JsonNode settings) => (bool)settings["settings"]!["contact_settings"]!["unified_contact_id_enabled"]!;

    private static void ShouldBe(string schema, JsonNode value) => OpenApiFile.Sinch.ShouldAccept(JsonSerializer.SerializeToElement(value), schema);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Dialects.Tests.Contracts;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sdk;

/// <summary>Sinch's own client, as it comes from npm, in a process of its own: messages, and the callbacks that follow them.</summary>
public sealed class UnmodifiedSinchMessagesTests(SharedGateway gateway)
{
    private const string Secret = "s3cr3t";

    [Fact]
    public async Task It_runs_every_operation_on_messages_and_its_validator_accepts_our_callbacks()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SinchClient(gateway.Url, workspace.Sinch);
        await client.SendAsync(HttpMethod.Post, "/webhooks", new JsonObject
        {
            ["app_id"] = workspace.Sinch.AppId,
            ["target"] = new Uri(receiver.Url, "/sinch").ToString(),
            ["target_type"] = "HTTP",
            ["secret"] = Secret,
            ["triggers"] = new JsonArray("MESSAGE_DELIVERY", "MESSAGE_SUBMIT", "CONTACT_CREATE", "CONVERSATION_START"),
        });

        var seen = await NodeScript.RunAsync("sinch-messages.js", new { BaseUrl = gateway.Url, workspace.Sinch, To = Destination.Number(1) });

        var ids = seen["ids"]!.AsArray().Select(id => (string)id!).ToArray();
        ShouldBe("SendMessageResponse", seen["sent"]!);
        ShouldBe("ConversationMessage", seen["got"]!);
        ((string)seen["got"]!["id"]!).ShouldBe(ids[0]);
        ((string)seen["got"]!["metadata"]!).ShouldBe("주문 0 😀");
        ((string)seen["got"]!["processing_mode"]!).ShouldBe("CONVERSATION");
        seen["listed"]!.AsArray().Select(id => (string)id!).ShouldBe(ids.Reverse());
        ((string)seen["last"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(ids[^1]);
        ((string)seen["updated"]!["metadata"]!).ShouldBe("changed");
        ((int)seen["gone"]!["statusCode"]!).ShouldBe(404);
        ((int)seen["refused"]!["statusCode"]!).ShouldBe(400);

        // A contact and a conversation; for each message, that it was taken and that it arrived.
        var pushes = await receiver.UntilPushesAsync(2 + (2 * ids.Length));
        var verdicts = await NodeScript.RunAsync(
            "sinch-callbacks.js",
            new
            {
                Secret,
                Callbacks = pushes.Select(push => new { Headers = push.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value), push.Body }),
            });

        foreach (var verdict in verdicts.AsArray())
        {
            ((bool)verdict!["text"]!).ShouldBeTrue();
            ((bool)verdict["parsed"]!).ShouldBeTrue();
            ((bool)verdict["otherSecret"]!).ShouldBeFalse();
            ((bool)verdict["changed"]!).ShouldBeFalse();
        }

        verdicts.AsArray().Select(verdict => (string)verdict!["trigger"]!).Order().ShouldBe(
            ["CONTACT_CREATE", "CONVERSATION_START", .. Enumerable.Repeat("MESSAGE_DELIVERY", ids.Length), .. Enumerable.Repeat("MESSAGE_SUBMIT", ids.Length)]);
    }

    private static void ShouldBe(string schema, JsonNode value) => OpenApiFile.Sinch.ShouldAccept(JsonSerializer.SerializeToElement(value), schema);
}

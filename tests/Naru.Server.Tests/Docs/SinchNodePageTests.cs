using System.Text.Json.Nodes;
using Naru.Engine;
using Naru.Server.Demo;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;
using Naru.Server.Tests.Reference;

namespace Naru.Server.Tests.Docs;

/// <summary>The code of the Node page, run as it stands there against a gateway in demo mode.</summary>
public sealed class SinchNodePageTests
{
    [Fact]
    public async Task The_code_of_the_page_lists_the_app_registers_a_webhook_sends_and_checks_the_callback()
    {
        await using var gateway = await WholeGateway.StartAsync(GatewayMode.Demo);
        await using var receiver = await WebhookReceiver.StartAsync();
        var page = string.Join('\n', ClientPage.Named("sinch-node").Code("js"))
            .Replace("http://127.0.0.1:8080", gateway.Url.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:9000/callbacks", receiver.Url.AbsoluteUri, StringComparison.Ordinal);

        var ran = await NodeScript.RunTextAsync($"(async () => {{ {page}\n process.stdout.write(JSON.stringify({{ apps, sent }})); }})();");

        ((string)ran["apps"]!.AsArray().ShouldHaveSingleItem()!["id"]!).ShouldBe(DemoCredentials.SinchAppId);
        var id = (string)ran["sent"]!["message_id"]!;
        var delivered = (await receiver.UntilAsync(pushes => pushes.Any(IsReport))).First(IsReport);
        ((string)JsonNode.Parse(delivered.Body)!["message_delivery_report"]!["message_id"]!).ShouldBe(id);

        var read = await NodeScript.RunTextAsync(
            $$"""
            const { ConversationCallbackWebhooks } = require('@sinch/sdk-core');
            {{ClientPage.Named("sinch-node").Code("js").Single(code => code.Contains("function receive", StringComparison.Ordinal))}}
            const body = {{JsonValue.Create(delivered.Body).ToJsonString()}};
            const headers = {{new JsonObject(delivered.Headers.Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key, h.Value))).ToJsonString()}};
            process.stdout.write(JSON.stringify({ good: receive(headers, body), bad: receive(headers, body + ' ') }));
            """);
        ((int)read["good"]!["status"]!).ShouldBe(200);
        ((string)read["good"]!["event"]!["trigger"]!).ShouldBe("MESSAGE_DELIVERY");
        ((int)read["bad"]!["status"]!).ShouldBe(401);

        static bool IsReport(ReceivedPush push) => push.Body.Contains("message_delivery_report", StringComparison.Ordinal);
    }
}

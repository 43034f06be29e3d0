using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Intake;

/// <summary>The engine's own plan, over the door.</summary>
public sealed class DryRunTests(SharedGateway gateway)
{
    [Fact]
    public async Task A_plan_as_of_another_instant_and_nothing_on_any_phone()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(51), Destination.Number(52));
        body["messages"]![0]!["options"] = JsonNode.Parse("""
            {"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":9,"minute":0},"to":{"hour":10,"minute":0}},"validityPeriod":{"amount":2,"timeUnit":"HOURS"}}
            """);
        body["options"] = JsonNode.Parse("""{"schedule":{"sendAt":"2026-11-23T09:59:00.000+0000","sendingSpeedLimit":{"amount":30,"timeUnit":"HOUR"}}}""");

        var answer = await AskAsync(workspace, body, "&now=2026-11-23T08:00:00Z");

        // The window closes before the second slot: it is the first of the next Monday.
        Plan(answer, 0).ShouldBe("""{"at":"2026-11-23T09:59:00.000Z","expiresAt":"2026-11-23T11:59:00.000Z","why":["SEND_AT"]}""");
        Plan(answer, 1).ShouldBe("""{"at":"2026-11-30T09:00:00.000Z","expiresAt":"2026-11-30T11:00:00.000Z","why":["SEND_AT","DELIVERY_TIME_WINDOW","SENDING_SPEED_LIMIT"]}""");
        answer["messages"]![0]!["findings"]!.AsArray().ShouldBeEmpty();
        answer["messages"]![0]!["steps"]!.AsArray().Select(static step => (string?)step!["carrier"]).ShouldBe(["simulator"]);
        (await workspace.Handset.AllAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sender_of_nobody_can_never_be_sent_from()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();

        var answer = await AskAsync(workspace, AlimBody.Parcel("nobody", Destination.Number(53)), "");

        answer["messages"]![0]!["plan"].ShouldBeNull();
        var finding = answer["messages"]![0]!["findings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)finding["property"]!).ShouldBe("messages[0].sender");
    }

    private async Task<JsonNode> AskAsync(TestWorkspace workspace, JsonObject body, string query)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway.Url };
        http.DefaultRequestHeaders.Authorization = new("App", workspace.ApiKey);
        using var response = await http.PostAsJsonAsync($"{InfobipClient.MessagesPath}?dryRun=true{query}", body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!;
    }

    private static string Plan(JsonNode answer, int message) => answer["messages"]![message]!["plan"]!.ToJsonString();
}

using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sms;

/// <summary>A scenario of KakaoTalk and a text behind it: over the wire, to the handset, and back as reports of the channel that decided.</summary>
public sealed class OmniTests(SharedGateway gateway)
{
    private const string Text = "주문하신 상품이 출발했습니다.";

    [Fact]
    public async Task Where_KakaoTalk_fails_the_text_is_delivered_and_the_report_names_its_channel_once()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var omni = new SmsClient(gateway.Url, workspace.ApiKey);
        await MakeScenarioAsync(omni, workspace.ChannelName);
        var (fails, arrives) = (Destination.AnsweredWith("3018"), Destination.Number(81));

        await omni.AskAsync(HttpMethod.Post, "/omni/1/advanced", Body((fails, "fails"), (arrives, "arrives")));

        (await workspace.Handset.UntilOneAsync(fails)).ShouldSatisfyAllConditions(text => text.Text.ShouldBe(Text), text => text.Template.ShouldBeNull());
        (await workspace.Handset.UntilOneAsync(arrives)).Template.ShouldBe(AlimBody.PackageTemplate);
        (await omni.PullUntilAsync(2, "/omni/1/reports", "x8a2ea8.DeliveryReports")).Select(Seen)
            .ShouldBe([("fails", "SMS", "DELIVERED"), ("arrives", "KAKAO_ALIM", "DELIVERED")], ignoreOrder: true);
        foreach (var path in new[] { "/omni/1/reports", InfobipClient.ReportsPath, "/sms/3/reports", "/sms/1/reports" })
            (await omni.AskAsync(HttpMethod.Get, path))["results"]!.AsArray().ShouldBeEmpty(path);
        (await omni.AskAsync(HttpMethod.Get, "/omni/1/logs?channel=SMS"))["results"]!.AsArray().Select(static item => ((string)item!["messageId"]!, (string)item["text"]!))
            .ShouldBe([("fails", Text)]);
    }

    [Fact]
    public async Task After_a_kill_the_scenario_and_what_was_sent_by_it_are_there()
    {
        using var data = new DataFolder();
        var start = new NaruStart(data.Path) { Settings = Impatient.Settings };
        string apiKey;
        await using (var first = await NaruProcess.StartAsync(start))
        {
            using var bench = new TestBench(first.Url);
            var workspace = await bench.CreateWorkspaceAsync();
            apiKey = workspace.ApiKey;
            using var omni = new SmsClient(first.Url, apiKey);
            await MakeScenarioAsync(omni, workspace.ChannelName);
            await omni.AskAsync(HttpMethod.Post, "/omni/1/advanced", Body((Destination.AnsweredWith("3018"), "before")));
            await first.KillAsync();
        }

        await using var second = await NaruProcess.StartAsync(start);
        using var again = new SmsClient(second.Url, apiKey);
        await again.AskAsync(HttpMethod.Post, "/omni/1/advanced", Body((Destination.AnsweredWith("3018"), "after")));

        (await again.PullUntilAsync(2, "/omni/1/reports", "x8a2ea8.DeliveryReports")).Select(Seen)
            .ShouldBe([("before", "SMS", "DELIVERED"), ("after", "SMS", "DELIVERED")], ignoreOrder: true);
    }

    private static async Task MakeScenarioAsync(SmsClient omni, string channelName) => await omni.AskAsync(
        HttpMethod.Post,
        "/omni/1/scenarios",
        new JsonObject
        {
            ["flow"] = new JsonArray(new JsonObject { ["from"] = channelName, ["channel"] = "KAKAO_ALIM" }, new JsonObject { ["channel"] = "SMS" }),
            ["default"] = true,
        },
        HttpStatusCode.Created);

    private static JsonObject Body(params IReadOnlyList<(string To, string MessageId)> to) => new()
    {
        ["destinations"] = new JsonArray([.. to.Select(static one => new JsonObject { ["to"] = new JsonObject { ["phoneNumber"] = one.To }, ["messageId"] = one.MessageId })]),
        ["kakaoAlim"] = Parcel(),
        ["sms"] = new JsonObject { ["text"] = Text },
    };

    /// <summary>The AlimTalk of the other tests, under OMNI's names.</summary>
    private static JsonObject Parcel()
    {
        var content = AlimBody.Parcel("", Destination.Number(0))["messages"]![0]!["content"]!.AsObject();
        var parcel = content.DeepClone().AsObject();
        parcel.Remove("type");
        return parcel;
    }

    private static (string MessageId, string Channel, string Group) Seen(JsonNode report) =>
        ((string)report["messageId"]!, (string)report["channel"]!, (string)report["status"]!["groupName"]!);
}

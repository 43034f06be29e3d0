using System.Text.Json.Nodes;
using Naru.Fakes.Smsc;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sms;

/// <summary>Texts through the whole gateway to a mobile carrier over SMPP, whose own journal is the judge.</summary>
public sealed class SmppGatewayTests
{
    private const int Texts = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_text_leaves_by_SMPP_and_its_receipt_comes_back_as_a_push()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        await using var naru = await StartAsync(data, carrier.Port);
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new SmsClient(naru.Url, workspace.ApiKey);

        await client.SendAcceptedAsync(SmsClient.Body("주문이 출발했습니다.", null, new Destination(Destination.Number(91), "text")).ReportingTo(receiver.Url));

        var push = (await receiver.UntilPushesAsync(1)).ShouldHaveSingleItem();
        Report.ReadAll(push.Body).ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.MessageId.ShouldBe("text"), r => r.StatusGroup.ShouldBe("DELIVERED"));
        carrier.Journal.Of(SmscEvent.Taken).ShouldHaveSingleItem().From.ShouldBe("15881234");
        carrier.Journal.Of(SmscEvent.Violation).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_AlimTalk_is_followed_over_SMPP()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        await using var naru = await StartAsync(data, carrier.Port, (Name: "Naru:Journey:UnknownWait", Value: "00:00:01"));
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();

        // No sender of this workspace: of the numbers that fail at the simulator, no other carrier takes a text.
        var body = AlimBody.Parcel("nobodys", new Destination(Destination.Number(92), "parcel"));
        body["messages"]![0]!["options"] = new JsonObject { ["smsFailover"] = new JsonObject { ["text"] = "도착 예정입니다." } };
        await workspace.Infobip.SendAcceptedAsync(body);

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldBe("DELIVERED");
        carrier.Journal.Of(SmscEvent.Taken).ShouldHaveSingleItem();
    }

    /// <summary>SMPP knows no idempotency: what was open at the kill is not sent again, and ends as known or as unknown.</summary>
    [Fact]
    public async Task After_a_SIGKILL_each_text_was_at_the_carrier_at_most_once_and_is_reported_once()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        string apiKey;
        await using (var naru = await StartAsync(data, carrier.Port))
        {
            using var bench = new TestBench(naru.Url);
            apiKey = (await bench.CreateWorkspaceAsync()).ApiKey;
            using var first = new SmsClient(naru.Url, apiKey);
            for (var i = 0; i < Texts; i += 20)
                await first.SendAcceptedAsync(Short(SmsClient.Body("안녕하세요", null, [.. Enumerable.Range(i, 20).Select(static n => new Destination(Destination.Number(1000 + n), $"text-{n}"))])));
            using var patience = new CancellationTokenSource(s_patience);
            await carrier.Journal.WaitAsync(SmscEvent.Taken, Texts / 10, patience.Token);
            await naru.KillAsync();
        }

        await using var again = await StartAsync(data, carrier.Port);
        using var client = new SmsClient(again.Url, apiKey);
        var reports = await client.PullUntilAsync(Texts, "/sms/3/reports?limit=1000");

        reports.Select(static r => (string?)r["messageId"]).Distinct().Count().ShouldBe(Texts);
        reports.Select(static r => (int)r["status"]!["id"]!).ShouldAllBe(static status => status == 5 || status == 15 || status == 29);
        var taken = carrier.Journal.Of(SmscEvent.Taken).GroupBy(static entry => entry.To).ToDictionary(static g => g.Key!, static g => g.Count());
        taken.Values.ShouldAllBe(static count => count == 1);
        foreach (var report in reports.Where(static r => (int)r["status"]!["id"]! == 5))
            taken.ShouldContainKey((string)report["to"]!);
        carrier.Journal.Of(SmscEvent.Violation).ShouldBeEmpty();
    }

    /// <summary>A receipt that went to the dead session does not come again from this carrier: the validity ends what waits for it.</summary>
    private static JsonObject Short(JsonObject body)
    {
        body["messages"]![0]!["options"] = new JsonObject { ["validityPeriod"] = new JsonObject { ["amount"] = 12, ["timeUnit"] = "SECONDS" } };
        return body;
    }

    private static Task<NaruProcess> StartAsync(DataFolder data, int port, params (string Name, string Value)[] more) => NaruProcess.StartAsync(new NaruStart(data.Path)
    {
        Settings = Impatient.With(
        [
            ("Naru:Carriers:mobile:Type", "smpp"), ("Naru:Carriers:mobile:Host", "127.0.0.1"), ("Naru:Carriers:mobile:Port", $"{port}"), ("Naru:Carriers:mobile:SystemId", "naru"),
            ("Naru:Carriers:mobile:Password", "secret"), ("Naru:Routes:Sms", "mobile"), ("Naru:Infobip:RateLimits", "false"), .. more,
        ]),
    });
}

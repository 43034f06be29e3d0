using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Naru.Engine.Alarms;
using Naru.Fakes.Smsc;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Alarms;

/// <summary>Alarms of the whole program: raised from the far side, told by webhook and by message, cleared, and once.</summary>
public sealed class AlarmGatewayTests : IAsyncLifetime
{
    private const string Demo = "5a3d0f0e-6f5c-4d8e-9a51-0000000000d3";
    private const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
    private const string ApiKey = "demo-api-key";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Staff = "821000007777";

    private readonly DataFolder _data = new();
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_callers_fault_is_told_once_by_webhook_and_by_message_and_goes_on_counting_after_a_restart()
    {
        await using (var naru = await StartAsync(WithStaff()))
        {
            await SendAsync(naru, "3016");
            var (push, raised) = await ToldAsync("alarm.raised", "CALLER_FAULT");
            ShouldBeSigned(push);
            ShouldBeGolden(raised);
            using var handset = new HandsetClient(naru.Url, ApiKey);
            (await handset.UntilOneAsync(Staff)).Text.ShouldBe("[Naru] @narudemo의 메시지가 3016(으)로 실패하고 있습니다 (1건)");
            (await naru.StopAsync()).ShouldBe(0);
        }

        await using var again = await StartAsync(WithStaff());
        await SendAsync(again, "3016");
        await SendAsync(again, "3015");
        (await ToldAsync("alarm.raised", "CALLER_FAULT", "3015")).Data.Count.ShouldBe(1);

        using var page = await OperatorClient.SignInDemoAsync(again.Url);
        (await page.ReadAsync($"/console/{Demo}/alarms")).ShouldContain("Messages from @narudemo fail with 3016 (2)");
        Alarms().Count(alarm => (string?)alarm["data"]!["code"] == "3016").ShouldBe(1, "It was raised once.");
    }

    [Fact]
    public async Task A_carrier_without_a_bind_is_down_until_it_takes_one_again()
    {
        var port = 0;
        await using (var carrier = new SmscServer(new SmscOptions()))
        {
            port = carrier.Port;
        }

        await using var naru = await StartAsync(
            ("Naru:Carriers:smsc:Type", "smpp"), ("Naru:Carriers:smsc:Host", "127.0.0.1"), ("Naru:Carriers:smsc:Port", port.ToString(CultureInfo.InvariantCulture)),
            ("Naru:Carriers:smsc:SystemId", "naru"), ("Naru:Carriers:smsc:Password", "secret"), ("Naru:Alarms:CarrierDownAfter", "00:00:01"));
        (await ToldAsync("alarm.raised", "CARRIER_DOWN")).Data.Subject.ShouldBe("smsc");

        await using var back = new SmscServer(new SmscOptions { Port = port });
        (await ToldAsync("alarm.cleared", "CARRIER_DOWN")).Data.Subject.ShouldBe("smsc");
        Alarms().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Results_that_nobody_knows_are_an_alarm_when_there_are_many()
    {
        await using var naru = await StartAsync(("Naru:Alarms:UnknownNumber", "3"));
        using var client = new InfobipClient(naru.Url, ApiKey);

        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, [.. Enumerable.Range(0, 3).Select(i => new Destination($"82105555360{i}", $"unknown-{i}"))]));

        var (_, alarm) = await ToldAsync("alarm.raised", "UNKNOWN_OUTCOMES");
        (alarm.Subject, alarm.Count).ShouldBe(("simulator", 3));
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_is_an_alarm_until_there_is_room()
    {
        await using (var naru = await StartAsync(("Naru:Alarms:DiskFree", long.MaxValue.ToString(CultureInfo.InvariantCulture))))
        {
            await ToldAsync("alarm.raised", "DISK_NEARLY_FULL");
            (await naru.StopAsync()).ShouldBe(0);
        }

        await using var again = await StartAsync(("Naru:Alarms:DiskFree", "1"));
        await ToldAsync("alarm.cleared", "DISK_NEARLY_FULL");
        Alarms().Count.ShouldBe(2, "A restart raised it no second time.");
    }

    [Fact]
    public async Task A_subscriber_that_keeps_failing_is_an_alarm_until_it_takes_something()
    {
        await using var naru = await StartAsync(("Naru:Webhooks:RestAfterFailures", "1"));
        using var bench = new TestBench(naru.Url);
        using var client = new InfobipClient(naru.Url, ApiKey);
        await using var subscriber = await WebhookReceiver.StartAsync();
        subscriber.Answer = static _ => HttpStatusCode.ServiceUnavailable;

        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination("821000000042", "rested")).ReportingTo(new Uri(subscriber.Url, "/reports?key=hidden")));
        var (_, raised) = await ToldAsync("alarm.raised", "ENDPOINT_RESTED");
        (raised.Subject, raised.Detail).ShouldBe((new Uri(subscriber.Url, "/reports").ToString(), "HTTP 503"));
        subscriber.Answer = static _ => HttpStatusCode.OK;
        await bench.AdvanceClockAsync("PT10M");

        (await ToldAsync("alarm.cleared", "ENDPOINT_RESTED")).Data.Subject.ShouldBe(raised.Subject);
    }

    [Fact]
    public async Task A_message_to_staff_that_fails_is_an_alarm_and_no_further_message()
    {
        await using var naru = await StartAsync([.. WithStaff().Where(setting => setting.Item1 != "Naru:Alarms:Staff:Sender"), ("Naru:Alarms:Staff:Sender", "0299998888")]);

        await SendAsync(naru, "3016");

        (await ToldAsync("alarm.raised", "STAFF_MESSAGE_FAILED")).Data.Count.ShouldBe(1);
        using var handset = new HandsetClient(naru.Url, ApiKey);
        (await handset.AllAsync(Staff)).ShouldBeEmpty();
        using var bench = new TestBench(naru.Url);
        await bench.AdvanceClockAsync("PT3H");
        Alarms().Where(alarm => (string?)alarm["data"]!["kind"] == "STAFF_MESSAGE_FAILED").ShouldHaveSingleItem();
    }

    private static async Task SendAsync(NaruProcess naru, string code)
    {
        using var client = new InfobipClient(naru.Url, ApiKey);
        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination(Destination.AnsweredWith(code), Guid.CreateVersion7().ToString())));
    }

    private static (string, string)[] WithStaff() =>
    [
        ("Naru:Alarms:Staff:Workspace", Demo), ("Naru:Alarms:Staff:Sender", "15881234"), ("Naru:Alarms:Staff:To:0", Staff),
    ];

    private Task<NaruProcess> StartAsync(params (string Name, string Value)[] settings) => NaruProcess.StartAsync(new NaruStart(_data.Path)
    {
        Settings = Impatient.With(
            [("Naru:Alarms:Webhook:Url", new Uri(_receiver.Url, "/alarms").ToString()), ("Naru:Alarms:Webhook:Secret", Secret), ("Naru:Alarms:LookEvery", "00:00:00.2"), .. settings]),
    });

    private List<JsonNode> Alarms() => [.. _receiver.Pushes.Select(push => JsonNode.Parse(push.Body)!)];

    private async Task<(ReceivedPush Push, Told Data)> ToldAsync(string type, string kind, string? code = null)
    {
        var pushes = await _receiver.UntilAsync(all => all.Any(IsIt));
        var push = pushes.First(IsIt);
        var data = JsonNode.Parse(push.Body)!["data"]!;
        return (push, new Told((string)data["subject"]!, (long)data["count"]!, (string?)data["detail"], JsonNode.Parse(push.Body)!));

        bool IsIt(ReceivedPush one) => JsonNode.Parse(one.Body) is { } json && (string?)json["type"] == type && (string?)json["data"]!["kind"] == kind
            && (code is null || (string?)json["data"]!["code"] == code);
    }

    /// <summary>As any library of Standard Webhooks checks it.</summary>
    private static void ShouldBeSigned(ReceivedPush push)
    {
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var signed = $"{push.Headers["webhook-id"]}.{push.Headers["webhook-timestamp"]}.{push.Body}";
        push.Headers["webhook-signature"].ShouldBe("v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(signed))));
        push.Headers["webhook-id"].ShouldBe((string?)JsonNode.Parse(push.Body)!["id"]);
        push.ContentType.ShouldBe("application/json");
        AlarmSignature.IsUsable(Secret).ShouldBeTrue();
    }

    private static void ShouldBeGolden(Told told)
    {
        var json = told.Json;
        var at = (string)json["timestamp"]!;
        var id = $"alarm-1-{DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()}-raised";
        json.ToJsonString().ShouldBe(JsonNode.Parse($$"""
            {
              "id": "{{id}}",
              "type": "alarm.raised",
              "timestamp": "{{at}}",
              "data": {
                "alarm": 1,
                "kind": "CALLER_FAULT",
                "workspace": { "id": "{{Demo}}", "name": "{{(string?)json["data"]!["workspace"]!["name"]}}" },
                "subject": "@narudemo",
                "code": "3016",
                "detail": "AlimTalk",
                "count": 1,
                "firstAt": "{{at}}",
                "lastAt": "{{at}}",
                "text": { "ko": "@narudemo의 메시지가 3016(으)로 실패하고 있습니다 (1건)", "en": "Messages from @narudemo fail with 3016 (1)" }
              }
            }
            """)!.ToJsonString());
    }

    private sealed record Told(string Subject, long Count, string? Detail, JsonNode Json);
}

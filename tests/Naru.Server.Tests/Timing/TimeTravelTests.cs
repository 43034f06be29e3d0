using System.Net;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Timing;

/// <summary>A week's plan in seconds: the clock walks from due to due, and nothing on the way is lost or late.</summary>
public sealed class TimeTravelTests
{
    private const string To = "82102222";

    [Fact]
    public async Task A_week_of_a_paced_bulk_and_a_phone_that_comes_back_pass_in_seconds()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Impatient.Settings });
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        using var client = new InfobipClient(naru.Url, workspace.ApiKey);
        await using var receiver = await WebhookReceiver.StartAsync();

        // 30 an hour for a day, one message that leaves in three days, and a phone that is off for two hours.
        await SendAsync(client, workspace.Sender, receiver.Url, Enumerable.Range(0, 720).Select(i => $"{To}{i:D4}"), new JsonObject
        {
            ["sendingSpeedLimit"] = new JsonObject { ["amount"] = 30, ["timeUnit"] = "HOUR" },
        });
        await SendAsync(client, workspace.Sender, receiver.Url, ["821077777200"], null);
        await SendAsync(client, workspace.Sender, receiver.Url, ["821022229999"], new JsonObject { ["sendAt"] = TimeProvider.System.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture) });
        await bench.AdvanceClockAsync("P7D");

        await receiver.UntilAsync(pushes => ReportsOf(pushes).Count >= 722);
        ReportsOf(receiver.Pushes).Count.ShouldBe(722);
        ReportsOf(receiver.Pushes).ShouldAllBe(report => report.StatusGroup == "DELIVERED");
    }

    private static List<Report> ReportsOf(IEnumerable<ReceivedPush> pushes) => [.. pushes.SelectMany(push => Report.ReadAll(push.Body))];

    private static async Task SendAsync(InfobipClient client, string sender, Uri subscriber, IEnumerable<string> to, JsonObject? schedule)
    {
        var body = new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["sender"] = sender,
                ["destinations"] = new JsonArray([.. to.Select(number => new JsonObject { ["to"] = number })]),
                ["content"] = new JsonObject { ["type"] = "TEMPLATE", ["templateCode"] = "otp_template", ["text"] = "인증번호는 271828 입니다." },
                ["webhooks"] = new JsonObject { ["delivery"] = new JsonObject { ["url"] = new Uri(subscriber, "/reports").ToString() } },
            }),
        };
        if (schedule is not null)
            body["options"] = new JsonObject { ["schedule"] = schedule };
        var answer = await client.SendAsync(body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
    }
}

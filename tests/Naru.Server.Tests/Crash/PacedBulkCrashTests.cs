using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Naru.Core.Timing;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Crash;

/// <summary>
/// A paced bulk is paused, resumed and its gateway killed at random moments; then the carrier's own book is read: everyone once, and in no stretch of time more than
/// the pace allows. <c>NARU_PACED_BULK</c> sets how many messages (the proof of 100,000 is run by hand: it takes some three minutes).
/// </summary>
public sealed class PacedBulkCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int PerMinute = 60_000;
    private const string StatusPath = "/sms/1/bulks/status?bulkId=paced";

    private static readonly int s_count = int.Parse(Environment.GetEnvironmentVariable("NARU_PACED_BULK") ?? "12000", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task The_carrier_sees_everyone_once_and_never_more_than_the_pace()
    {
        using var data = new DataFolder();
        var (sender, apiKey) = await MakeWorkspaceAsync(data);
        var random = new Random(Seed);
        var (kills, pauses) = (0, 0);
        var finished = false;
        for (var life = 0; !finished; life++)
        {
            await using var naru = await StartAsync(data);
            using var client = new HttpClient { BaseAddress = naru.Url };
            client.DefaultRequestHeaders.Add("Authorization", $"App {apiKey}");
            if (life == 0)
            {
                await SendAsync(naru, apiKey, sender);
            }

            // Long lives once most of the trouble is over.
            var lives = TimeProvider.System.GetTimestamp();
            var span = TimeSpan.FromMilliseconds(life < 8 ? random.Next(300, 2500) : 600_000);
            while (TimeProvider.System.GetElapsedTime(lives) < span && !finished)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 600)), TimeProvider.System);
                if (life < 8 && random.Next(2) == 0)
                {
                    await SetAsync(client, "PAUSED");
                    pauses++;
                    await NothingLeavesAsync(data, random);
                    await SetAsync(client, "PROCESSING");
                }

                finished = await StatusAsync(client) == "FINISHED";
            }

            if (!finished)
            {
                await naru.KillAsync();
                kills++;
            }
            else
            {
                // What began last is handed over and answered.
                await UntilDeliveredAsync(naru, apiKey);
                (await naru.StopAsync()).ShouldBe(0);
            }
        }

        var at = Book(data);
        output.WriteLine($"{at.Length} arrivals in {(at[^1] - at[0]) / 1000.0:F1} s, {kills} kills, {pauses} pauses");
        at.Length.ShouldBe(s_count);
        kills.ShouldBeGreaterThan(0);
        var period = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;
        for (var (first, last) = (0, 0); last < at.Length; last++)
        {
            while (at[first] <= at[last] - period)
            {
                first++;
            }

            (last - first + 1).ShouldBeLessThanOrEqualTo(PerMinute);
        }

        // Evenly, too: in any tenth of a second not more than its share and what lateness allows for.
        var share = (PerMinute / 600) + (int)Math.Ceiling(PerMinute / 60_000.0 * EvenPace.Lateness.TotalMilliseconds) + 1;
        for (var (first, last) = (0, 0); last < at.Length; last++)
        {
            while (at[first] <= at[last] - 100)
            {
                first++;
            }

            (last - first + 1).ShouldBeLessThanOrEqualTo(share);
        }
    }

    /// <summary>The instants at which the carrier took attempts, each of another message.</summary>
    private static long[] Book(DataFolder data)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "simulator.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        var rows = connection.Query<(long Key, long At)>("SELECT key, at FROM attempt ORDER BY at").ToArray();

        // The key is the message's 48 bits and the number of the attempt below them: see AttemptTable.
        rows.GroupBy(row => row.Key >> 15).ShouldAllBe(attempts => attempts.Count() == 1, "nobody is sent to twice");
        return [.. rows.Select(row => row.At)];
    }

    /// <summary>While the bulk is paused the book does not grow.</summary>
    private static async Task NothingLeavesAsync(DataFolder data, Random random)
    {
        // What was out when the pause was answered may still be on its way into the book.
        long before;
        do
        {
            before = Count(data);
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
        }
        while (Count(data) != before);

        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 500)), TimeProvider.System);
        Count(data).ShouldBe(before, "something began while the bulk was paused");
    }

    private static long Count(DataFolder data)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "simulator.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM attempt");
    }

    private static async Task SendAsync(NaruProcess naru, string apiKey, string sender)
    {
        using var client = new InfobipClient(naru.Url, apiKey);
        var body = new JsonObject
        {
            ["messages"] = new JsonArray(new JsonObject
            {
                ["sender"] = sender,
                ["destinations"] = new JsonArray([.. Enumerable.Range(0, s_count).Select(i => new JsonObject { ["to"] = $"{821011000000 + i}" })]),
                ["content"] = new JsonObject { ["type"] = "TEMPLATE", ["templateCode"] = "otp_template", ["text"] = "인증번호는 271828 입니다." },
                ["webhooks"] = new JsonObject { ["delivery"] = new JsonObject { ["notify"] = false } },
            }),
            ["options"] = new JsonObject
            {
                ["schedule"] = new JsonObject { ["bulkId"] = "paced", ["sendingSpeedLimit"] = new JsonObject { ["amount"] = PerMinute, ["timeUnit"] = "MINUTE" } },
            },
        };
        var answer = await client.SendAsync(body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
    }

    private static async Task<string> StatusAsync(HttpClient client)
    {
        var answer = JsonNode.Parse(await client.GetStringAsync(new Uri(StatusPath, UriKind.Relative)))!;
        return (string)answer["status"]!;
    }

    private static async Task SetAsync(HttpClient client, string status)
    {
        using var body = new StringContent($$"""{"status":"{{status}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri(StatusPath, UriKind.Relative), body);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            // It finished in the meantime.
            (await StatusAsync(client)).ShouldBe("FINISHED", await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task UntilDeliveredAsync(NaruProcess naru, string apiKey)
    {
        using var patience = new CancellationTokenSource(s_patience);
        using var client = new InfobipClient(naru.Url, apiKey);
        while ((await client.GetAsync($"{InfobipClient.LogsPath}?limit=1&generalStatus=PENDING")).Json["results"]!.AsArray().Count > 0)
        {
            patience.IsCancellationRequested.ShouldBeFalse("some messages never ended");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private static async Task<(string Sender, string ApiKey)> MakeWorkspaceAsync(DataFolder data)
    {
        await using var naru = await StartAsync(data);
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        (await naru.StopAsync()).ShouldBe(0);
        return (workspace.Sender, workspace.ApiKey);
    }

    private static Task<NaruProcess> StartAsync(DataFolder data) =>
        NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Impatient.With(("Naru:Infobip:RateLimits", "false")) });
}

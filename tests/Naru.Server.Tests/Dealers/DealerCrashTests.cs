using System.Collections.Concurrent;
using System.Net;
using Naru.Fakes.Dealers;
using Naru.Fakes.Solapi;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Crash;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Dealers;

/// <summary>
/// The whole program with a dealer as its way out, killed again and again: in the middle of a request to the dealer, while requests break, and while nothing does. The
/// dealer's own journal is the judge.
/// </summary>
public sealed class DealerCrashTests(ITestOutputHelper output)
{
    private const int Kills = 12;
    private const int Senders = 3;
    private const string Channel = "KA01PF000000000000000000000000d3";
    private const string TemplateId = "KA01TP000000000000000000package1";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly SendFault[] s_faults = [SendFault.CutAfterAccept, SendFault.CutBeforeReading, SendFault.TooMany, SendFault.Unavailable];

    [Fact]
    public async Task After_every_kill_each_message_is_at_the_dealer_once_or_counted_as_unknown()
    {
        using var data = new DataFolder();
        await using var fake = await FakeSolapi.StartAsync(new FakeSolapiOptions
        {
            ReportAfter = TimeSpan.FromSeconds(1),
            Templates = new(StringComparer.Ordinal) { [TemplateId] = new FakeTemplate(Channel, "package", "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.") },
        });
        var (sender, apiKey) = await MakeWorkspaceAsync(data);
        var settings = Settings(fake, sender);
        using var stopping = new CancellationTokenSource();
        var gateway = new CurrentGateway();
        var accepted = new ConcurrentBag<string>();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(n => SendAsync(n, gateway, sender, apiKey, accepted, stopping.Token)));

        await KillAgainAndAgainAsync(data, settings, gateway, fake);
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = settings });
        gateway.IsAt(naru.Url);
        await stopping.CancelAsync();
        await sending.WaitAsync(s_patience);
        using var client = new InfobipClient(naru.Url, apiKey);
        var log = await UntilSettledAsync(client);

        var atDealer = fake.Journal.Lines.Where(line => line.What == "accepted").GroupBy(line => line.Reference!.Split('.')[0], StringComparer.Ordinal).ToDictionary(
            same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var byId = log.ToLookup(row => row.MessageId, StringComparer.Ordinal);
        output.WriteLine($"{accepted.Count} accepted, {log.Count} in the log, {atDealer.Count} at the dealer, {log.Count(row => row.StatusGroup != "DELIVERED")} not delivered, {Kills} kills");

        accepted.Count.ShouldBeGreaterThan(100);
        atDealer.Where(one => one.Value != 1).ShouldBeEmpty("twice at the dealer");
        accepted.Where(id => byId[id].Count() != 1).ShouldBeEmpty("accepted, and not in the log once");
        log.Where(row => row.StatusGroup == "DELIVERED" && !atDealer.ContainsKey(row.MessageId)).ShouldBeEmpty("delivered, and the dealer never had it");
        log.Where(row => row.StatusGroup is not ("DELIVERED" or "EXPIRED")).ShouldBeEmpty("neither delivered nor unknown");
        atDealer.Keys.Where(id => !byId.Contains(id)).ShouldBeEmpty("at the dealer, and not in the log");
    }

    private static Dictionary<string, string> Settings(FakeSolapi fake, string sender) => new(Impatient.With(
        ("Naru:Infobip:RateLimits", "false"),
        ("Naru:Routes:AlimTalk", "coolsms"),
        ("Naru:Journey:UnknownWait", "00:00:20"),
        ("Naru:Journey:FirstBackoff", "00:00:00.2"),
        ("Naru:Carriers:coolsms:Type", "solapi"),
        ("Naru:Carriers:coolsms:BaseUrl", fake.Address.AbsoluteUri),
        ("Naru:Carriers:coolsms:ApiKey", "FAKE-KEY"),
        ("Naru:Carriers:coolsms:ApiSecret", "FAKE-SECRET"),
        ("Naru:Carriers:coolsms:Timeout", "00:00:01"),
        ("Naru:Carriers:coolsms:PollInterval", "00:00:00.3"),
        ("Naru:Carriers:coolsms:AskAfter", "00:00:01.5"),
        ("Naru:Carriers:coolsms:BreakFor", "00:00:01"),
        ($"Naru:Carriers:coolsms:Senders:{sender}", Channel),
        ($"Naru:Carriers:coolsms:Templates:{AlimBody.PackageTemplate}", TemplateId)));

    private static async Task<(string Sender, string ApiKey)> MakeWorkspaceAsync(DataFolder data)
    {
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        (await naru.StopAsync()).ShouldBe(0);
        return (workspace.Sender, workspace.ApiKey);
    }

    /// <summary>Every third dies in the middle of a request that the dealer has accepted and not answered.</summary>
    private static async Task KillAgainAndAgainAsync(DataFolder data, Dictionary<string, string> settings, CurrentGateway gateway, FakeSolapi fake)
    {
        var random = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = settings });
            gateway.IsAt(naru.Url);
            if (kill % 3 == 0)
            {
                var before = fake.Journal.Lines.Count(line => line.What == "slow");
                fake.Faults.Next(SendFault.Slow);
                await fake.Journal.UntilAsync(lines => lines.Count(line => line.What == "slow") > before, s_patience);
            }
            else
            {
                fake.Faults.Next(s_faults[kill % s_faults.Length], 2);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 2_000)), TimeProvider.System);
            }

            gateway.IsDown();
            naru.HasExited.ShouldBeFalse($"it ended by itself:\n{naru.Output}");
            await naru.KillAsync();
        }
    }

    private static async Task SendAsync(int number, CurrentGateway gateway, string sender, string apiKey, ConcurrentBag<string> accepted, CancellationToken stopping)
    {
        for (var n = 0; !stopping.IsCancellationRequested; n++)
        {
            try
            {
                var url = await gateway.UrlAsync(stopping);
                using var client = new InfobipClient(url, apiKey);
                var to = Enumerable.Range(0, 1 + (n % 5)).Select(i => new Destination(Destination.Number((number * 1_000_000) + (n * 10) + i), $"m-{number}-{n}-{i}")).ToArray();
                var answer = await client.SendAsync(AlimBody.Parcel(sender, to));
                if (answer.Status == HttpStatusCode.OK)
                {
                    foreach (var destination in to)
                    {
                        accepted.Add(destination.MessageId!);
                    }
                }

                await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, stopping);
            }
            catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
            {
                // The gateway died under it: nobody promised anything of this one.
            }
        }
    }

    private static async Task<IReadOnlyList<Report>> UntilSettledAsync(InfobipClient client)
    {
        using var patience = new CancellationTokenSource(s_patience, TimeProvider.System);
        while (true)
        {
            var log = await ReadLogAsync(client);
            if (log.All(row => row.StatusGroup != "PENDING"))
            {
                return log;
            }

            patience.IsCancellationRequested.ShouldBeFalse($"{log.Count(row => row.StatusGroup == "PENDING")} of {log.Count} messages have not ended");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static async Task<IReadOnlyList<Report>> ReadLogAsync(InfobipClient client)
    {
        var log = new List<Report>();
        for (var query = "limit=1000&useCursor=true"; query is not null;)
        {
            var answer = await client.GetAsync($"{InfobipClient.LogsPath}?{query}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
            log.AddRange(Report.ReadAll(answer.Body));
            query = (string?)answer.Json["cursor"]?["nextCursor"] is { Length: > 0 } next ? $"limit=1000&useCursor=true&cursor={Uri.EscapeDataString(next)}" : null;
        }

        return log;
    }
}

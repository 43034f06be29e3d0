using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Crash;

/// <summary>
/// SIGKILL at fifty random moments in the middle of a load that sends, polls and takes pushes. It shows what the death of the process does;
/// what the loss of power does it cannot show.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    // On PostgreSQL what is durable is the server's, which nobody kills here: what is left to be shown takes fewer.
    private static readonly int s_kills = StoreUnderTest.IsPostgres ? 15 : 50;

    private const int Senders = 8;
    private const int Seed = 20260301;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // Finishes the uncertain ones within the test, and lets it read the whole log.
    private static readonly IReadOnlyDictionary<string, string> s_settings = Impatient.With(("Naru:Infobip:RateLimits", "false"));

    [Fact]
    public async Task Nothing_accepted_is_lost_or_doubled_and_nothing_unanswered_is_half_there()
    {
        using var data = new DataFolder();
        await using var receiver = await WebhookReceiver.StartAsync();
        using var stopping = new CancellationTokenSource();
        using var enough = new CancellationTokenSource();
        var (sender, apiKey) = await MakeWorkspaceAsync(data);
        var gateway = new CurrentGateway();
        var makers = Enumerable.Range(0, Senders).Select(n => new SendingMaker(n, Seed + n, sender, receiver.Url)).ToArray();
        var load = new CrashLoad(gateway, apiKey, makers, stopping.Token);

        var sending = load.SendAsync();
        var polling = load.PollAsync(enough.Token);
        await KillAgainAndAgainAsync(data, gateway);
        await using var naru = await StartAsync(data);
        gateway.IsAt(naru.Url);
        await stopping.CancelAsync();
        await sending.WaitAsync(s_patience);

        using var client = new InfobipClient(naru.Url, apiKey);
        using var handset = new HandsetClient(naru.Url, apiKey);
        var (evidence, reports) = await UntilSettledAsync(load, receiver, client, handset);
        await enough.CancelAsync();
        await polling.WaitAsync(s_patience);
        output.WriteLine(Judgement.Summary(load, receiver, evidence));

        load.Faults.ShouldBeEmpty();
        Judgement.EveryAcceptedMessageIsThereOnce(load, evidence);
        Judgement.WhatWasNotAnsweredIsThereWhollyOrNotAtAll(load, evidence);
        Judgement.NothingIsThereThatWasNotSent(load, evidence);
        Judgement.WhatWasDeliveredIsOnThePhoneOnceAndNothingElseIs(evidence);
        Judgement.EveryReportOfAMessageSaysTheSame(evidence, reports);
    }

    private static async Task<(string Sender, string ApiKey)> MakeWorkspaceAsync(DataFolder data)
    {
        await using var naru = await StartAsync(data);
        using var bench = new TestBench(naru.Url);
        var workspace = await bench.CreateWorkspaceAsync();
        (await naru.StopAsync()).ShouldBe(0);
        return (workspace.Sender, workspace.ApiKey);
    }

    private static Task<NaruProcess> StartAsync(DataFolder data) => NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = s_settings });

    /// <summary>Four of five lives end in the middle of work; the fifth ends while it starts and picks up what lay open.</summary>
    private static async Task KillAgainAndAgainAsync(DataFolder data, CurrentGateway gateway)
    {
        var random = new Random(Seed);
        for (var kill = 0; kill < s_kills; kill++)
        {
            await using var naru = NaruProcess.Launch(new NaruStart(data.Path) { Settings = s_settings });
            if (kill % 5 == 4)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 700)), TimeProvider.System);
            }
            else
            {
                await naru.UntilListeningAsync();
                gateway.IsAt(naru.Url);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 1300)), TimeProvider.System);
            }

            gateway.IsDown();
            naru.HasExited.ShouldBeFalse($"it ended by itself:\n{naru.Output}");
            await naru.KillAsync();
        }
    }

    /// <summary>Waits until every message that the gateway knows of has ended and was reported.</summary>
    private static async Task<(Evidence Evidence, ILookup<string, Report> Reports)> UntilSettledAsync(
        CrashLoad load, WebhookReceiver receiver, InfobipClient client, HandsetClient handset)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var evidence = await Evidence.ReadAsync(client, handset);
            var reports = receiver.Pushes.SelectMany(push => Report.ReadAll(push.Body)).Concat(load.Polled).ToLookup(report => report.MessageId, StringComparer.Ordinal);
            var open = evidence.Log.Where(row => row.StatusGroup == "PENDING" || !reports.Contains(row.MessageId)).ToArray();
            if (open.Length == 0)
                return (evidence, reports);
            patience.IsCancellationRequested.ShouldBeFalse($"{open.Length} of {evidence.Log.Count} messages have not ended or were not reported, such as {open[0]}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}

using System.Diagnostics;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Isolation;

/// <summary>Disposable workspaces: many test suites share one gateway and do not see each other.</summary>
public sealed class TestWorkspaceTests(SharedGateway gateway, ITestOutputHelper output)
{
    private const int Suites = 16;

    [Fact]
    public async Task Sixteen_suites_in_parallel_see_only_their_own_messages_and_webhooks()
    {
        // The same numbers, client ids and bulk ids in every suite: whatever is shared would show.
        await Task.WhenAll(Enumerable.Range(0, Suites).Select(RunSuiteAsync));

        async Task RunSuiteAsync(int suite)
        {
            await using var workspace = await gateway.NewWorkspaceAsync();
            await using var receiver = await WebhookReceiver.StartAsync();
            var code = $"{suite:D6}";
            for (var round = 0; round < 5; round++)
            {
                await workspace.Infobip.SendAcceptedAsync(
                    AlimBody.OneTimeCode(workspace.Sender, code, new Destination(Destination.Number(1), $"pushed-{round}")).ReportingTo(receiver.Url, callbackData: code));
                await workspace.Infobip.SendAcceptedAsync(AlimBody.OneTimeCode(workspace.Sender, code, new Destination(Destination.Number(2), $"polled-{round}")));
            }

            (await workspace.Handset.UntilAsync(10)).ShouldAllBe(arrival => arrival.Variables["code"] == code);
            (await workspace.Infobip.PullUntilAsync(5)).Count.ShouldBe(5);
            var pushes = await receiver.UntilAsync(all => all.Sum(push => Report.ReadAll(push.Body).Count) >= 5);
            pushes.SelectMany(push => Report.ReadAll(push.Body)).ShouldAllBe(report => report.CallbackData == code);
            (await workspace.Handset.AllAsync()).Count.ShouldBe(10);
            await workspace.Handset.ClearAsync();
            (await workspace.Handset.AllAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Clearing_one_handset_leaves_the_others()
    {
        await using var one = await gateway.NewWorkspaceAsync();
        await using var another = await gateway.NewWorkspaceAsync();
        await one.Infobip.SendAcceptedAsync(AlimBody.Parcel(one.Sender, Destination.Number(1)));
        await another.Infobip.SendAcceptedAsync(AlimBody.Parcel(another.Sender, Destination.Number(1)));
        await one.Handset.UntilAsync(1);
        await another.Handset.UntilAsync(1);

        await one.Handset.ClearAsync();

        (await one.Handset.AllAsync()).ShouldBeEmpty();
        (await another.Handset.AllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_workspace_is_there_within_a_tenth_of_a_second()
    {
        await (await gateway.NewWorkspaceAsync()).DisposeAsync();
        var took = new List<TimeSpan>();
        for (var n = 0; n < 21; n++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var workspace = await gateway.NewWorkspaceAsync();
            took.Add(Stopwatch.GetElapsedTime(start));
        }

        took.Sort();
        output.WriteLine($"POST /test/workspaces: p50 {took[10].TotalMilliseconds:F1} ms, most {took[^1].TotalMilliseconds:F1} ms");
        took[10].ShouldBeLessThan(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task A_workspace_that_was_deleted_is_gone_for_its_clients()
    {
        var workspace = await gateway.NewWorkspaceAsync();
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(1)));

        await workspace.DeleteAsync();

        ((int)(await workspace.Infobip.GetAsync(InfobipClient.LogsPath)).Status).ShouldBe(401);
        await workspace.DisposeAsync();
    }

    [Fact]
    public async Task Deleted_workspaces_leave_no_row()
    {
        using var data = new DataFolder();
        await (await RunAsync(static _ => Task.CompletedTask)).DisposeAsync();
        var before = StoredRows.Count(data.Path);

        await (await RunAsync(bench => Task.WhenAll(Enumerable.Range(0, Suites).Select(_ => UseAndDeleteAsync(bench))))).DisposeAsync();

        StoredRows.Count(data.Path).ShouldBe(before);

        async Task<NaruProcess> RunAsync(Func<TestBench, Task> use)
        {
            var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Impatient.With(("Naru:Infobip:RateLimits", "false")) });
            using var bench = new TestBench(naru.Url);
            await use(bench);
            (await naru.StopAsync()).ShouldBe(0, naru.Output);
            return naru;
        }
    }

    /// <summary>Leaves something of every kind: claims, keys, bulks, reports pushed, failing, polled and waiting, open messages, presses.</summary>
    private static async Task UseAndDeleteAsync(TestBench bench)
    {
        await using var workspace = await bench.CreateWorkspaceAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = static push => push.Path == "/failing" ? System.Net.HttpStatusCode.BadGateway : System.Net.HttpStatusCode.OK;
        var many = Enumerable.Range(10, 400).Select(n => new Destination(Destination.Number(n))).ToArray();
        await workspace.Infobip.SendAsync(AlimBody.Parcel(workspace.Sender, many).InBulk("many"), "key-1");
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "mine")));
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(2)).ReportingTo(new Uri(receiver.Url, "/good")));
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(3)).ReportingTo(new Uri(receiver.Url, "/failing")));
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, "821088880900", "821077770900", Destination.AnsweredWith("3005"), "no number"));
        await SignInAsync(bench.Url, workspace);
        await workspace.Handset.UntilAsync(403);
        await workspace.Infobip.PullAsync("limit=100");
        await receiver.UntilPushesAsync(2);
    }

    /// <summary>A session, so that there is a token to forget.</summary>
    private static async Task SignInAsync(Uri url, TestWorkspace workspace)
    {
        using var client = new HttpClient { BaseAddress = url };
        using var body = InfobipClient.JsonContent(new System.Text.Json.Nodes.JsonObject { ["username"] = workspace.UserName, ["password"] = workspace.Password });
        using var answer = await client.PostAsync("/auth/1/session", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}

using System.Net;
using Microsoft.Data.Sqlite;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.StartUp;

public sealed class StartAndStopTests(ITestOutputHelper output)
{
    private const string DemoKey = "demo-api-key";
    private const string DemoSender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    [Fact]
    public async Task The_first_message_is_accepted_within_three_seconds_of_the_start_of_the_process()
    {
        // The best of three: the machine may have other work.
        var took = new List<TimeSpan>();
        for (var n = 0; n < 3; n++)
        {
            using var data = new DataFolder();
            await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "demo" });
            using var client = new InfobipClient(naru.Url, DemoKey);
            await client.SendAcceptedAsync(AlimBody.Parcel(DemoSender, Destination.Number(1)));
            took.Add(naru.SinceStart);
        }

        output.WriteLine($"first send accepted {string.Join(", ", took.Select(one => one.TotalMilliseconds.ToString("F0")))} ms after the start of the process");
        took.Min().ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Init_makes_the_first_workspace_and_its_keys_work_and_are_shown_once()
    {
        using var data = new DataFolder();

        var (exitCode, text) = await NaruProcess.RunAsync("init", "shop", "--data", data.Path);
        exitCode.ShouldBe(0, text);
        var key = PrintedKeys.ApiKey(text);
        await using (var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "serve" }))
        {
            using var client = new InfobipClient(naru.Url, key);
            (await client.GetAsync(InfobipClient.LogsPath)).Status.ShouldBe(HttpStatusCode.OK);
            using var demo = new InfobipClient(naru.Url, DemoKey);
            (await demo.GetAsync(InfobipClient.LogsPath)).Status.ShouldBe(HttpStatusCode.Unauthorized, "serve has no demo workspace");
            naru.Output.ShouldNotContain(key);
        }

        var again = await NaruProcess.RunAsync("init", "shop", "--data", data.Path);
        again.ExitCode.ShouldNotBe(0);
        again.Output.ShouldContain("workspace already");
        Directory.GetFiles(data.Path, "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains(key));
    }

    [Fact]
    public async Task Serve_has_no_test_routes()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "serve" });
        using var client = new HttpClient { BaseAddress = naru.Url };

        foreach (var path in new[] { "/handset", "/handset/messages" })
            (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in new[] { "/test/workspaces", "/simulator/clock" })
            (await client.PostAsync(path, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Fact]
    public async Task A_graceful_stop_in_the_middle_of_work_loses_nothing_and_ends_with_0()
    {
        using var data = new DataFolder();
        var accepted = 0;
        string key;
        await using (var naru = await NaruProcess.StartAsync(new NaruStart(data.Path)))
        {
            using var bench = new TestBench(naru.Url);
            var workspace = await bench.CreateWorkspaceAsync();
            key = workspace.ApiKey;
            var senders = Enumerable.Range(0, 4).Select(SendUntilRefusedAsync).ToArray();
            await workspace.Handset.UntilAsync(500);

            (await naru.StopAsync()).ShouldBe(0, naru.Output);
            await Task.WhenAll(senders);

            async Task SendUntilRefusedAsync(int sender)
            {
                try
                {
                    for (var n = 0; ; n++)
                    {
                        var to = Enumerable.Range((sender * 1_000_000) + (n * 25), 25).Select(i => new Destination(Destination.Number(i))).ToArray();
                        var answer = await workspace.Infobip.SendAsync(AlimBody.Parcel(workspace.Sender, to));
                        if (answer.Status != HttpStatusCode.OK)
                        {
                            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
                            return;
                        }

                        Interlocked.Add(ref accepted, to.Length);
                    }
                }
                catch (HttpRequestException)
                {
                    // Nobody listens any more. Whoever was answered, was answered.
                }
            }
        }

        await using var after = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var client = new InfobipClient(after.Url, key);
        using var handset = new HandsetClient(after.Url, key);
        var reports = await client.PullUntilAsync(accepted);
        reports.Count.ShouldBe(accepted, "a request is answered or not stored");
        (await handset.AllAsync()).Select(arrival => arrival.MessageId).Order(StringComparer.Ordinal)
            .ShouldBe(reports.Select(report => report.MessageId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_with_the_reason()
    {
        using var data = new DataFolder();
        await StartAndStopAsync(data);
        var number = StoreUnderTest.IsPostgres ? "number" : "value";
        (await StoreUnderTest.ChangeAsync(data.Path, $"UPDATE meta SET {number} = 9999 WHERE name = 'schema'")).ShouldBe(1);

        await ShouldBeRefusedAsync(data, StoreUnderTest.NameOf(data.Path));
    }

    [Fact]
    public async Task A_simulator_of_a_newer_version_is_refused_with_the_reason()
    {
        using var data = new DataFolder();
        await StartAndStopAsync(data);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "simulator.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 9999";
            command.ExecuteNonQuery();
        }

        await ShouldBeRefusedAsync(data, "simulator.db");
    }

    [Theory]
    [InlineData("Naru:Webhooks:AllowedNetworks:0", "everywhere")]
    [InlineData("Naru:Infobip:TextLimit", "plenty")]
    [InlineData("Naru:Journey:RetryDelay", "soon")]
    public async Task A_setting_that_cannot_be_read_is_named(string setting, string value)
    {
        using var data = new DataFolder();
        await using var naru = NaruProcess.Launch(new NaruStart(data.Path) { Settings = Impatient.With((setting, value)) });

        (await naru.UntilExitAsync()).ShouldNotBe(0);

        naru.Output.ShouldContain(setting.Replace(":0", "", StringComparison.Ordinal));
        naru.Output.ShouldContain(value);
        naru.Output.ShouldNotContain("   at ", Case.Sensitive, "a reason, not a stack trace");
    }

    [Fact]
    public async Task A_second_gateway_on_the_same_folder_is_refused()
    {
        using var data = new DataFolder();
        await using var first = await NaruProcess.StartAsync(new NaruStart(data.Path));

        var (exitCode, text) = await NaruProcess.RunAsync("test", "--urls", "http://127.0.0.1:0", "--data", data.Path);

        exitCode.ShouldNotBe(0);
        text.ShouldContain(StoreUnderTest.IsPostgres ? "in use by another gateway" : data.Path);
        text.ShouldNotContain("   at ", Case.Sensitive);
        using var client = new HttpClient { BaseAddress = first.Url };
        (await client.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_demo_that_is_ended_while_it_shows_its_first_messages_ends_well()
    {
        using var data = new DataFolder();
        var slow = new Dictionary<string, string>(StringComparer.Ordinal) { ["Naru:Simulator:Latency"] = "00:01:00" };
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "demo", Settings = slow });

        (await naru.StopAsync()).ShouldBe(0, naru.Output);

        naru.Output.ShouldContain("Stopped before all first messages were shown.");
    }

    private static async Task StartAndStopAsync(DataFolder data)
    {
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path));
        (await naru.StopAsync()).ShouldBe(0);
    }

    private static async Task ShouldBeRefusedAsync(DataFolder data, string store)
    {
        var (exitCode, text) = await NaruProcess.RunAsync("test", "--urls", "http://127.0.0.1:0", "--data", data.Path);

        exitCode.ShouldNotBe(0);
        text.ShouldContain("9999");
        text.ShouldContain(store);
        text.ShouldNotContain("   at ", Case.Sensitive, "a reason, not a stack trace");
    }
}

using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reports;

/// <summary>Where reports go when neither the message nor its workspace says it.</summary>
public sealed class InstallationReportsTests
{
    private const string DemoKey = "demo-api-key";
    private const string DemoSender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    [Fact]
    public async Task They_go_where_the_setting_says_and_the_message_may_say_otherwise()
    {
        using var data = new DataFolder();
        await using var ours = await WebhookReceiver.StartAsync();
        await using var its = await WebhookReceiver.StartAsync();
        await using var naru = await NaruProcess.StartAsync(Start(data, ours.Url.ToString(), "application/xml"));
        using var client = new InfobipClient(naru.Url, DemoKey);

        await client.SendAcceptedAsync(AlimBody.Parcel(DemoSender, new Destination(Destination.Number(1), "plain")));
        await client.SendAcceptedAsync(AlimBody.Parcel(DemoSender, new Destination(Destination.Number(2), "own")).ReportingTo(its.Url));

        (await ours.UntilPushesAsync(1)).ShouldHaveSingleItem().Body.ShouldContain("<messageId>plain</messageId>");
        (await its.UntilPushesAsync(1)).ShouldHaveSingleItem().Body.ShouldContain("\"own\"");
    }

    [Fact]
    public async Task A_test_suite_keeps_its_own_reports()
    {
        using var data = new DataFolder();
        await using var ours = await WebhookReceiver.StartAsync();
        await using var naru = await NaruProcess.StartAsync(Start(data, ours.Url.ToString()));
        using var bench = new TestBench(naru.Url);
        await using var workspace = await bench.CreateWorkspaceAsync();

        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, new Destination(Destination.Number(1), "mine")));

        (await workspace.Infobip.PullUntilAsync(1)).ShouldHaveSingleItem().MessageId.ShouldBe("mine");
        ours.Pushes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not a url", "application/json", "Naru:Webhooks:Reports:Url")]
    [InlineData("ftp://shop.example/in", "application/json", "Naru:Webhooks:Reports:Url")]
    [InlineData("http://10.0.0.5/in", "application/json", "Naru:Webhooks:AllowedNetworks")]
    [InlineData("https://shop.example/in", "text/plain", "Naru:Webhooks:Reports:ContentType")]
    public async Task What_cannot_be_ends_the_start_with_the_name_of_the_setting(string url, string contentType, string named)
    {
        using var data = new DataFolder();

        var (exitCode, text) = await NaruProcess.RunAsync(Start(data, url, contentType) with { Command = "serve", Options = [] });

        exitCode.ShouldBe(1, text);
        text.ShouldContain(named);
        text.ShouldNotContain("   at ");
    }

    private static NaruStart Start(DataFolder data, string url, string contentType = "application/json") => new(data.Path)
    {
        Command = "demo",
        Options = ["--no-tour"],
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Naru:Webhooks:Reports:Url"] = url,
            ["Naru:Webhooks:Reports:ContentType"] = contentType,
        },
    };
}

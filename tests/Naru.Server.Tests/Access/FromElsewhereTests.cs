using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Access;

/// <summary>What may be reached from where; every refusal names the setting that would allow it.</summary>
public sealed class FromElsewhereTests
{
    private const string DemoKey = "demo-api-key";
    private const string DemoSender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    [Fact]
    public async Task Demo_credentials_are_refused_at_another_address_than_loopback()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "demo", Urls = $"http://{OtherAddress()}:0" });
        using var client = new InfobipClient(naru.Url, DemoKey);

        var answer = await client.SendAsync(AlimBody.Parcel(DemoSender, Destination.Number(1)));

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.Unauthorized, "E401"));
        answer.Body.ShouldContain("--allow-remote");
    }

    [Fact]
    public async Task Demo_credentials_are_accepted_there_when_it_was_said()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(
            new NaruStart(data.Path) { Command = "demo", Options = ["--allow-remote"], Urls = $"http://{OtherAddress()}:0" });
        using var client = new InfobipClient(naru.Url, DemoKey);

        await client.SendAcceptedAsync(AlimBody.Parcel(DemoSender, Destination.Number(1)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/dlr")]
    [InlineData("http://localhost/dlr")]
    [InlineData("http://[::1]/dlr")]
    [InlineData("http://10.1.2.3/dlr")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::ffff:127.0.0.1]/dlr")]
    [InlineData("http://2130706433/dlr")]
    public async Task A_webhook_in_a_private_network_is_refused_and_the_setting_named(string url)
    {
        using var data = new DataFolder();
        var key = await InitAsync(data);
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Command = "serve" });
        using var client = new InfobipClient(naru.Url, key);

        var answer = await client.SendAsync(AlimBody.Parcel(DemoSender, Destination.Number(1)).ReportingTo(new Uri(url)));

        (answer.Status, answer.ErrorCode).ShouldBe((HttpStatusCode.BadRequest, "E400"));
        answer.Body.ShouldContain("Naru:Webhooks:AllowedNetworks");
    }

    [Fact]
    public async Task A_private_network_that_is_listed_is_allowed()
    {
        using var data = new DataFolder();
        var key = await InitAsync(data);
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path)
        {
            Command = "serve",
            Settings = Impatient.With(("Naru:Webhooks:AllowedNetworks:0", "127.0.0.0/8")),
        });
        await using var receiver = await WebhookReceiver.StartAsync();
        using var client = new InfobipClient(naru.Url, key);

        // The workspace has no sender: its report comes at once, and says so.
        await client.SendAcceptedAsync(AlimBody.Parcel(DemoSender, Destination.Number(1)).ReportingTo(receiver.Url));

        var push = (await receiver.UntilPushesAsync(1)).ShouldHaveSingleItem();
        Report.ReadAll(push.Body).ShouldHaveSingleItem().StatusId.ShouldBe(13);
    }

    private static async Task<string> InitAsync(DataFolder data)
    {
        var (exitCode, text) = await NaruProcess.RunAsync("init", "shop", "--data", data.Path);
        exitCode.ShouldBe(0, text);
        return StartUp.PrintedKeys.ApiKey(text);
    }

    /// <summary>Another address of this machine than loopback. Only the gateway of the test listens there, and only the test calls it.</summary>
    private static IPAddress OtherAddress() =>
        NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .First(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
}

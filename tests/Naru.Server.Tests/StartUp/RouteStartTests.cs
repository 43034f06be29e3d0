using System.Globalization;
using Naru.Fakes.Smsc;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.StartUp;

/// <summary>Routes over carriers that settings do not name (any more).</summary>
public sealed class RouteStartTests
{
    private const string Demo = "5a3d0f0e-6f5c-4d8e-9a51-0000000000d3";
    private const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    [Fact]
    public async Task A_route_of_settings_over_a_carrier_that_is_not_configured_refuses_the_start_and_says_which()
    {
        using var data = new DataFolder();

        var (exitCode, output) = await NaruProcess.RunAsync(new NaruStart(data.Path) { Settings = Settings(("Naru:Routes:AlimTalk", "pigeon")) });

        exitCode.ShouldBe(1);
        output.ShouldContain("Naru:Routes:AlimTalk");
        output.ShouldContain("pigeon");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_route_over_a_carrier_that_is_gone_refuses_the_start_until_it_is_forgotten_by_name()
    {
        using var data = new DataFolder();
        await using var carrier = new SmscServer(new SmscOptions());
        (string, string)[] smsc =
        [
            ("Naru:Carriers:smsc:Type", "smpp"), ("Naru:Carriers:smsc:Host", "127.0.0.1"), ("Naru:Carriers:smsc:Port", carrier.Port.ToString(CultureInfo.InvariantCulture)),
            ("Naru:Carriers:smsc:SystemId", "naru"), ("Naru:Carriers:smsc:Password", "secret"),
        ];
        await using (var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Settings(smsc) }))
        {
            using var page = await OperatorClient.SignInDemoAsync(naru.Url);
            await page.SubmitAsync(
                $"/console/{Demo}/routes", ("channel", "Sms"), ("whose", "workspace"), ("carrier", "smsc"), ("new-carrier", ""), ("per-cent", "0"), ("staff", ""));
            (await naru.StopAsync()).ShouldBe(0);
        }

        var (exitCode, output) = await NaruProcess.RunAsync(new NaruStart(data.Path) { Settings = Settings() });
        exitCode.ShouldBe(1);
        output.ShouldContain("sends Sms by the carrier 'smsc', which is not configured");
        output.ShouldContain("Naru:Routes:Forget=smsc");

        await using (var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Settings(("Naru:Routes:Forget", "smsc")) }))
        {
            (await naru.StopAsync()).ShouldBe(0);
        }

        await using var again = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Settings() });
        using var routes = await OperatorClient.SignInDemoAsync(again.Url);
        (await routes.ReadAsync($"/console/{Demo}/routes")).ShouldNotContain("<code>smsc</code>");
    }

    [Fact]
    public async Task Why_a_message_took_its_way_stands_on_its_timeline()
    {
        using var data = new DataFolder();
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Settings() });
        using var page = await OperatorClient.SignInDemoAsync(naru.Url);
        await page.SubmitAsync(
            $"/console/{Demo}/routes", ("channel", "AlimTalk"), ("whose", Sender), ("carrier", "simulator"), ("new-carrier", ""), ("per-cent", "0"), ("staff", ""));
        using var client = new InfobipClient(naru.Url, "demo-api-key");

        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination("821000000099", "routed")));

        (await page.ReadAsync($"/console/{Demo}/message?id=routed")).ShouldContain("simulator, by the sender&#x27;s route");
    }

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] settings) => settings.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
}

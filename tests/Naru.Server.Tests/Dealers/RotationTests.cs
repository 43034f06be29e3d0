using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Fakes.Dealers;
using Naru.Fakes.Solapi;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Dealers;

/// <summary>A dealer's key is exchanged while messages go, and nothing is started anew.</summary>
public sealed class RotationTests
{
    private const string Channel = "KA01PF000000000000000000000000d3";
    private const string TemplateId = "KA01TP000000000000000000package1";
    private const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    [Fact]
    public async Task From_the_moment_that_it_is_entered_the_new_secret_signs_and_the_old_one_no_more()
    {
        using var data = new DataFolder();
        await using var fake = await FakeSolapi.StartAsync(new FakeSolapiOptions
        {
            ReportAfter = TimeSpan.FromMilliseconds(100),
            Templates = new(StringComparer.Ordinal) { [TemplateId] = new FakeTemplate(Channel, "package", "주문하신 상품 #{package_id}의 도착 예정일은 #{expected_delivery}입니다.") },
        });
        await using var naru = await NaruProcess.StartAsync(new NaruStart(data.Path) { Settings = Settings(fake) });
        using var client = new InfobipClient(naru.Url, "demo-api-key");

        // What settings say is not the account's secret: it is refused, and blamed on us.
        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination("821020000001", "before")));
        (await client.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldNotBe("DELIVERED");
        fake.Journal.Lines.ShouldNotContain(line => line.What == "accepted");

        var answer = await EnterAsync(naru.Url, """{"credentials":{"ApiSecret":"FAKE-SECRET"}}""");
        ((string?)answer["credentials"]!.AsArray().Single(one => (string?)one!["name"] == "ApiSecret")!["enteredBy"]).ShouldBe("demo");
        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination("821020000002", "after")));
        (await client.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldBe("DELIVERED");
        fake.Journal.Lines.Count(line => line.What == "accepted").ShouldBe(1);

        await EnterAsync(naru.Url, """{"credentials":{"ApiSecret":"revoked at the dealer"}}""");
        await client.SendAcceptedAsync(AlimBody.Parcel(Sender, new Destination("821020000003", "revoked")));
        (await client.PullUntilAsync(1)).ShouldHaveSingleItem().StatusGroup.ShouldNotBe("DELIVERED");
        fake.Journal.Lines.Count(line => line.What == "accepted").ShouldBe(1);
        naru.Output.ShouldNotContain("FAKE-SECRET");
    }

    private static async Task<JsonNode> EnterAsync(Uri url, string body)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("demo:demo-password")));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PutAsync("/naru/carriers/coolsms/credentials", content);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldNotContain("FAKE-SECRET");
        return JsonNode.Parse(text)!;
    }

    private static Dictionary<string, string> Settings(FakeSolapi fake) => new(Impatient.With(
        ("Naru:Routes:AlimTalk", "coolsms"),
        ("Naru:Carriers:coolsms:Type", "solapi"),
        ("Naru:Carriers:coolsms:BaseUrl", fake.Address.AbsoluteUri),
        ("Naru:Carriers:coolsms:ApiKey", "FAKE-KEY"),
        ("Naru:Carriers:coolsms:ApiSecret", "of the settings"),
        ("Naru:Carriers:coolsms:PollInterval", "00:00:00.3"),
        ($"Naru:Carriers:coolsms:Senders:{Sender}", Channel),
        ($"Naru:Carriers:coolsms:Templates:{AlimBody.PackageTemplate}", TemplateId)));
}

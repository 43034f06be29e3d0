using System.Net;
using System.Text;
using Naru.Carriers.Tests.Bizgo;
using Naru.Carriers.Tests.Solapi;
using Naru.Fakes.Bizgo;
using Naru.Fakes.Solapi;
using Naru.Server.Tests.Clients;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>The fakes are true to the vendors' own clients, and believe nobody else.</summary>
public sealed class VendorClientTests
{
    [Fact]
    public async Task Solapis_own_clients_send_and_read_back_unmodified()
    {
        await using var fake = await FakeSolapi.StartAsync(new FakeSolapiOptions());

        var told = await NodeScript.RunAsync("solapi-send.js", new
        {
            baseUrl = fake.Address, apiKey = fake.Options.ApiKey, apiSecret = fake.Options.ApiSecret, message = new { to = "01012345678", from = "021234567", text = "안녕하세요" },
        });

        told["coolsms"]!["statusCode"]!.GetValue<string>().ShouldBe("2000");
        told["detail"]!["groupInfo"]!["count"]!["registeredSuccess"]!.GetValue<int>().ShouldBe(1);
        told["listed"]!["messageList"]!.AsObject().Count.ShouldBe(1);
        told["channels"]!["channelList"]!.AsArray().Count.ShouldBe(1);
        told["templates"]!["templateList"]!.AsArray().Count.ShouldBe(1);
        fake.Journal.Lines.Count(line => line.What == "accepted").ShouldBe(2);
    }

    [Fact]
    public async Task Bizgos_own_client_sends_unmodified()
    {
        await using var fake = await FakeBizgo.StartAsync(new FakeBizgoOptions());

        var told = await NodeScript.RunAsync("bizgo-send.js", new
        {
            baseUrl = fake.Address, apiKey = fake.Options.ApiKey,
            request = new
            {
                destinations = new[] { new { to = "01012345678" } },
                messageFlow = new[] { new { alimtalk = new { senderKey = fake.Options.Senders.Keys.First(), msgType = "AT", templateCode = "package_template", text = "고객님의 택배 1는 내일에 도착합니다." } } },
                @ref = "order-1",
            },
        });

        told["common"]!["authCode"]!.GetValue<string>().ShouldBe("A000");
        told["data"]!["data"]!["destinations"]![0]!["code"]!.GetValue<string>().ShouldBe("A000");
    }

    [Theory]
    [InlineData("HMAC-SHA256 apiKey=FAKE-KEY, date=2026-11-21T09:16:54Z, salt=2BloWiNTcmqeXpujVrnK57gyFicCWpTG, signature=6afd9d30220aa2aa6217e26e2b81ecbf60931fcb0c92f4a5a6fa9695a8d63cec")]
    [InlineData("Bearer x")]
    public async Task Solapis_fake_refuses_what_is_not_signed_for_it(string authorization)
    {
        await using var fake = await FakeSolapi.StartAsync(new FakeSolapiOptions());
        using var client = new HttpClient { BaseAddress = fake.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        (await client.GetAsync("/messages/v4/list")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_webhook_without_the_secret_is_refused_by_both_carriers()
    {
        foreach (DealerUnderTest dealer in new DealerUnderTest[] { new SolapiUnderTest(), new BizgoUnderTest() })
        {
            await using var one = dealer;
            await using var world = await DealerGateway.StartAsync(dealer, pushes: true);
            using var client = new HttpClient();
            using var body = new StringContent("[]", Encoding.UTF8, "application/json");
            body.Headers.Add("X-Solapi-Secret", "wrong");

            (await client.PostAsync(world.WebhookAddress, body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;
using Naru.Tests;

namespace Naru.Server.Tests.Sdk;

/// <summary>
/// The three functions of Sinch's guide to KakaoTalk senders (tests/Contracts/sinch/provisioning/guide), run by Node as they stand but for host, keys and
/// the code that arrived, against the real program.
/// </summary>
public sealed class ProvisioningGuideTests : IAsyncLifetime
{
    private const string Secret = "s3cr3t";
    private readonly DataFolder _data = new();
    private NaruProcess _naru = null!;
    private TestBench _bench = null!;
    private TestWorkspace _workspace = null!;
    private WebhookReceiver _receiver = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _naru = await NaruProcess.StartAsync(new NaruStart(_data.Path) { Settings = Impatient.With(("Naru:Simulator:ReviewAfter", "00:00:00")) });
        _bench = new TestBench(_naru.Url);
        _workspace = await _bench.CreateWorkspaceAsync();
        _receiver = await WebhookReceiver.StartAsync();
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(_naru.Url, $"/provisioning/v1/projects/{_workspace.Sinch.ProjectId}/") };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_workspace.Sinch.KeyId}:{_workspace.Sinch.KeySecret}")));
        await AskAsync(HttpMethod.Post, "webhooks", new JsonObject { ["target"] = new Uri(_receiver.Url, "/news").AbsoluteUri, ["secret"] = Secret, ["triggers"] = new JsonArray("ALL") }, HttpStatusCode.Created);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _receiver.DisposeAsync();
        await _workspace.DisposeAsync();
        _bench.Dispose();
        await _naru.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task The_guide_walks_a_sender_to_active_which_then_gets_a_template_and_sends()
    {
        var created = await RunAsync("createSender");
        Text(created, "status").ShouldBe("IN_PROGRESS");
        Text(created, "plusFriendId").ShouldBe("plusFriendId");
        await UntilStatusAsync("plusFriendId", "PENDING_VERIFICATION");

        Text(await RunAsync("registerSender"), "state").ShouldBe("VERIFYING");
        var code = (await _workspace.Handset.UntilOneAsync("48777777777")).Variables["code"];
        var active = await RunAsync("verifySender", ("'123456'", $"'{code}'"));
        Text(active, "status").ShouldBe("ACTIVE");
        Text((await ToldAsync("KAKAOTALK_SENDER_ACTIVE"))["payload"]!, "senderKey").ShouldBe(Text(active, "senderKey"));

        var template = await AskAsync(
            HttpMethod.Post, "kakaotalk/senders/plusFriendId/templates",
            JsonNode.Parse("""{"details":{"name":"parcel","language":"KO","content":"#{이름}님, 주문하신 상품이 출발했습니다.","categoryCode":"006001"}}"""), HttpStatusCode.Created);
        Text((await ToldAsync("KAKAOTALK_TEMPLATE_APPROVED"))["payload"]!, "code").ShouldBe(Text(template, "code"));
        await SendAsync(Text(active, "senderKey"), Text(template, "code"));
        (await _workspace.Handset.UntilOneAsync("821000000001")).Text.ShouldBe("나루님, 주문하신 상품이 출발했습니다.");
    }

    [Fact]
    public async Task A_rejected_sender_says_why_is_edited_and_handed_in_again()
    {
        var bad = JsonNode.Parse("""{"plusFriendId":"shop","details":{"adminPhoneNo":"+821000000002","name":"카카오 상점","topLevelCategoryCode":"006","midLevelCategoryCode":"0004","subLevelCategoryCode":"0001"}}""");
        await AskAsync(HttpMethod.Post, "kakaotalk/senders", bad, HttpStatusCode.Created);

        var told = await ToldAsync("KAKAOTALK_SENDER_REJECTED");
        Text(told, "comment").ShouldContain("카카오");
        var notification = (await AskAsync(HttpMethod.Get, "kakaotalk/senders/shop/notifications", null))["notifications"]![0]!;
        Text(notification, "type").ShouldBe("REJECTED");
        Text(notification, "comment").ShouldBe(Text(told, "comment"));

        await AskAsync(HttpMethod.Patch, "kakaotalk/senders/shop", JsonNode.Parse("""{"details":{"name":"나루 상점"},"status":"SUBMIT"}"""));
        await UntilStatusAsync("shop", "PENDING_VERIFICATION");
    }

    private async Task<JsonNode> RunAsync(string function, params (string From, string To)[] replaced)
    {
        var source = await File.ReadAllTextAsync(Checkout.PathOf($"tests/Contracts/sinch/provisioning/guide/{function}.mjs"));
        foreach (var (from, to) in replaced.Append(("https://provisioning.api.sinch.com", new Uri(_naru.Url, "/provisioning").AbsoluteUri)))
        {
            source.ShouldContain(from);
            source = source.Replace(from, to, StringComparison.Ordinal);
        }

        var keys = _workspace.Sinch;
        return await NodeScript.RunTextAsync(
            $"""
            {source}
            const PROJECT_ID = '{keys.ProjectId}', ACCESS_KEY = '{keys.KeyId}', ACCESS_SECRET = '{keys.KeySecret}', PLUS_FRIEND_ID = 'plusFriendId';
            process.stdout.write(JSON.stringify(await {function}()));
            """);
    }

    /// <summary>The callback of this type, when it comes; its signature is checked as the vendor says.</summary>
    private async Task<JsonNode> ToldAsync(string type)
    {
        var pushes = await _receiver.UntilAsync(all => all.Any(push => Text(JsonNode.Parse(push.Body)!, "type") == type));
        var told = pushes.First(push => Text(JsonNode.Parse(push.Body)!, "type") == type);
        var signed = $"{told.Body}.{told.Headers["x-sinch-webhook-signature-nonce"]}.{told.Headers["x-sinch-webhook-signature-timestamp"]}";
        told.Headers["x-sinch-webhook-signature"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed))));
        return JsonNode.Parse(told.Body)!;
    }

    /// <summary>Asks until the reviewers, who wait for nothing here, have decided: nobody is told of an approval before the verification.</summary>
    private async Task UntilStatusAsync(string name, string status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (Text(await AskAsync(HttpMethod.Get, $"kakaotalk/senders/{name}", null), "status") != status)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task SendAsync(string senderKey, string template)
    {
        using var sinch = new SinchClient(_naru.Url, _workspace.Sinch);
        var (made, app) = await sinch.SendAsync(HttpMethod.Post, "/apps", new JsonObject
        {
            ["display_name"] = "shop",
            ["channel_credentials"] = new JsonArray(new JsonObject
            {
                ["channel"] = "KAKAOTALK",
                ["kakaotalk_credentials"] = new JsonObject { ["kakaotalk_plus_friend_id"] = "@plusFriendId", ["kakaotalk_sender_key"] = senderKey },
            }),
        });
        made.ShouldBe(HttpStatusCode.OK, app.ToJsonString());
        var (sent, answer) = await sinch.SendAsync(HttpMethod.Post, "/messages:send", new JsonObject
        {
            ["app_id"] = Text(app, "id"),
            ["recipient"] = JsonNode.Parse("""{"identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"821000000001"}]}}"""),
            ["message"] = new JsonObject
            {
                ["template_message"] = new JsonObject
                {
                    ["channel_template"] = new JsonObject
                    {
                        ["KAKAOTALK"] = new JsonObject { ["template_id"] = template, ["parameters"] = new JsonObject { ["이름"] = "나루" } },
                    },
                },
            },
        });
        sent.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
    }

    private async Task<JsonNode> AskAsync(HttpMethod method, string path, JsonNode? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : InfobipClient.JsonContent(body) };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return JsonNode.Parse(text)!;
    }

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}

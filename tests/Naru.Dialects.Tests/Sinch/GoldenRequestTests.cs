using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Naru.Dialects.Tests.Hosting;
using Naru.Tests;

namespace Naru.Dialects.Tests.Sinch;

/// <summary>
/// What Sinch's unmodified SDKs send, as it was recorded (tests/Contracts/sinch/sdk-golden-requests.json): every request on the resources below is
/// answered with 200 (404 for what is missing), in the right shape, in the recorded order of each case.
/// </summary>
public sealed partial class GoldenRequestTests : IAsyncLifetime
{
    private SinchHost _host = null!;
    private string _app = "";
    private string _webhook = "";
    private string _contact = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SinchHost.StartAsync();
        _app = await _host.AddAppAsync();
        _webhook = (await _host.PostAsync("/webhooks", $$"""{"app_id":"{{_app}}","target":"https://a.example/","triggers":["CONTACT_CREATE"]}"""))
            .Json.GetProperty("id").GetString()!;
        _contact = (await _host.PostAsync("/contacts", """{"channel_identities":[{"channel":"KAKAOTALK","identity":"821000000000"}],"language":"KO"}"""))
            .Json.GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var item in Golden().Where(item => Requests(item).All(IsOurs)))
        {
            cases.Add((string)item["sdk"]!, (string)item["name"]!);
        }

        return cases;
    }

    [Fact]
    public void The_recorded_cases_of_these_resources_are_found() => Cases().Count.ShouldBe(17);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_recorded_request_is_answered_as_the_sdk_needs_it(string sdk, string name)
    {
        var item = Golden().Single(item => (string)item["sdk"]! == sdk && (string)item["name"]! == name);
        var authorization = "Bearer " + await _host.TokenAsync();
        foreach (var recorded in Requests(item))
        {
            var answer = await ReplayAsync(recorded, authorization);
            if ((string)recorded["target"]! == "/oauth2/token")
            {
                authorization = "Bearer " + answer.ShouldBeAnswer("Token").Json.GetProperty("access_token").GetString();
            }
            else if (Path(recorded).EndsWith("/missing", StringComparison.Ordinal))
            {
                SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
            }
            else if (SchemaOf(recorded) is { } schema)
            {
                answer.ShouldBeAnswer(schema);
            }
            else
            {
                answer.ShouldBe(HttpStatusCode.OK).Headers["Content-Type"].ShouldBe("application/json");
            }
        }
    }

    private async Task<Answer> ReplayAsync(JsonNode recorded, string authorization)
    {
        using var request = new HttpRequestMessage(new HttpMethod((string)recorded["method"]!), Here((string)recorded["target"]!));
        var body = recorded["body"] is { } json ? Here(json.ToJsonString()) : (string?)recorded["body_text"];
        if (body is not null || ((JsonObject)recorded["headers"]!).ContainsKey("Content-Type"))
        {
            // Node's SDK says a content type without a body too.
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? ""));
        }

        return await _host.SendAsync(request, [.. ((JsonObject)recorded["headers"]!).Select(header => (header.Key, header.Key != "Authorization"
            ? (string)header.Value!
            : body == "grant_type=client_credentials" ? SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret) : authorization))]);
    }

    private string Here(string text) => text
        .Replace("PROJ", _host.Project.PublicId.ToString("D"), StringComparison.Ordinal)
        .Replace("01APP", _app, StringComparison.Ordinal)
        .Replace("/webhooks/W1", "/webhooks/" + _webhook, StringComparison.Ordinal)
        .Replace("/contacts/C1", "/contacts/" + _contact, StringComparison.Ordinal);

    private static string? SchemaOf(JsonNode recorded) => ((string)recorded["method"]!, Path(recorded)) switch
    {
        ("GET", "/apps") => "AppList",
        ("GET", "/contacts") => "ContactList",
        (_, var path) when path.EndsWith("/webhooks", StringComparison.Ordinal) && path != "/webhooks" => "WebhookList",
        ("DELETE", _) => "Empty",
        (_, var path) when path.StartsWith("/apps", StringComparison.Ordinal) => "App",
        (_, var path) when path.StartsWith("/webhooks", StringComparison.Ordinal) => "Webhook",
        (_, var path) when path.StartsWith("/contacts", StringComparison.Ordinal) => "Contact",
        _ => null,
    };

    private static bool IsOurs(JsonNode recorded) =>
        (string)recorded["target"]! == "/oauth2/token" || OurPaths().IsMatch(Path(recorded));

    private static string Path(JsonNode recorded) => ((string)recorded["target"]!).Split('?')[0].Replace("/v1/projects/PROJ", "", StringComparison.Ordinal);

    private static IEnumerable<JsonNode> Golden() =>
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf("tests/Contracts/sinch/sdk-golden-requests.json")))!["cases"]!.AsArray().Select(item => item!);

    private static IEnumerable<JsonNode> Requests(JsonNode item) => item["requests"]!.AsArray().Select(request => request!);

    /// <summary>The case that asks for a webhook "noreq" is about another server's wrong answer.</summary>
    [GeneratedRegex("^/(apps|settings|contacts|webhooks(?!/noreq))")]
    private static partial Regex OurPaths();
}

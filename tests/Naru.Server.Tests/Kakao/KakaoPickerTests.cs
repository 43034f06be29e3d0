using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Naru.Server.Tests.Kakao;

/// <summary>Whom the friend picker serves, and how it tells: the browser's side is in <see cref="KakaoJourneyTests"/>.</summary>
public sealed partial class KakaoPickerTests(DemoGateway gateway) : IClassFixture<DemoGateway>
{
    private const string Ka = "sdk/2.7.2 os/javascript origin/http%3A%2F%2Flocalhost%3A3000";
    private const string Return = "http://localhost:3000/friends?step=2";

    [Fact]
    public async Task The_choice_goes_to_a_registered_return_address_within_the_limits()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var third = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_003);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        using var opened = await PostAsync("/select/multiple", me.Token, ("maxPickableCount", "2"), ("returnUrl", Return));
        var uuids = Uuid().Matches(await opened.Content.ReadAsStringAsync()).Select(match => match.Groups["uuid"].Value).ToArray();
        uuids.Length.ShouldBe(3, "two friends who may be seen, and oneself");

        using var done = await PostAsync("/select/done", me.Token, [("returnUrl", Return), ("maxPickableCount", "2"), .. uuids[..2].Select(uuid => ("friend", uuid))]);
        done.StatusCode.ShouldBe(HttpStatusCode.Found);
        var query = System.Web.HttpUtility.ParseQueryString(done.Headers.Location!.Query);
        query["step"].ShouldBe("2");
        var selected = JsonNode.Parse(query["selected"]!)!;
        selected["selectedTotalCount"]!.ToString().ShouldBe("2");
        selected["users"]!.AsArray().Select(user => user!["uuid"]!.ToString()).ShouldBe(uuids[..2], ignoreOrder: true);

        foreach (var picked in new[] { [], uuids })
        {
            using var refused = await PostAsync("/select/done", me.Token, [("maxPickableCount", "2"), .. picked.Select(uuid => ("friend", uuid))]);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{picked.Length} of 1 to 2");
        }
    }

    [Fact]
    public async Task A_fault_goes_to_the_app_only_where_it_is_certain_that_it_is_the_apps()
    {
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);

        using var noToken = await PostAsync("/select/single", "made-up", ("returnUrl", Return));
        JsonNode.Parse(System.Web.HttpUtility.ParseQueryString(noToken.Headers.Location!.Query)["error"]!)!["code"]!.ToString().ShouldBe("-401");

        foreach (var field in new[] { ("returnUrl", "https://elsewhere.example/take"), ("returnUrl", "javascript:alert(1)"), ("appKey", "nobody"), ("ka", "sdk/2.7.2 os/javascript origin/https%3A%2F%2Felsewhere.example") })
        {
            using var refused = await PostAsync("/select/multiple", me.Token, field);
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, field.ToString());
            (await refused.Content.ReadAsStringAsync()).ShouldNotContain("data-origin", Case.Sensitive, field.ToString());
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = gateway.Url };
        var all = new List<(string Name, string Value)> { ("appKey", "demo-javascript-key"), ("ka", Ka), ("token", token), ("transId", "t") };
        all.RemoveAll(field => Array.Exists(fields, other => other.Name == field.Name));
        return await browser.PostAsync(path, new FormUrlEncodedContent(all.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    [GeneratedRegex("name=\"friend\" value=\"(?<uuid>[A-Za-z0-9_-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Uuid();
}

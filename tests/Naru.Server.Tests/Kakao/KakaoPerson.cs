using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Kakao;

/// <summary>A demo person with the demo app: logged in through the pages, agreeing to friends and messages.</summary>
internal sealed class KakaoPerson(Uri gateway, string token) : IDisposable
{
    private const string Redirect = "http://localhost:3000/callback";

    private readonly HttpClient _http = new() { BaseAddress = gateway, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    public string Token => token;

    public static async Task<KakaoPerson> LogInAsync(Uri gateway, long person) =>
        new(gateway, (string)(await TokensAsync(gateway, person, "friends", "talk_message"))["access_token"]!);

    /// <summary>What <c>/oauth/token</c> gives for a login that asks for these.</summary>
    public static async Task<JsonNode> TokensAsync(Uri gateway, long person, params string[] scopes)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = gateway };
        var query = $"?client_id=demo-rest-key&redirect_uri={Uri.EscapeDataString(Redirect)}&response_type=code&scope={string.Join(',', scopes)}";
        using var known = await browser.PostAsync("/oauth/authorize/account" + query, Form(("person", $"{person}")));
        using var agreed = await browser.PostAsync("/oauth/authorize/consent" + query, Form([("agree", "profile_nickname"), .. scopes.Select(scope => ("agree", scope))]));
        var code = System.Web.HttpUtility.ParseQueryString(agreed.Headers.Location!.Query)["code"]!;
        using var answer = await browser.PostAsync(
            "/oauth/token", Form(("grant_type", "authorization_code"), ("client_id", "demo-rest-key"), ("redirect_uri", Redirect), ("code", code)));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The uuid of the first friend who is listed.</summary>
    public async Task<string> FirstFriendAsync() => (string)JsonNode.Parse(await _http.GetStringAsync("/v1/api/talk/friends"))!["elements"]![0]!["uuid"]!;

    /// <summary>The code of the refusal; 0 where it was sent; null where there was no answer.</summary>
    public async Task<int?> SendAsync(string uuid)
    {
        try
        {
            using var answer = await _http.PostAsync(
                "/v1/api/talk/friends/message/default/send",
                Form(("receiver_uuids", $"[\"{uuid}\"]"), ("template_object", """{"object_type":"text","text":"hello","link":{}}""")));
            return answer.IsSuccessStatusCode ? 0 : (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}

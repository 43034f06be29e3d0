using System.Net;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Kakao;

/// <summary>Logins whose page asks for the outcome, as HTTP: what the browser does with them is in <see cref="KakaoSdkTests"/>.</summary>
public sealed class KakaoLoginWindowTests(DemoGateway gateway) : IClassFixture<DemoGateway>
{
    private const string Key = "demo-javascript-key";
    private const string Ka = "sdk/2.7.2 os/javascript origin/http%3A%2F%2Flocalhost%3A3000";

    [Fact]
    public async Task The_outcome_is_pending_then_a_code_that_works_once_for_the_app_that_asked()
    {
        using var browser = Browser();
        var query = $"?client_id={Key}&redirect_uri=JS-SDK&response_type=code&auth_tran_id=t1&is_popup=true&state=s1&scope=talk_message";
        (await AskAsync(Key, "t1"))["error_code"]!.ToString().ShouldBe("300");

        using var known = await browser.PostAsync("/oauth/authorize/account" + query, Form(("person", "3000000002")));
        using var agreed = await browser.PostAsync("/oauth/authorize/consent" + query, Form(("agree", "profile_nickname"), ("agree", "talk_message")));
        agreed.StatusCode.ShouldBe(HttpStatusCode.OK, "the window stays: there is nowhere to go");

        var ended = await AskAsync(Key, "t1");
        (ended["status"]!.ToString(), ended["state"]!.ToString()).ShouldBe(("ok", "s1"));
        (await AskAsync(Key, "t1"))["code"]!.ToString().ShouldBe(ended["code"]!.ToString(), "an answer can be lost on its way");
        (await AskAsync(Key, "t2"))["error_code"]!.ToString().ShouldBe("300");
        (await GiveAsync(browser, ended["code"]!.ToString(), "kakaojs"))["error_code"]!.ToString().ShouldBe("KOE303");
        (await GiveAsync(browser, ended["code"]!.ToString(), "JS-SDK"))["access_token"]!.ToString().ShouldNotBeEmpty();
        (await GiveAsync(browser, ended["code"]!.ToString(), "JS-SDK"))["error_code"]!.ToString().ShouldBe("KOE320");
    }

    [Fact]
    public async Task Who_cancels_or_may_not_ask_gets_an_end_that_every_SDK_understands()
    {
        using var browser = Browser();
        var query = $"?client_id={Key}&redirect_uri={Uri.EscapeDataString("http://localhost:3000/callback")}&response_type=code&auth_tran_id=t3&is_popup=true&scope=friends";
        using var known = await browser.PostAsync("/oauth/authorize/account" + query, Form(("person", "3000000003")));
        using var cancelled = await browser.PostAsync("/oauth/authorize/consent" + query, Form(("decision", "cancel")));
        cancelled.StatusCode.ShouldBe(HttpStatusCode.OK, "a window with a redirect address is asked about too: its page goes there itself");

        foreach (var (key, transaction, ka, error) in new[]
        {
            (Key, "t3", Ka, "access_denied"), ("nobody", "t3", Ka, "invalid_client"), ("demo-admin-key", "t3", Ka, "invalid_client"),
            (Key, "t3", "sdk/2.7.2 os/javascript origin/https%3A%2F%2Felsewhere.example", "misconfigured"),
        })
        {
            var ended = await AskAsync(key, transaction, ka);
            (ended["status"]!.ToString(), ended["error_code"]!.ToString(), ended["error"]!.ToString()).ShouldBe(("error", "500", error));
        }
    }

    [Fact]
    public async Task The_SDKs_own_words_for_no_redirect_are_the_JavaScript_keys_alone_and_need_their_number()
    {
        using var browser = Browser();
        foreach (var (key, redirect, more, fault) in new[]
        {
            ("demo-rest-key", "JS-SDK", "&auth_tran_id=t", "KOE006"), ("demo-rest-key", "kakaojs", "", "KOE006"), ("demo-native-key", "https://kapi.example/cors/afterlogin.html", "&state=s", "KOE006"),
            (Key, "JS-SDK", "", "KOE207"), (Key, "https://kapi.example/cors/afterlogin.html", "", "KOE207"), (Key, "JS-SDK", "&auth_tran_id=" + new string('t', 257), "KOE204"),
        })
        {
            using var answer = await browser.GetAsync($"/oauth/authorize?client_id={key}&response_type=code&redirect_uri={Uri.EscapeDataString(redirect)}{more}");
            ((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Contains(fault, StringComparison.Ordinal)).ShouldBe((400, true), $"{key} {redirect} {fault}");
        }
    }

    [Fact]
    public async Task Frames_may_be_held_by_any_page_and_the_login_pages_by_none()
    {
        using var browser = Browser();
        foreach (var path in new[] { "/cors/?xdm_e=http%3A%2F%2Flocalhost%3A3000&xdm_c=default1&xdm_p=1", "/public/widget/login/kakaoLoginWidget.html" })
        {
            using var frame = await browser.GetAsync(path);
            frame.EnsureSuccessStatusCode();
            frame.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("frame-ancestors", Case.Sensitive, path);
        }

        using var login = await browser.GetAsync($"/oauth/authorize?client_id={Key}&redirect_uri=kakaojs&response_type=code&proxy=x");
        login.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
        using var button = await browser.GetAsync("/public/widget/login/kr/kr_02_medium.png");
        button.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        foreach (var path in new[] { "kr/kr_09_medium.png", "fr/fr_02_medium.png", "kr/x" })
        {
            using var missing = await browser.GetAsync("/public/widget/login/" + path);
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task A_link_into_KakaoTalk_leads_to_our_own_pages_and_nowhere_else()
    {
        using var browser = Browser();
        var login = $"http://{gateway.Url.Authority}/oauth/authorize?client_id={Key}";
        using var known = await browser.GetAsync($"/scheme/{Uri.EscapeDataString("kakaotalk://inappbrowser?url=" + login)}&web={Uri.EscapeDataString(login)}");
        known.Headers.Location!.OriginalString.ShouldBe($"/oauth/authorize?client_id={Key}");

        var link = $"kakaolink://send?appkey={Key}&template_id=100001&template_args={Uri.EscapeDataString("""{"NAME":"하늘"}""")}&extras={Uri.EscapeDataString($$"""{"KA":"{{Ka}}","lcba":"{}"}""")}";
        using var share = await browser.GetAsync("/scheme/" + Uri.EscapeDataString(link));
        var picker = System.Web.HttpUtility.ParseQueryString(new Uri(gateway.Url, share.Headers.Location!).Query);
        share.Headers.Location!.OriginalString.ShouldStartWith("/talk/friends/picker/easylink?");
        (picker["app_key"], picker["ka"], picker["lcba"], picker["validation_params"])
            .ShouldBe((Key, Ka, "{}", """{"link_ver":"4.0","template_id":100001,"template_args":{"NAME":"하늘"}}"""));

        foreach (var bad in new[]
        {
            "kakaotalk%3A%2F%2Finappbrowser", "x&web=https%3A%2F%2Felsewhere.example%2Foauth%2Fauthorize", $"x&web={Uri.EscapeDataString($"http://{gateway.Url.Authority}/console")}", "x&web=%2F%2Felsewhere.example",
            "%ZZ&web=%ZZ",
        })
        {
            using var refused = await browser.GetAsync("/scheme/" + bad);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, bad);
        }

        foreach (var said in new[] { "extras=[1]&template_args=no&template_id=x", "extras={\"KA\":\"\\ud800\"}", "template_args={\"a\":\"\\ud800\"}", "extras={\"lcba\":{\"a\":1}}" })
        {
            using var broken = await browser.GetAsync("/scheme/" + Uri.EscapeDataString("kakaolink://send?" + said));
            using var page = await browser.GetAsync(broken.Headers.Location!);
            page.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"the picker says that no app is named: {said}");
        }
    }

    private HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = gateway.Url };

    private async Task<JsonNode> AskAsync(string key, string transaction, string ka = Ka)
    {
        using var page = new HttpClient { BaseAddress = gateway.Url, DefaultRequestHeaders = { { "Origin", "http://localhost:3000" } } };
        using var answer = await page.GetAsync($"/apiweb/code.json?client_id={key}&auth_tran_id={transaction}&ka={Uri.EscapeDataString(ka)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static async Task<JsonNode> GiveAsync(HttpClient browser, string code, string redirect)
    {
        using var answer = await browser.PostAsync("/oauth/token", Form(("grant_type", "authorization_code"), ("client_id", Key), ("redirect_uri", redirect), ("code", code)));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}

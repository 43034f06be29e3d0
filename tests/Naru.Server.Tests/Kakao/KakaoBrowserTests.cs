using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Server.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static Naru.Server.Tests.Kakao.Looked;

namespace Naru.Server.Tests.Kakao;

/// <summary>As people and operators see it, in a browser: log in, consent, get messages, share; look after an app.</summary>
public sealed class KakaoBrowserTests(DemoGateway gateway, Chromium chromium) : IClassFixture<DemoGateway>, IClassFixture<Chromium>
{
    private const string App = "http://localhost:3000";

    [Fact]
    public async Task A_person_logs_in_agrees_gets_a_message_and_shares_it_with_a_friend()
    {
        var page = await chromium.OpenPageAsync();
        await page.RouteAsync(App + "/**", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "<title>app</title>" }));

        await page.GotoAsync($"{gateway.Url}oauth/authorize?client_id=demo-rest-key&redirect_uri={App}/callback&response_type=code&state=s1&scope=talk_message");
        await ShouldBeAccessibleAsync(page, "login");
        await page.GetByRole(AriaRole.Button, new() { Name = "김나루" }).PressAsync("Enter");
        await ShouldBeAccessibleAsync(page, "consent");
        await page.GetByText("카카오톡 메시지 전송").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "동의하고 계속하기" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(App + "/callback?code=", StringComparison.Ordinal) && url.EndsWith("&state=s1", StringComparison.Ordinal));

        await SendMemoAsync(await TokenAsync(page.Url));
        await page.GotoAsync($"{gateway.Url}handset?to=821000000101&room=talk%3Ame");
        var card = page.Locator(".talk-card");
        await Expect(card.GetByText("오늘의 소식")).ToBeVisibleAsync();
        await Expect(card.GetByText("나루 데모")).ToHaveAttributeAsync("href", App);
        await Expect(page.Locator(".talk-warning")).ToContainTextAsync("https://elsewhere.example");
        await ShouldBeAccessibleAsync(page, "bubble");
        await card.GetByRole(AriaRole.Link, new() { Name = "설정" }).ClickAsync();
        await Expect(page.GetByLabel("서비스의 친구 목록에 내 프로필 보이기")).ToBeCheckedAsync();
        await ShouldBeAccessibleAsync(page, "preferences");

        await page.GotoAsync(App + "/share");
        await page.EvaluateAsync(
            """
            url => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = url;
              const add = (name, value) => { const field = document.createElement('input'); field.name = name; field.value = value; form.append(field); };
              add('app_key', 'demo-javascript-key');
              add('ka', 'sdk/2.7.2 os/javascript origin/http%3A%2F%2Flocalhost%3A3000');
              add('validation_action', 'custom');
              add('validation_params', JSON.stringify({ link_ver: '4.0', template_id: 100001, template_args: { NAME: '하늘', PAGE: 'hello' } }));
              document.body.append(form);
              form.submit();
            }
            """,
            $"{gateway.Url}picker/link");
        await page.GetByRole(AriaRole.Button, new() { Name = "김나루" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(6);
        await ShouldBeAccessibleAsync(page, "picker");
        await page.GetByLabel("이하늘").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "보내기" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("이하늘");

        await page.GotoAsync($"{gateway.Url}handset?to=821000000102&room=talk%3A3000000001");
        await Expect(page.Locator(".talk-card").GetByText("하늘님, 환영합니다")).ToBeVisibleAsync();
        await Expect(page.Locator(".talk-card").GetByText("김나루님이 보낸 초대예요.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whose_KakaoTalk_is_too_old_is_asked_to_update_instead_of_sharing()
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{gateway.Url}talk/friends/picker/easylink?app_key=demo-native-key&validation_action=custom&validation_params={Uri.EscapeDataString("""{"template_id":100001}""")}");
        await page.GetByRole(AriaRole.Button, new() { Name = "정도윤" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "카카오톡을 업데이트하십시오" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_login_window_whose_page_asks_says_how_it_ended_and_stays_for_its_page_to_close()
    {
        foreach (var (button, heading) in new[] { ("취소", "로그인하지 않았습니다"), ("동의하고 계속하기", "로그인했습니다") })
        {
            var page = await chromium.OpenPageAsync();
            await page.GotoAsync($"{gateway.Url}oauth/authorize?client_id=demo-javascript-key&redirect_uri=JS-SDK&response_type=code&auth_tran_id=w1&scope=talk_message");
            await page.GetByRole(AriaRole.Button, new() { Name = "최보라" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
            await ShouldBeAccessibleAsync(page, "login-ended");
        }
    }

    [Fact]
    public async Task An_operator_sets_up_an_app_grants_its_permissions_and_makes_a_template()
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{gateway.Url}console");
        await page.Locator("#name").FillAsync("demo");
        await page.Locator("#password").FillAsync("demo-password");
        await page.Locator("#password").PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "카카오 앱" }).ClickAsync();
        await ShouldBeAccessibleAsync(page, "apps");
        await page.Locator("#name").FillAsync("새 서비스");
        await page.GetByRole(AriaRole.Button, new() { Name = "만들기" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "새 서비스" })).ToBeVisibleAsync();

        await page.Locator("#domains").FillAsync("no domain");
        await page.Locator("#settings + form").GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(page.Locator("#domains-fault")).ToContainTextAsync("no domain");
        await page.Locator("#domains").FillAsync("https://shop.example");
        await page.Locator("#redirects").FillAsync("https://shop.example/callback");
        await page.Locator("#channels").FillAsync("_shop @shop\n_old @old banned");
        await page.Locator("#least-age").FillAsync("14");
        await page.Locator("#settings + form").GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(page.Locator("#domains")).ToHaveValueAsync("https://shop.example");
        await Expect(page.Locator("#channels")).ToHaveValueAsync("_shop @shop\n_old @old banned");
        await Expect(page.Locator("#least-age")).ToHaveValueAsync("14");

        await page.GetByRole(AriaRole.Button, new() { Name = "승인" }).ClickAsync();
        await Expect(page.GetByText("메시지 권한: 승인")).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "app");

        await page.GetByRole(AriaRole.Link, new() { Name = "새 템플릿" }).ClickAsync();
        await page.Locator("#name").FillAsync("초대");
        await page.GetByRole(AriaRole.Button, new() { Name = "미리 보기" }).ClickAsync();
        await Expect(page.Locator(".talk-card")).ToContainTextAsync("${TITLE}");
        await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "초대" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(page.Locator("details summary").Filter(new() { HasText = "버전 1" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "template");
    }

    private async Task<string> TokenAsync(string callback)
    {
        using var http = new HttpClient { BaseAddress = gateway.Url };
        using var answer = await http.PostAsync("/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "demo-rest-key",
            ["redirect_uri"] = App + "/callback",
            ["code"] = System.Web.HttpUtility.ParseQueryString(new Uri(callback).Query)["code"]!,
        }));
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!;
    }

    private async Task SendMemoAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = gateway.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.PostAsync("/v2/api/talk/memo/default/send", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["template_object"] = """
                {"object_type":"feed","content":{"title":"오늘의 소식","description":"나루에서 보냅니다","link":{"web_url":"http://localhost:3000/news"}},
                 "social":{"like_count":10,"comment_count":2},"buttons":[{"title":"보기","link":{"web_url":"https://elsewhere.example"}}]}
                """,
        }));
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"result_code":0}""");
    }
}

using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Server.Tests.Browser;
using Naru.Server.Tests.Hosting;
using static Microsoft.Playwright.Assertions;
using static Naru.Server.Tests.Kakao.Looked;

namespace Naru.Server.Tests.Kakao;

/// <summary>
/// An app's page in a browser, from the login to the callback, with the requests of the JavaScript SDK 2.7.2 as they were recorded: headers that are preflighted,
/// the picker's form, the sharer's form (contracts/kakao-developers.md §1, §4, §7).
/// </summary>
public sealed class KakaoJourneyTests(DemoGateway gateway, Chromium chromium) : IClassFixture<DemoGateway>, IClassFixture<Chromium>
{
    private const string Script =
        """
        const KA = 'sdk/2.7.2 os/javascript sdk_type/javascript lang/ko-KR device/MacIntel origin/' + encodeURIComponent(location.origin);
        const told = [];
        addEventListener('message', (event) => told.push({ origin: event.origin, data: event.data }));
        async function call(base, token, method, path, fields) {
          const text = new URLSearchParams(fields).toString();
          const answer = await fetch(base + path + (method === 'GET' && text ? '?' + text : ''), {
            method,
            headers: { KA, Authorization: 'Bearer ' + token, 'Cache-Control': 'no-cache', Pragma: 'no-cache', ...(method === 'GET' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }) },
            body: method === 'GET' ? undefined : text,
          });
          return { status: answer.status, body: await answer.json() };
        }
        function openWith(url, name, fields) {
          window.open('', name, 'width=460,height=608');
          const form = document.createElement('form');
          form.method = 'post';
          form.action = url;
          form.target = name;
          for (const [field, value] of Object.entries(fields)) { const input = document.createElement('input'); input.name = field; input.value = value; form.append(input); }
          document.body.append(form);
          form.submit();
        }
        """;

    private string Base => gateway.Url.AbsoluteUri.TrimEnd('/');

    [Fact]
    public async Task From_the_login_over_picked_friends_and_a_share_to_bubbles_and_the_callback()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        await using var server = await WebhookReceiver.StartAsync();
        await using var app = await AppSite.StartAsync($"<!DOCTYPE html><title>app</title><script>{Script}</script>");
        var console = await app.RegisterAsync(gateway.Url, chromium, $"{server.Url}told");

        var page = await chromium.OpenPageAsync();
        var token = await LogInAsync(page, app.Origin);
        var uuid = await PickAsync(page, token);

        var listed = await CallAsync(page, token, "GET", "/v1/api/talk/friends", new { limit = "10" });
        listed["body"]!["elements"]!.AsArray().Select(one => (string)one!["uuid"]!).ShouldContain(uuid);
        var sent = await CallAsync(page, token, "POST", "/v1/api/talk/friends/message/default/send", new
        {
            receiver_uuids = $"[\"{uuid}\"]",
            template_object = """{"object_type":"text","text":"브라우저에서 보냅니다","link":{"web_url":"http://localhost:3000"}}""",
            receiver_id_type = "uuid",
        });
        sent["body"]!["successful_receiver_uuids"]!.AsArray().Single()!.ToString().ShouldBe(uuid);
        (await CallAsync(page, "made-up", "GET", "/v2/user/me", new { }))["body"]!["code"]!.ToString().ShouldBe("-401", "a page can read refusals too");

        await ShareAsync(page);
        await server.UntilAsync(static pushes => pushes.Count == 1);

        var handset = await chromium.OpenPageAsync();
        await handset.GotoAsync($"{Base}/handset?to=821000000102&room=talk%3A3000000001");
        await Expect(handset.GetByText("브라우저에서 보냅니다")).ToBeVisibleAsync();
        await Expect(handset.Locator(".talk-card").GetByText("하늘님, 환영합니다")).ToBeVisibleAsync();
        await console.ReloadAsync();
        var callback = console.Locator("section[aria-labelledby=callbacks] li").First;
        await Expect(callback).ToContainTextAsync($"{server.Url}told");
        await Expect(callback).ToContainTextAsync("200");
    }

    private async Task<string> LogInAsync(IPage page, string app)
    {
        await page.GotoAsync($"{Base}/oauth/authorize?client_id=demo-rest-key&redirect_uri={app}/callback&response_type=code&scope=friends,talk_message");
        await page.GetByRole(AriaRole.Button, new() { Name = "김나루" }).ClickAsync();
        await page.GetByText("친구목록").ClickAsync();
        await page.GetByText("카카오톡 메시지 전송").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "동의하고 계속하기" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(app + "/callback?code=", StringComparison.Ordinal));
        var answer = await page.EvaluateAsync<string>(
            """
            async (base) => (await (await fetch(base + '/oauth/token', { method: 'POST', body: new URLSearchParams({
              grant_type: 'authorization_code', client_id: 'demo-rest-key', redirect_uri: location.origin + '/callback', code: new URLSearchParams(location.search).get('code') }) })).json()).access_token
            """,
            Base);
        return answer.ShouldNotBeNull();
    }

    /// <summary>One friend, found by search, with the keyboard; before that the picker is closed without a choice.</summary>
    private async Task<string> PickAsync(IPage page, string token)
    {
        const string Open = "([base, token]) => openWith(base + '/select/multiple', 'friend_picker', { transId: 't1', appKey: 'demo-javascript-key', ka: KA, token, title: '함께할 친구', showMyProfile: 'false', maxPickableCount: '1', minPickableCount: '1' })";
        var cancelled = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync(Open, new[] { Base, token }));
        await cancelled.GetByRole(AriaRole.Button, new() { Name = "취소" }).ClickAsync();
        (await ToldAsync(page, 1))["code"]!.ToString().ShouldBe("-777");

        var picker = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync(Open, new[] { Base, token }));
        await Expect(picker.GetByRole(AriaRole.Heading, new() { Name = "함께할 친구" })).ToBeVisibleAsync();
        await Expect(picker.GetByRole(AriaRole.Button, new() { Name = "선택 완료" })).ToBeDisabledAsync();
        await ShouldBeAccessibleAsync(picker, "friend-picker");
        await picker.GetByLabel("이름 검색").FillAsync("하늘");
        await Expect(picker.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
        await picker.GetByRole(AriaRole.Checkbox).FocusAsync();
        await picker.Keyboard.PressAsync("Space");
        await picker.GetByRole(AriaRole.Button, new() { Name = "선택 완료" }).PressAsync("Enter");

        var choice = await ToldAsync(page, 2);
        choice["selectedTotalCount"]!.ToString().ShouldBe("1");
        choice["users"]![0]!["profileNickname"]!.ToString().ShouldBe("이하늘");
        return choice["users"]![0]!["uuid"]!.ToString();
    }

    private async Task ShareAsync(IPage page)
    {
        var sharer = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync(
            """
            (base) => openWith(base + '/picker/link', 'sharer', { app_key: 'demo-javascript-key', ka: KA, validation_action: 'custom', lcba: JSON.stringify({ order: '17' }),
              validation_params: JSON.stringify({ link_ver: '4.0', template_id: 100001, template_args: { NAME: '하늘', PAGE: 'hello' } }) })
            """,
            Base));
        if (await sharer.GetByRole(AriaRole.Button, new() { Name = "김나루" }).CountAsync() > 0)
        {
            await sharer.GetByRole(AriaRole.Button, new() { Name = "김나루" }).ClickAsync();
        }

        await sharer.GetByLabel("이하늘").CheckAsync();
        await sharer.GetByRole(AriaRole.Button, new() { Name = "보내기" }).ClickAsync();
        await Expect(sharer.GetByRole(AriaRole.Status)).ToContainTextAsync("이하늘");
    }

    private async Task<JsonNode> CallAsync(IPage page, string token, string method, string path, object fields) => JsonNode.Parse(await page.EvaluateAsync<string>(
        "async ([base, token, method, path, fields]) => JSON.stringify(await call(base, token, method, path, JSON.parse(fields)))",
        new[] { Base, token, method, path, System.Text.Json.JsonSerializer.Serialize(fields) }))!;

    /// <summary>What the page was told as the n-th, from the gateway's origin alone.</summary>
    private async Task<JsonNode> ToldAsync(IPage page, int nth)
    {
        await page.WaitForFunctionAsync("(nth) => told.length >= nth", nth);
        (await page.EvaluateAsync<string>("(nth) => told[nth - 1].origin", nth)).ShouldBe(Base);
        return JsonNode.Parse(await page.EvaluateAsync<string>("(nth) => told[nth - 1].data", nth))!;
    }
}

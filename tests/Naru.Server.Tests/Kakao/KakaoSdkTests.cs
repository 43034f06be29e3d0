using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Server.Tests.Browser;
using Naru.Server.Tests.Hosting;
using Naru.Tests;
using static Microsoft.Playwright.Assertions;

namespace Naru.Server.Tests.Kakao;

/// <summary>Kakao's JavaScript SDK, unmodified but for its hosts, in an app's page of another origin: log in, call, pick friends, share.</summary>
public sealed class KakaoSdkTests(DemoGateway gateway, Chromium chromium) : IClassFixture<DemoGateway>, IClassFixture<Chromium>
{
    /// <summary>What the two lines of the SDK name differently stands here once: 1.x takes callbacks, 2.x gives promises and leaves tokens to the app's server.</summary>
    private const string Glue =
        """
        Kakao.init('demo-javascript-key');
        const isTwo = Kakao.VERSION.startsWith('2.');
        const sharing = isTwo ? Kakao.Share : Kakao.Link;
        const begin = (start) => new Promise((success, fail) => start({ success, fail }));
        const run = (name, start) => { window[name] = Promise.resolve().then(start).then((value) => ({ value }), (error) => ({ error })); };
        async function exchange(code, redirectUri) {
          if (!isTwo) return await begin((on) => Kakao.Auth.issueAccessToken({ code, redirectUri, ...on }));
          const answer = await fetch(Kakao.kauth + '/oauth/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'demo-javascript-key', redirect_uri: redirectUri, code }) });
          const tokens = await answer.json();
          Kakao.Auth.setAccessToken(tokens.access_token);
          return tokens;
        }
        const authorize = (more) => isTwo ? Kakao.Auth.authorize({ isPopup: true, ...more }) : begin((on) => Kakao.Auth.authorize({ isPopup: true, ...more, ...on }));
        const logIn = (scope) => isTwo ? authorize({ scope }).then(({ code }) => exchange(code, 'JS-SDK')) : begin((on) => Kakao.Auth.login({ scope, ...on }));
        const pick = (limits) => isTwo ? Kakao.Picker.selectFriends(limits) : begin((on) => Kakao.FriendPicker.selectMultiple({ properties: limits, ...on }));
        """;

    private string Base => gateway.Url.AbsoluteUri.TrimEnd('/');

    [Fact]
    public async Task A_page_logs_in_calls_every_kind_of_operation_and_picks_friends()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        await using var site = await StartAsync();
        await site.RegisterAsync(gateway.Url, chromium, "");
        var page = await OpenAsync(site);

        var cancelled = await WindowAsync(page, "login", "() => logIn('friends,talk_message')");
        await ChooseAsync(cancelled, "김나루");
        await cancelled.GetByRole(AriaRole.Button, new() { Name = "취소" }).ClickAsync();
        (await EndOfAsync(page, "login"))["error"]!["error"]!.ToString().ShouldBe("access_denied");

        var window = await WindowAsync(page, "login", "() => logIn('friends,talk_message')");
        await ChooseAsync(window, "김나루");
        await window.GetByText("친구목록").ClickAsync();
        await window.GetByText("카카오톡 메시지 전송").ClickAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "동의하고 계속하기" }).ClickAsync();
        var tokens = await EndOfAsync(page, "login");
        tokens["value"]!["access_token"]!.ToString().ShouldNotBeEmpty(tokens.ToJsonString());
        (await page.EvaluateAsync<string>("() => Kakao.Auth.getAccessToken()")).ShouldBe(tokens["value"]!["access_token"]!.ToString());

        (await CallAsync(page, "/v2/user/me"))["value"]!["id"]!.ToString().ShouldBe("3000000001");
        (await CallAsync(page, "/v1/user/access_token_info"))["value"]!["app_id"]!.ToString().ShouldBe("1001");
        var friends = await CallAsync(page, "/v1/api/talk/friends", new { limit = 5, order = "asc" });
        var uuid = friends["value"]!["elements"]!.AsArray().Single()!["uuid"]!.ToString();
        var text = new { object_type = "text", text = "SDK에서 보냅니다", link = new { web_url = "http://localhost:3000", mobile_web_url = "http://localhost:3000" } };
        (await CallAsync(page, "/v2/api/talk/memo/default/send", new { template_object = text }))["value"]!["result_code"]!.ToString().ShouldBe("0");
        (await CallAsync(page, "/v2/api/talk/memo/send", new { template_id = 100001, template_args = new { NAME = "나루", PAGE = "hello" } }))["value"]!["result_code"]!.ToString().ShouldBe("0");
        (await CallAsync(page, "/v2/api/talk/memo/scrap/send", new { request_url = site.Origin + "/page" }))["value"]!["result_code"]!.ToString().ShouldBe("0");
        var sent = await CallAsync(page, "/v1/api/talk/friends/message/default/send", new { receiver_uuids = new[] { uuid }, template_object = text });
        sent["value"]!["successful_receiver_uuids"]!.AsArray().Single()!.ToString().ShouldBe(uuid);
        var refused = await CallAsync(page, "/v2/api/talk/memo/send", new { template_id = 7 });
        refused["error"]!["code"]!.ToString().ShouldBe("-2", "the page reads a refusal as kapi writes it");

        var picker = await WindowAsync(page, "picked", "() => pick({ title: '함께할 친구', maxPickableCount: 2, minPickableCount: 1, showMyProfile: false })");
        await Expect(picker.GetByRole(AriaRole.Heading, new() { Name = "함께할 친구" })).ToBeVisibleAsync();
        await picker.GetByLabel("이하늘").CheckAsync();
        await picker.GetByRole(AriaRole.Button, new() { Name = "선택 완료" }).ClickAsync();
        (await EndOfAsync(page, "picked"))["value"]!["users"]![0]!["uuid"]!.ToString().ShouldBe(uuid);

        var handset = await chromium.OpenPageAsync();
        await handset.GotoAsync($"{Base}/handset?to=821000000102&room=talk%3A3000000001");
        await Expect(handset.GetByText("SDK에서 보냅니다")).ToBeVisibleAsync();

        await page.EvaluateAsync("() => run('left', () => new Promise((done) => isTwo ? Kakao.Auth.logout().then(() => done(true)) : Kakao.Auth.logout(done)))");
        (await EndOfAsync(page, "left"))["value"]!.GetValue<bool>().ShouldBeTrue();
        (await page.EvaluateAsync<string?>("() => Kakao.Auth.getAccessToken()")).ShouldBeNull();
    }

    [Fact]
    public async Task A_login_can_also_end_with_a_code_in_a_window_or_at_the_redirect_address()
    {
        await using var site = await StartAsync();
        await site.RegisterAsync(gateway.Url, chromium, "");
        var page = await OpenAsync(site);

        var window = await WindowAsync(page, "authorized", "() => authorize({ scope: 'talk_message', state: 's1' })");
        await ChooseAsync(window, "박바다");
        await window.GetByText("카카오톡 메시지 전송").ClickAsync();
        await window.GetByRole(AriaRole.Button, new() { Name = "동의하고 계속하기" }).ClickAsync();
        var ended = (await EndOfAsync(page, "authorized"))["value"]!;
        ended["state"]!.ToString().ShouldBe("s1");
        await page.EvaluateAsync("([code]) => run('tokens', () => exchange(code, 'JS-SDK'))", new[] { ended["code"]!.ToString() });
        (await EndOfAsync(page, "tokens"))["value"]!["scope"]!.ToString().ShouldContain("talk_message");

        await page.EvaluateAsync("() => { Kakao.Auth.authorize({ redirectUri: location.origin + '/callback', state: 's2' }); }");
        await page.GetByRole(AriaRole.Button, new() { Name = "계속하기" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(site.Origin + "/callback?code=", StringComparison.Ordinal) && url.EndsWith("&state=s2", StringComparison.Ordinal));
        await page.EvaluateAsync("() => run('tokens', () => exchange(new URLSearchParams(location.search).get('code'), location.origin + '/callback'))");
        (await EndOfAsync(page, "tokens"))["value"]!["access_token"]!.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_page_shares_every_kind_of_message_and_keeps_pictures_for_them()
    {
        await using var server = await WebhookReceiver.StartAsync();
        await using var site = await StartAsync();
        var page = await OpenAsync(site);
        await page.EvaluateAsync($"() => run('stranger', () => sharing.scrapImage({{ imageUrl: '{site.Origin}/page' }}))");
        (await EndOfAsync(page, "stranger"))["error"]!["code"]!.ToString().ShouldBe("-401", "a site that is not registered");
        await site.RegisterAsync(gateway.Url, chromium, $"{server.Url}told");

        await page.SetInputFilesAsync("#file", new FilePayload { Name = "picture.png", MimeType = "image/png", Buffer = PictureFile.Png(300, 300) });
        await page.EvaluateAsync("() => run('uploaded', () => sharing.uploadImage({ file: document.querySelector('#file').files }))");
        var image = (await EndOfAsync(page, "uploaded"))["value"]!["infos"]!["original"]!;
        image["width"]!.ToString().ShouldBe("300");
        var url = image["url"]!.ToString();

        var link = $"{{ webUrl: '{site.Origin}', mobileWebUrl: '{site.Origin}' }}";
        var content = $"{{ title: '제목', imageUrl: '{url}', link: {link} }}";
        List<string> shares =
        [
            $"sendDefault({{ objectType: 'feed', content: {content}, buttons: [{{ title: '보기', link: {link} }}], serverCallbackArgs: {{ order: '17' }} }})",
            $"sendDefault({{ objectType: 'list', headerTitle: '목록', headerLink: {link}, contents: [{content}, {content}] }})",
            $"sendDefault({{ objectType: 'location', address: '제주 첨단로 242', content: {content} }})",
            $"sendDefault({{ objectType: 'commerce', content: {content}, commerce: {{ regularPrice: 1000 }} }})",
            $"sendDefault({{ objectType: 'text', text: '{new string('가', 190)}', link: {link} }})",
            $"sendScrap({{ requestUrl: '{site.Origin}/page' }})",
            "sendCustom({ templateId: 100001, templateArgs: { NAME: '하늘', PAGE: 'hello' } })",
        ];
        if (await page.EvaluateAsync<bool>("() => isTwo"))
        {
            shares.Add($"sendDefault({{ objectType: 'calendar', idType: 'event', id: '1', content: {content} }})");
        }

        var hasChosen = false;
        foreach (var share in shares)
        {
            var sharer = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync($"() => {{ sharing.{share}; }}"));
            if (!hasChosen)
            {
                await ChooseAsync(sharer, "박바다");
                hasChosen = true;
            }

            await sharer.GetByLabel("이하늘").CheckAsync();
            await sharer.GetByRole(AriaRole.Button, new() { Name = "보내기" }).ClickAsync();
            await Expect(sharer.GetByRole(AriaRole.Status)).ToContainTextAsync("이하늘");
            await sharer.CloseAsync();
        }

        await server.UntilAsync(static pushes => pushes.Count == 1);
        var handset = await chromium.OpenPageAsync();
        await handset.GotoAsync($"{Base}/handset?to=821000000102&room=talk%3A3000000003");
        await Expect(handset.Locator(".talk-card")).ToHaveCountAsync(shares.Count);

        await page.EvaluateAsync("([imageUrl]) => run('fetched', () => sharing.scrapImage({ imageUrl }))", new[] { url });
        (await EndOfAsync(page, "fetched"))["value"]!["infos"]!["original"]!["width"]!.ToString().ShouldBe("300");
        await page.EvaluateAsync("([imageUrl]) => run('deleted', () => sharing.deleteImage({ imageUrl }))", new[] { url });
        (await EndOfAsync(page, "deleted"))["error"].ShouldBeNull();
    }

    [Fact]
    public async Task On_an_iPhone_a_login_and_a_share_go_to_KakaoTalk_and_find_the_pages_that_stand_in_for_it()
    {
        await using var site = await StartAsync();
        await site.RegisterAsync(gateway.Url, chromium, "");
        var page = await chromium.OpenPageAsync(iPhone: true);
        await page.GotoAsync(site.Origin);

        await page.EvaluateAsync("() => { Kakao.Auth.authorize({ redirectUri: location.origin + '/callback', state: 's3' }); }");
        await ChooseAsync(page, "최보라");
        await page.GetByRole(AriaRole.Button, new() { Name = "계속하기" }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(site.Origin + "/callback?code=", StringComparison.Ordinal) && url.EndsWith("&state=s3", StringComparison.Ordinal));

        if (!await page.EvaluateAsync<bool>("() => isTwo"))
        {
            return; // 1.x shares by the scheme kakaolink:, which no server sees.
        }

        await page.EvaluateAsync($"() => {{ sharing.sendDefault({{ objectType: 'text', text: '{new string('가', 200)}', link: {{ webUrl: '{site.Origin}', mobileWebUrl: '{site.Origin}' }} }}); }}");
        await page.GetByLabel("이하늘").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "보내기" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("이하늘");
    }

    [Fact]
    public async Task A_page_picks_one_friend_and_with_the_second_line_a_room_or_out_of_tabs()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        await using var site = await StartAsync();
        await site.RegisterAsync(gateway.Url, chromium, "");
        var page = await OpenAsync(site);
        await page.EvaluateAsync("([token]) => Kakao.Auth.setAccessToken(token)", new[] { me.Token });

        var single = await WindowAsync(page, "picked", "() => isTwo ? Kakao.Picker.selectFriend({ title: '한 명' }) : begin((on) => Kakao.FriendPicker.selectSingle({ properties: { title: '한 명' }, ...on }))");
        await single.GetByLabel("이하늘").CheckAsync();
        await single.GetByRole(AriaRole.Button, new() { Name = "선택 완료" }).ClickAsync();
        (await EndOfAsync(page, "picked"))["value"]!["users"]!.AsArray().Single()!["profileNickname"]!.ToString().ShouldBe("이하늘");
        if (!await page.EvaluateAsync<bool>("() => isTwo"))
        {
            return; // 1.x knows no rooms.
        }

        foreach (var (open, isTab) in new[] { ("Kakao.Picker.selectChat({ maxPickableCount: 1 })", false), ("Kakao.Picker.select({ maxPickableCount: 2 })", true) })
        {
            var rooms = await WindowAsync(page, "picked", $"() => {open}");
            if (isTab)
            {
                await rooms.GetByRole(AriaRole.Tab, new() { Name = "채팅방" }).ClickAsync();
            }

            await rooms.GetByLabel("나루 모임").CheckAsync();
            await rooms.GetByRole(AriaRole.Button, new() { Name = "선택 완료" }).ClickAsync();
            (await EndOfAsync(page, "picked"))["value"]!["chats"]!.AsArray().Count.ShouldBe(1);
        }
    }

    private async Task<AppSite> StartAsync()
    {
        var sdk = await OfficialSdk.LocalAsync(gateway.Url);
        return await AppSite.StartAsync(
            $"<!DOCTYPE html><title>앱의 페이지</title><body><input id=\"file\" type=\"file\"><script src=\"/kakao.local.js\"></script><script>Kakao.kauth = '{Base}';\n{Glue}</script>",
            ("/kakao.local.js", sdk));
    }

    private async Task<IPage> OpenAsync(AppSite site)
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync(site.Origin);
        return page;
    }

    /// <summary>Begins something that opens a window; how it ends is asked with <see cref="EndOfAsync"/>.</summary>
    private static Task<IPage> WindowAsync(IPage page, string name, string start) => page.RunAndWaitForPopupAsync(() => page.EvaluateAsync($"() => run('{name}', {start})"));

    /// <summary>Picks an account, unless this browser has one already.</summary>
    private static async Task ChooseAsync(IPage window, string name)
    {
        var account = window.GetByRole(AriaRole.Button, new() { Name = name });
        await account.Or(window.GetByRole(AriaRole.Heading, new() { Name = "동의" })).First.WaitForAsync();
        if (await account.CountAsync() > 0)
        {
            await account.ClickAsync();
        }
    }

    private static async Task<JsonNode> EndOfAsync(IPage page, string name) => JsonNode.Parse(await page.EvaluateAsync<string>("async (name) => JSON.stringify(await window[name])", name))!;

    private static async Task<JsonNode> CallAsync(IPage page, string url, object? data = null)
    {
        await page.EvaluateAsync("([url, data]) => run('called', () => Kakao.API.request({ url, ...(data ? { data: JSON.parse(data) } : {}) }))", new[] { url, data is null ? null : JsonSerializer.Serialize(data) });
        return await EndOfAsync(page, "called");
    }
}

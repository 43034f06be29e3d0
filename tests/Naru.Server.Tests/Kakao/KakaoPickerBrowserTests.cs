using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Server.Tests.Browser;
using static Microsoft.Playwright.Assertions;
using static Naru.Server.Tests.Kakao.Looked;

namespace Naru.Server.Tests.Kakao;

/// <summary>The pickers of rooms, of members and of both in one window, as the JavaScript SDK opens them with a <c>returnUrl</c>, in a browser.</summary>
public sealed class KakaoPickerBrowserTests(DemoGateway gateway, Chromium chromium) : IClassFixture<DemoGateway>, IClassFixture<Chromium>
{
    private const string App = "http://localhost:3000";

    private const string Open =
        """
        ([url, fields]) => {
          const form = document.createElement('form');
          form.method = 'post';
          form.action = url;
          for (const [name, value] of Object.entries(JSON.parse(fields))) { const input = document.createElement('input'); input.name = name; input.value = value; form.append(input); }
          document.body.append(form);
          form.submit();
        }
        """;

    [Fact]
    public async Task Friends_and_rooms_are_picked_in_tabs_with_the_keyboard_and_who_is_disabled_says_why()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        var page = await OpenAsync(me, "/tab/select", new()
        {
            ["displayAllProfile"] = "true", ["maxPickableCount"] = "2", ["enableBackButton"] = "true", ["disableSelectOptions"] = """[{"reason":"unregistered","message":"초대가 필요합니다"}]""",
        });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "친구·채팅방 선택" })).ToBeVisibleAsync();
        var blocked = page.GetByRole(AriaRole.Checkbox, new() { Name = "박바다 초대가 필요합니다" });
        await Expect(blocked).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "뒤로" })).ToBeVisibleAsync();
        await ShouldBeAccessibleAsync(page, "picker-both-friends");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "이하늘" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Tab, new() { Name = "친구" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "채팅방" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = "친구" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "나루 모임" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "나와의 채팅" })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("선택 2(최대 2)");
        await page.GetByRole(AriaRole.Button, new() { Name = "이하늘 선택 해제" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("선택 1(최대 2)");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "나와의 채팅" })).ToBeEnabledAsync();
        await ShouldBeAccessibleAsync(page, "picker-both-chats");
        await page.GetByRole(AriaRole.Tab, new() { Name = "친구" }).ClickAsync();
        await Expect(blocked).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "선택 완료" }).PressAsync("Enter");
        var selected = await ToldAsync(page);
        selected["chats"]!.AsArray().Single()!["roomType"]!.ToString().ShouldBe("MultiChat");
        selected["users"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Members_are_found_by_search_in_their_rooms_and_picked_once_on_a_narrow_screen_in_English()
    {
        using var friend = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_002);
        using var me = await KakaoPerson.LogInAsync(gateway.Url, 3_000_000_001);
        var page = await OpenAsync(me, "/chat/select?lang=en", new() { ["selectionType"] = "chatMember", ["disableSelectOptions"] = """[{"reason":"registered"}]""" }, page => page.SetViewportSizeAsync(390, 844));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Choose members" })).ToBeVisibleAsync();
        await page.Locator("summary").Filter(new() { HasText = "나루 모임" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "이하늘 Uses this service already" })).ToBeDisabledAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await ShouldBeAccessibleAsync(page, "picker-members-narrow");

        await page.GetByLabel("Search by name").FillAsync("바다");
        var found = page.GetByRole(AriaRole.Checkbox, new() { Name = "박바다" });
        await Expect(found).ToHaveCountAsync(2);
        await found.Last.CheckAsync();
        await Expect(found.First).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 chosen of at most 30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        var selected = await ToldAsync(page);
        (selected["selectedTotalCount"]!.ToString(), selected["users"]!.AsArray().Count).ShouldBe(("1", 0), "who is not connected is counted, and not named");
    }

    private async Task<IPage> OpenAsync(KakaoPerson me, string path, Dictionary<string, string> fields, Func<IPage, Task>? set = null)
    {
        var page = await chromium.OpenPageAsync();
        await (set?.Invoke(page) ?? Task.CompletedTask);
        await page.RouteAsync(App + "/**", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "<title>app</title>" }));
        await page.GotoAsync(App);
        foreach (var (name, value) in new[] { ("transId", "t"), ("appKey", "demo-javascript-key"), ("ka", "sdk/2.7.2 os/javascript origin/http%3A%2F%2Flocalhost%3A3000"), ("token", me.Token), ("returnUrl", App + "/picked") })
        {
            fields[name] = value;
        }

        await page.EvaluateAsync(Open, new[] { new Uri(gateway.Url, path).AbsoluteUri, JsonSerializer.Serialize(fields) });
        return page;
    }

    private static async Task<JsonNode> ToldAsync(IPage page)
    {
        await page.WaitForURLAsync(url => url.StartsWith(App + "/picked?", StringComparison.Ordinal));
        return JsonNode.Parse(System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["selected"]!)!;
    }
}

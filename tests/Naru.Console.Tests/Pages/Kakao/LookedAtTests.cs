using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Messages;
using Naru.Engine.Kakao;
using Naru.Tests;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The pages of the Developers door with something on them, as people have them on a phone and at a desk: accessible, and never wider than the window.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookedAtTests(Chromium chromium)
{
    private const string Redirect = "http://localhost:3000/callback";
    private const string Login = "/oauth/authorize?client_id=r&response_type=code&redirect_uri=";
    private const string LongName = "이름이아주긴사람이름이아주긴사람이름이아주긴사람이름이아주긴사람이름이아주긴사람";

    private static readonly string s_share = "/talk/friends/picker/easylink?app_key=r&validation_action=default&validation_params="
        + Uri.EscapeDataString("""{"template_object":{"object_type":"text","text":"안녕하세요","link":{"web_url":"https://elsewhere.example"}}}""");

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("ko-KR", true, 390)]
    [InlineData("en-US", false, 390)]
    public async Task What_people_see_of_an_app(string locale, bool dark, int width)
    {
        await using var host = await StartAsync();
        var page = await chromium.OpenAsync(host.Url + Login + Redirect, locale, width: width, dark: dark);
        await CheckAsync(page, "accounts", locale, width);
        await page.Locator("button[value='12']").PressAsync("Enter");
        await page.Locator(".kakao-who").WaitForAsync();
        await CheckAsync(page, "consent", locale, width);
        foreach (var (name, path) in new[]
        {
            ("login-fault", Login + "http://localhost:3001/callback"), ("picker-fault", "/talk/friends/picker/easylink"),
            ("services", "/kakao/people/11?done=1"), ("nobody", "/kakao/people/39"),
        })
        {
            await page.GotoAsync(host.Url + path);
            await CheckAsync(page, name, locale, width);
        }

        await page.GotoAsync(host.Url + "/kakao/people/11");
        await page.Locator("summary").PressAsync("Enter");
        await CheckAsync(page, "services-leave", locale, width);
        foreach (var (name, person) in new[] { ("picker-update", 12), ("picker-no-talk", 13) })
        {
            await page.GotoAsync(host.Url + s_share);
            await page.Locator(".kakao-other button").PressAsync("Enter");
            await page.Locator($"button[value='{person}']").PressAsync("Enter");
            await page.Locator($"body:not(:has(button[value='{person}']))").WaitForAsync();
            await CheckAsync(page, name, locale, width);

            // Back to somebody who can: nobody is stuck.
            await page.Locator(".kakao-other button").PressAsync("Enter");
            await page.Locator("button[value='11']").PressAsync("Enter");
            await page.Locator("#count").WaitForAsync();
        }

        await CheckAsync(page, "picker", locale, width);
    }

    [Theory]
    [InlineData("ko-KR", true, 1180)]
    [InlineData("en-US", false, 390)]
    public async Task What_operators_see_of_an_app(string locale, bool dark, int width)
    {
        await using var host = await StartAsync();
        var page = await chromium.SignedInAsync(host, "kakao", locale: locale, dark: dark, width: width);
        await CheckAsync(page, "apps", locale, width);
        await page.Locator("input[name=version]").First.FillAsync("latest");
        await page.Locator("input[name=version]").First.PressAsync("Enter");
        await page.Locator(".person .field-fault").WaitForAsync();
        await Expect(page.Locator("input[name=version]").First).ToBeFocusedAsync();
        await CheckAsync(page, "apps-faults", locale, width);

        host.LeftOut.Note(host.Kakao.FindApp(1001)!, [new DroppedLink("contents[0].link.mobile_web_url", "https://a-rather-long-name-of-a-shop-that-nobody-registered.example"), new DroppedLink("link.web_url", "주소가 아닌 것")]);
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/1001");
        await page.Locator("section[aria-labelledby=callbacks] summary").Last.PressAsync("Enter");
        await CheckAsync(page, "app", locale, width);
        await page.Locator("input[name=friends]").UncheckAsync();
        await page.Locator("input[name=messaging]").UncheckAsync();
        await page.Locator("button[value=request]").PressAsync("Enter");
        await page.Locator("#permission-fault").WaitForAsync();
        await Expect(page.Locator("input[name=friends]")).ToBeFocusedAsync();
        await CheckAsync(page, "app-permission-fault", locale, width);
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/people/11");
        await CheckAsync(page, "friends", locale, width);
    }

    private static async Task CheckAsync(IPage page, string name, string locale, int width)
    {
        name = $"kakao-looked-{name}-{locale}-{width}";
        await page.KeepAsync(name);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{name} scrolls sideways");
        await page.ShouldPassAxeAsync(name);
    }

    /// <summary>An app that somebody is connected to, with a full quota, callbacks that failed, a template; people with an old KakaoTalk and with none.</summary>
    private static async Task<ConsoleHost> StartAsync()
    {
        var host = await ConsoleHost.StartAsync();
        var now = host.Kakao.Now;
        var app = new DevelopersApp(1001, host.Workspace.Id, "새 서비스", new AppKeys("n", "r", "j", "a"), now)
        {
            RedirectUris = [Redirect],
            IconUrl = "http://127.0.0.1:9/none.png",
            Consents = new Dictionary<string, ConsentLevel> { [ConsentItem.Nickname] = ConsentLevel.Required, [ConsentItem.Friends] = ConsentLevel.Optional },
            Quotas = AppQuotas.Documented with { PerPair = 2 },
        };
        Friend[] friends = [new(11), new(12), new(13), new(14)];
        Person PersonOf(long id, string name) => new(id, host.Workspace.Id, name, Recipient.Parse($"8210000000{id}")) { Friends = [.. friends.Where(friend => friend.Person != id)], Rooms = ["가족"] };
        CallbackRecord Record(string id, int status, string? fault) =>
            new(id, 1001, "resource-" + id, "https://shop.example/told/" + new string('x', 150), status == 500, """{"order":"17","CHAT_TYPE":"DirectChat","HASH_CHAT_ID":"h"}""", now, status, fault);
        await host.Kakao.ChangeAsync(
            () => new KakaoChange
            {
                Apps = { app },
                People =
                {
                    PersonOf(11, "하나"), PersonOf(12, "두리") with { TalkVersion = "9.1.5" }, PersonOf(13, "세나") with { HasTalk = false }, PersonOf(14, LongName) with { State = AccountState.Dormant },
                },
                Connections = { new Connection(1001, 11, "u", now) { Agreed = new Dictionary<string, DateTimeOffset> { [ConsentItem.Nickname] = now, [ConsentItem.Friends] = now } } },
                Templates = { new CustomTemplate(100_001, 1001, "초대", """{"object_type":"feed","content":{"title":"t","link":{}}}""", 1, now) },
                Counters = { [new QuotaKey(1001, QuotaKind.Pair, QuotaKey.Day(now), 11, 14)] = 2 },
                Callbacks = { Record("1", 204, null), Record("2", 500, "answered 500"), Record("3", 0, "no answer within 3 s") with { TimedOut = true }, Record("4", 0, "Connection refused (shop.example:443)") },
            },
            default);
        return host;
    }
}

using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Console.Tests.Pages.Alarms;
using Naru.Console.Tests.Pages.Apps;
using Naru.Console.Tests.Pages.Bulks;
using Naru.Console.Tests.Pages.Provisioning;
using Naru.Core.Content;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Tests;

namespace Naru.Console.Tests.Pages;

/// <summary>Every page, light and dark, in both languages: WCAG 2.2 A and AA as far as a program can see it.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData("<html lang=\"ko\"><title>x</title><main><h1>x</h1><img src=\"data:,\"></main></html>", "image-alt")]
    [InlineData("<html><title>x</title><main><h1>x</h1></main></html>", "html-has-lang")]
    [InlineData("<html lang=\"ko\"><title>x</title><main><h1 style=\"color:#aaa;background:#fff\">pale words</h1></main></html>", "color-contrast")]
    [InlineData("<html lang=\"ko\"><title>x</title><h1>x</h1></html>", "landmark-one-main")]
    [InlineData("<html lang=\"ko\"><title>x</title><main><h1>x</h1><iframe title=\"x\"></iframe></main></html>", "a frame")]
    public async Task A_page_with_a_fault_is_found(string html, string fault)
    {
        var page = await chromium.OpenAsync();
        await page.SetContentAsync(html);

        (await Assert.ThrowsAsync<ShouldAssertException>(() => page.ShouldPassAxeAsync("bad"))).Message.ShouldContain(fault);
    }

    [Theory]
    [InlineData("ko-KR", false)]
    [InlineData("en-US", true)]
    public async Task Operator_pages(string locale, bool dark)
    {
        await using var host = await ConsoleHost.StartAsync();
        var endpoint = await host.FillAsync();
        await host.ReceiveAsync("quiz 파리", "예약 취소해 주세요", new string('가', 200));
        var webhook = await host.SubscribeAsync();
        var signIn = await chromium.OpenAsync($"{host.Url}/console", locale, dark: dark);
        await CheckAsync(signIn, $"sign-in-{locale}");

        var page = await chromium.SignedInAsync(host, locale: locale, dark: dark);
        var failed = host.Gateway.PublicId(host.Messages.Rows[2]);
        foreach (var (name, path) in new[]
        {
            ("messages", "messages"),
            ("messages-nothing", "messages?state=Cancelled"),
            ("message-delivered", "message?id=order-77"),
            ("message-failed", $"message?id={failed}"),
            ("webhooks", "webhooks"),
            ("endpoint", $"webhooks/{endpoint}"),
            ("push", "pushes/41"),
            ("webhook", $"webhooks/{webhook}"),
            ("push-one-by-one", $"pushes/{Subscriber.Push}"),
            ("credentials", "credentials"),
            ("senders", "senders"),
            ("numbers", "numbers"),
            ("texts", "numbers/texts"),
            ("texts-nothing", "numbers/texts?before=1"),
            ("not-found", "message?id=nothing"),
        })
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            await CheckAsync(page, $"{name}-{locale}");
        }

        await page.GotoAsync($"{host.Url}/console/workspaces");
        await CheckAsync(page, $"workspaces-{locale}");
    }

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("en-US", true, 390)]
    public async Task Pages_of_carriers_and_routes(string locale, bool dark, int width)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        await host.Directory.SaveRouteAsync(new CarrierRoute(RouteScope.Of(Channel.AlimTalk), "silent", new Cutover("played", 10, [821012345678])), default);
        await host.Directory.SaveRouteAsync(new CarrierRoute(new RouteScope(host.Workspace.Id, Channel.AlimTalk, host.Sender.Key), "silent"), default);
        await host.Directory.SaveCarrierSecretsAsync("played", new Dictionary<string, string> { ["WebhookSecret"] = "entered" }, "root-operator", default);
        var page = await chromium.SignedInAsync(host, locale: locale, dark: dark, width: width, name: "root-operator");
        foreach (var (shown, path) in new[] { ("carriers", "carriers"), ("routes", "routes"), ("route", "routes?whose=all&channel=AlimTalk") })
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            await CheckAsync(page, $"{shown}-{locale}-{width}");
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"{shown} scrolls sideways");
        }
    }

    [Theory]
    [InlineData("ko-KR", false, 1180, "root-operator")]
    [InlineData("en-US", true, 390, "root-operator")]
    [InlineData("ko-KR", true, 390, ConsoleHost.OperatorName)]
    public async Task Pages_of_alarms(string locale, bool dark, int width, string name)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        var page = await chromium.SignedInAsync(host, "alarms", locale: locale, dark: dark, width: width, name: name);
        await page.Locator("details.more summary").ClickAsync();
        await CheckAsync(page, $"alarms-none-{locale}-{width}");
        await host.FillAlarmsAsync();
        await page.Locator($".badge:has-text('{(name == "root-operator" ? 5 : 1)}')").WaitForAsync();
        await page.ReloadAsync();
        await CheckAsync(page, $"alarms-{name}-{locale}-{width}");
        host.CrowdAlarms();
        await page.Locator("nav.pager").WaitForAsync(new LocatorWaitForOptions { State = name == "root-operator" ? WaitForSelectorState.Visible : WaitForSelectorState.Detached });
        await CheckAsync(page, $"alarms-crowded-{name}-{locale}-{width}");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("It scrolls sideways.");
    }

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("en-US", true, 1180)]
    [InlineData("ko-KR", true, 390)]
    [InlineData("en-US", false, 390)]
    public async Task Pages_of_apps(string locale, bool dark, int width)
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "apps", locale: locale, dark: dark, width: width);
        await CheckAsync(page, $"apps-none-{locale}-{width}");

        var app = await host.FillAppsAsync();
        var full = host.Directory.AppsOf(host.Workspace.Id)[1];
        foreach (var (name, path) in new[]
        {
            ("apps", "apps"),
            ("app", $"apps/{app.PublicId}"),
            ("app-full", $"apps/{full.PublicId}?done=saved"),
            ("app-channel", $"apps/{app.PublicId}/channels/KAKAOTALK"),
            ("app-channel-chat", $"apps/{app.PublicId}/channels/KAKAOTALKCHAT?q=nobody"),
            ("app-webhook-new", $"apps/{app.PublicId}/webhooks/new"),
            ("app-webhook", $"apps/{app.PublicId}/webhooks/{host.Directory.SubscriptionsOf(app.Id)[0].Subscription!.PublicId}"),
            ("app-endpoint", $"webhooks/{host.Directory.SubscriptionsOf(app.Id)[0].Id}"),
        })
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(name);
            await CheckAsync(page, $"{name}-{locale}-{width}");
        }

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/apps/{app.PublicId}");
        await page.Locator("#retry-for").FillAsync("5");
        await page.Locator("#max-queued").FillAsync("-1");
        await page.Locator("form[action$='/settings'] button").ClickAsync();
        await CheckAsync(page, $"app-faults-{locale}-{width}");
    }

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("en-US", true, 390)]
    public async Task Pages_of_Kakao_apps(string locale, bool dark, int width)
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "kakao", locale: locale, dark: dark, width: width);
        await CheckAsync(page, $"kakao-none-{locale}-{width}");
        await page.Locator("#name").FillAsync("새 서비스");
        await page.Locator("#name").PressAsync("Enter");
        await page.WaitForURLAsync("**/kakao/1001");
        await CheckAsync(page, $"kakao-app-{locale}-{width}");

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/1001/templates/new");
        foreach (var kind in new[] { "feed", "list", "location", "commerce", "text", "calendar" })
        {
            await page.Locator("#kind").SelectOptionAsync(kind);
            await page.Locator(kind == "list" ? "#f-contents-2-title" : kind == "text" ? "#f-text" : kind == "feed" ? "#f-item-content-sum" : kind == "location" ? "#f-address" : kind == "commerce" ? "#f-commerce-regular-price" : "#f-id-type").WaitForAsync();
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue($"the builder of {kind} scrolls sideways");
            await CheckAsync(page, $"kakao-builder-{kind}-{locale}-{width}");
        }

        await page.Locator("#kind").SelectOptionAsync("feed");
        await page.Locator("#f-item-content-sum").FillAsync("일곱글자입니다");
        await page.Locator("button[value=save]").ClickAsync();
        await page.Locator("#f-item-content-sum-fault").WaitForAsync();
        await CheckAsync(page, $"kakao-builder-faults-{locale}-{width}");
        await page.Locator("button[value=json]").ClickAsync();
        await page.Locator("#object").WaitForAsync();
        await CheckAsync(page, $"kakao-builder-json-{locale}-{width}");

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao");
        foreach (var (name, phone) in new[] { ("김하나", "821000000301"), ("이두리", "821000000302") })
        {
            await page.Locator("#person-name").FillAsync(name);
            await page.Locator("#phone").FillAsync(phone);
            await page.Locator("#phone").PressAsync("Enter");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = name, Exact = true }).WaitForAsync();
        }

        await CheckAsync(page, $"kakao-people-{locale}-{width}");
        await page.Locator("a[href$='/kakao/people/3000000001']").Last.ClickAsync();
        await page.Locator("#room").FillAsync("가족");
        await page.Locator("#room").PressAsync("Enter");
        await page.Locator("button[value=가족]").WaitForAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the friends scroll sideways");
        await CheckAsync(page, $"kakao-friends-{locale}-{width}");

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/1001/access");
        await page.Locator("#addresses").FillAsync("10.0.0.0/8\nnowhere");
        await page.Locator("main form button").ClickAsync();
        await page.Locator("#addresses-fault").WaitForAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the access lists scroll sideways");
        await CheckAsync(page, $"kakao-access-{locale}-{width}");
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/scraped");
        await CheckAsync(page, $"kakao-scraped-none-{locale}-{width}");

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/1001/outside");
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the way out scrolls sideways");
        await CheckAsync(page, $"kakao-outside-{locale}-{width}");
        await page.Locator("#key-rest").FillAsync("short");
        await page.Locator("#kakao-id").FillAsync("x");
        await page.Locator("main form button").ClickAsync();
        await CheckAsync(page, $"kakao-outside-faults-{locale}-{width}");
    }

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("en-US", true, 1180)]
    [InlineData("ko-KR", true, 390)]
    [InlineData("en-US", false, 390)]
    public async Task Pages_of_bulks(string locale, bool dark, int width)
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "bulks", locale: locale, dark: dark, width: width);
        await CheckAsync(page, $"bulks-none-{locale}-{width}");

        host.FillBulks();
        foreach (var (name, path) in new[]
        {
            ("bulks", "bulks"),
            ("bulk", "bulk?id=autumn-sale&done=resumed"),
            ("bulk-paused", "bulk?id=0f8fad5b-d9cb-469f-a165-70867728950e"),
            ("bulk-finished", $"bulk?id={Uri.EscapeDataString("배송 안내 2026-11-20")}"),
        })
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(name);
            await CheckAsync(page, $"{name}-{locale}-{width}");
        }

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/bulk?id=autumn-sale");
        await page.Locator("summary").First.ClickAsync();
        await CheckAsync(page, $"bulk-reschedule-{locale}-{width}");
        await page.GotoAsync($"{host.Url}/console/zone");
        await CheckAsync(page, $"zone-{locale}-{width}");
    }

    [Theory]
    [InlineData("ko-KR", false, 1180)]
    [InlineData("en-US", true, 1180)]
    [InlineData("ko-KR", true, 390)]
    [InlineData("en-US", false, 390)]
    public async Task Pages_of_senders_and_templates(string locale, bool dark, int width)
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "senders", locale: locale, dark: dark, width: width);
        foreach (var (name, path) in await host.PagesAsync())
        {
            await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/{path}");
            (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(name);
            await CheckAsync(page, $"{name}-{locale}-{width}");
        }

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/senders/new");
        await page.Locator("#channel").FillAsync("a b");
        await page.Locator("#name").FillAsync("나루");
        await page.Locator("#phone").FillAsync("x");
        await page.Locator("button[value=submit]").ClickAsync();
        await CheckAsync(page, $"sender-faults-{locale}-{width}");
        await page.GotoAsync($"{host.Url}{host.PathOf(host.Sender, "/new-template")}");
        await page.Locator("#f-code").FillAsync("a b");
        await page.Locator("#f-text").FillAsync(" ");
        await page.Locator(".editor-end button[value=submit]").ClickAsync();
        await CheckAsync(page, $"template-faults-{locale}-{width}");
    }

    [Theory]
    [InlineData("ko-KR", false)]
    [InlineData("en-US", true)]
    public async Task Handset(string locale, bool dark)
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.OpenAsync($"{host.Url}/handset", locale, dark: dark);
        await CheckAsync(page, $"handset-empty-{locale}");

        host.Handset.Put(host.Coupon());
        host.Handset.Put(host.Sms("[나루] 인증번호 7741"));
        var parcel = host.Handset.Put(host.Parcel());
        foreach (var (name, query) in new[]
        {
            ("chats", ""),
            ("room", $"&room={host.Sender.Key}"),
            ("picture", $"&room={new string('b', 40)}"),
            ("sms", "&app=sms&room=15881234"),
        })
        {
            await page.GotoAsync($"{host.Url}/handset?to={Sample.MyNumber}{query}");
            await CheckAsync(page, $"handset-{name}-{locale}");
        }

        await host.Handset.PressAsync(host.Workspace.Id, parcel.Id, 0, default);
        await page.GotoAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}&pressed={parcel.Id}.0");
        await CheckAsync(page, $"handset-sheet-{locale}");
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("message?id=order-77")]
    [InlineData("webhooks")]
    [InlineData("credentials")]
    public async Task On_a_small_screen_no_page_scrolls_sideways(string path)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var page = await chromium.SignedInAsync(host, path, width: 320);

        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await page.KeepAsync($"small-{path[..7]}");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await page.KeepAsync(name);
        await page.ShouldPassAxeAsync(name);
    }
}

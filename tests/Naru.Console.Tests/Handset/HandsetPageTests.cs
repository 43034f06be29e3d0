using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Handset;

[Collection(BrowserTests.Name)]
public sealed class HandsetPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_message_appears_on_the_empty_page_without_a_reload()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.OpenAsync($"{host.Url}/handset");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "아직 도착한 메시지가 없습니다" })).ToBeVisibleAsync();
        await Expect(page.Locator("#live")).ToHaveTextAsync("실시간");
        await page.KeepAsync("handset-empty");

        host.Handset.Put(host.Parcel());

        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("나루 택배") })).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/handset?to=821000001234");
        await page.KeepAsync("handset-chats");
    }

    [Fact]
    public async Task A_message_appears_in_the_open_room_and_is_announced()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        host.Handset.Put(host.Coupon());
        var page = await chromium.OpenAsync($"{host.Url}/handset");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("나루 택배") }).ClickAsync();
        await host.Handset.UntilWatchedByAsync(1);

        host.Handset.Put(host.AlimTalk("배송이 완료되었습니다.\n문 앞에 두었습니다."));

        var log = page.GetByRole(AriaRole.Log);
        await Expect(log.GetByText("문 앞에 두었습니다.")).ToBeInViewportAsync();
        await Expect(log.Locator("li.entry")).ToHaveCountAsync(2);
        await page.KeepAsync("handset-room");
    }

    [Fact]
    public async Task A_pressed_button_says_where_it_leads_and_stays_pressed()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");

        await page.GetByRole(AriaRole.Button, new() { Name = "배송 조회" }).ClickAsync();

        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "배송 조회" });
        await Expect(sheet).ToBeFocusedAsync();
        await Expect(sheet.GetByText("https://naru.example/m/t/654321098765")).ToBeVisibleAsync();
        var open = sheet.GetByRole(AriaRole.Link, new() { Name = "새 탭에서 열기" }).First;
        (await open.GetAttributeAsync("rel")).ShouldBe("noopener noreferrer");
        await page.KeepAsync("handset-sheet");
        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        await Expect(page.Locator($"#b{message.Id}-0")).ToBeFocusedAsync();
        await Expect(page.Locator($"#b{message.Id}-0")).ToContainTextAsync("누름");
    }
}

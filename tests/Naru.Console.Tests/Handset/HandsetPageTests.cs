using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Handset;

[Collection(BrowserTests.Name)]
public sealed class HandsetPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_empty_page_shows_how_to_send_and_the_first_message_appears_on_it_without_a_reload()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.OpenAsync($"{host.Url}/handset");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "아직 도착한 메시지가 없습니다" })).ToBeVisibleAsync();
        await Expect(page.GetByText($"curl {host.Url}/kakao-alim/1/messages")).ToBeVisibleAsync();
        await Expect(page.Locator("#live")).ToHaveTextAsync("실시간");
        await page.KeepAsync("handset-empty");
        await page.EvaluateAsync("() => { window.notReloaded = true; }");

        host.Handset.Put(host.Parcel());

        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("나루 택배") })).ToBeVisibleAsync();
        page.Url.ShouldEndWith("/handset?to=821000001234");
        (await page.EvaluateAsync<bool>("() => window.notReloaded === true")).ShouldBeTrue();
        await page.KeepAsync("handset-chats-one");
    }

    [Fact]
    public async Task A_message_appears_in_the_open_room_at_its_end()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            host.Handset.Put(host.Parcel());
        }

        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");
        await Expect(page.Locator("#live")).ToHaveTextAsync("실시간");

        host.Handset.Put(host.AlimTalk("배송이 완료되었습니다.\n문 앞에 두었습니다."));

        var log = page.GetByRole(AriaRole.Log, new() { Name = "나루 택배 채팅방" });
        await Expect(log.GetByText("문 앞에 두었습니다.")).ToBeInViewportAsync();
        await Expect(log.Locator("li.entry")).ToHaveCountAsync(6);
        await page.KeepAsync("handset-room");
    }

    [Fact]
    public async Task In_a_thread_with_a_number_of_the_company_the_phone_answers_and_shows_what_it_sent()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.Directory.AddNumberAsync(host.Workspace.Id, "15881234", default);
        host.Handset.Numbers.Add("15881234");
        var first = host.Handset.Put(host.Sms("[나루] 예약을 확인해 주세요."));
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&app=sms&room={first.Sender}");
        await Expect(page.Locator("#live")).ToHaveTextAsync("실시간");

        await page.GetByLabel("문자 메시지").FillAsync("예약 취소해 주세요 <b>&");
        await page.GetByRole(AriaRole.Button, new() { Name = "보내기" }).ClickAsync();

        await Expect(page.Locator(".entry.own")).ToContainTextAsync("예약 취소해 주세요 <b>&");
        await Expect(page.GetByLabel("문자 메시지")).ToHaveValueAsync("");
        host.Handset.Written.ShouldHaveSingleItem().Text.ShouldBe("예약 취소해 주세요 <b>&");
        await page.KeepAsync("handset-sms-thread");
    }

    [Fact]
    public async Task Rooms_are_one_per_channel_with_the_messages_that_were_not_read_yet()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        host.Handset.Put(host.Coupon());
        host.Handset.Put(host.Otp("483920"));
        host.Handset.Put(host.Otp("110482"));
        host.Handset.Put(host.Sms("[나루] 인증번호 7741"));
        var page = await chromium.OpenAsync($"{host.Url}/handset");

        var rooms = page.Locator(".rooms li");
        await Expect(rooms).ToHaveCountAsync(3);
        await Expect(rooms.First).ToContainTextAsync("나루은행");
        await Expect(rooms.First.Locator(".unread")).ToHaveTextAsync("2");
        await page.KeepAsync("handset-chats");

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("나루은행") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "목록으로" }).ClickAsync();
        await Expect(page.Locator(".rooms li").First.Locator(".unread")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "메시지", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("15881234") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Log).GetByText("[나루] 인증번호 7741")).ToBeVisibleAsync();
        await page.KeepAsync("handset-sms");
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
        (await open.GetAttributeAsync("target")).ShouldBe("_blank");
        await page.KeepAsync("handset-sheet");

        await page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        var button = page.Locator($"#b{message.Id}-0");
        await Expect(button).ToBeFocusedAsync();
        await Expect(button).ToContainTextAsync("누름");
    }

    [Fact]
    public async Task An_item_list_is_shown_whole_with_what_the_template_adds()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Order());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");

        var bubble = page.Locator("li.entry");
        foreach (var text in new[]
        {
            "주문이 정상적으로 접수되었어요", "제주 노지 감귤 5kg 외 세 가지 상품", "결제 금액 45,900원", "20261122-0000123456789", "주문 취소는 출고 전까지", "채널 추가하고 이 채널의",
        })
        {
            await Expect(bubble.GetByText(text)).ToBeVisibleAsync();
        }

        await Expect(bubble.GetByRole(AriaRole.Img, new() { Name = "알림톡 이미지" })).ToHaveCountAsync(2);
        await Expect(bubble.GetByRole(AriaRole.Link, new() { Name = "메시지 링크 열기" })).ToHaveAttributeAsync("href", "https://naru.example/orders/20261122");
        await page.KeepAsync("handset-order");
    }

    [Fact]
    public async Task A_quick_reply_is_pressed_like_a_button()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = host.Handset.Put(host.Order());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");

        await page.GetByRole(AriaRole.Button, new() { Name = "배송지 변경" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "배송지 변경" })).ToContainTextAsync("봇 키워드");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator($"#b{message.Id}-2")).ToContainTextAsync("누름");

        await page.GetByRole(AriaRole.Button, new() { Name = "고객센터 연결" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "고객센터 연결" })).ToContainTextAsync("1588-1234");
        await page.KeepAsync("handset-order-sheet");
    }

    [Fact]
    public async Task An_app_link_is_shown_and_never_followed()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}", locale: "en-US");

        await page.GetByRole(AriaRole.Button, new() { Name = "앱에서 보기" }).ClickAsync();

        var sheet = page.GetByRole(AriaRole.Dialog);
        await Expect(sheet.GetByText("naru://parcel/654321098765").First).ToBeVisibleAsync();
        await Expect(sheet.GetByText("On a real phone this does: App link.")).ToBeVisibleAsync();
        await Expect(sheet.GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_missed_appears_when_it_is_back()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");
        await Expect(page.Locator("#live")).ToHaveTextAsync("실시간");

        await host.StopAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("연결이 끊겼습니다");
        await page.KeepAsync("handset-lost");
        host.Handset.Put(host.AlimTalk("끊긴 동안 도착한 메시지입니다."));
        await host.StartAsync(new Uri(host.Url).Port);

        await Expect(page.GetByText("끊긴 동안 도착한 메시지입니다.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_crowded_room_shows_the_last_messages_and_leads_to_the_older_ones()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 1; i <= 450; i++)
        {
            host.Handset.Put(host.AlimTalk($"알림 {i}번입니다."));
            host.Handset.Put(host.AlimTalk("안녕하세요.", to: $"8210{30000000 + i}"));
        }

        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");
        await Expect(page.GetByText("알림 450번입니다.")).ToBeInViewportAsync();
        await Expect(page.Locator("li.entry")).ToHaveCountAsync(200);
        await page.KeepAsync("handset-crowded");

        await page.GetByRole(AriaRole.Link, new() { Name = "이전 메시지 보기" }).ClickAsync();
        await Expect(page.GetByText("알림 250번입니다.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "이전 메시지 보기" }).ClickAsync();
        await Expect(page.Locator("li.entry")).ToHaveCountAsync(50);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("010-3000-0399");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".picker-list li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".picker-list")).ToContainTextAsync("010-3000-0399");
    }

    [Fact]
    public async Task The_language_follows_the_browser_until_it_is_switched_and_stays_switched()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset", locale: "en-US");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chats" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "한국어" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "채팅" })).ToBeVisibleAsync();
        await page.GotoAsync($"{host.Url}/handset");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
    }

    [Fact]
    public async Task Everything_can_be_reached_and_pressed_from_the_keyboard()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "휴대폰 화면으로 건너뛰기" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("나루 택배") })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "배송지 변경" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "배송지 변경" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_a_script_the_page_shows_and_presses_all_the_same()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}", script: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "배송 조회" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "배송 조회" })).ToBeVisibleAsync();

        // The browser's switch for scripts leaves <noscript> as it parsed it, so its text is looked for in the source.
        (await page.ContentAsync()).ShouldContain("자바스크립트가 꺼져 있어");
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(390, true)]
    public async Task On_a_small_screen_the_phone_is_the_screen_and_nothing_scrolls_sideways(int width, bool dark)
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Coupon());
        host.Handset.Put(host.Parcel());
        host.Handset.Put(host.Order());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}", width: width, dark: dark);

        await Expect(page.GetByText("상담원 연결")).ToBeVisibleAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
        await page.KeepAsync($"handset-{width}{(dark ? "-dark" : "")}");
    }

    [Fact]
    public async Task Dark_and_with_a_picture()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.Parcel());
        host.Handset.Put(host.Coupon());
        var page = await chromium.OpenAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={new string('b', 40)}", dark: true);

        var picture = page.GetByRole(AriaRole.Img, new() { Name = "알림톡 이미지" });
        await Expect(picture).ToBeVisibleAsync();
        var box = (await picture.BoundingBoxAsync())!;
        (box.Width / box.Height).ShouldBe(2, 0.05);
        await page.KeepAsync("handset-dark");
    }
}

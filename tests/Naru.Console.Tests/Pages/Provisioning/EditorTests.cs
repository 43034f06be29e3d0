using Microsoft.Playwright;
using Naru.Console.Parts;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Templates;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Provisioning;

/// <summary>The template editor in a browser: what it shows while somebody writes.</summary>
[Collection(BrowserTests.Name)]
public sealed class EditorTests(Chromium chromium)
{
    [Fact]
    public async Task The_preview_the_findings_and_the_variables_follow_the_writer()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.Locator("#f-name").FillAsync("접수 안내");

        await page.Locator("#f-text").PressSequentiallyAsync("#{이름}님, 접수되었습니다.");
        await Expect(page.Locator(".alimtalk .text")).ToContainTextAsync("#{이름}님, 접수되었습니다.");
        await Expect(page.Locator(".alimtalk .variable")).ToHaveTextAsync("#{이름}");
        await Expect(page.Locator("#f-text-count")).ToContainTextAsync("16 / 1300");
        await Expect(page.Locator("#f-text")).ToBeFocusedAsync();

        await page.GetByLabel("#{이름}").FillAsync("김나루");
        await Expect(page.Locator(".alimtalk .text")).ToHaveTextAsync("김나루님, 접수되었습니다.");

        await page.Locator("#f-text").FillAsync(" ");
        await Expect(page.Locator("#f-text-findings")).ToContainTextAsync("The text is empty.");
        await Expect(page.Locator("#f-text")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#found-count")).ToContainTextAsync("1 errors");
        await Expect(page.GetByText("Handed in as it is it would be rejected")).ToBeVisibleAsync();
        host.Directory.TemplatesOf(host.Sender.Key).ShouldBeEmpty("checking stores nothing");
    }

    [Fact]
    public async Task Lengths_are_counted_again_with_the_values_filled_in()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.GetByLabel("Title", new() { Exact = true }).CheckAsync();
        await page.Locator("#f-title").FillAsync("#{제목}");
        await page.GetByLabel("#{제목}").FillAsync(new string('가', 51));

        await Expect(page.GetByText("Once filled, Emphasised title has 51 characters; at most 50 are allowed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Each_kind_of_button_asks_for_what_it_has_and_a_choice_can_be_taken_back()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a button" }).ClickAsync();
        await Expect(page.Locator("#f-buttons-0-kind")).ToBeFocusedAsync();
        await page.Locator("#f-buttons-0-name").FillAsync("보기");
        await page.Locator("#f-buttons-0-linkMobile").FillAsync("https://naru.example");

        await page.Locator("#f-buttons-0-kind").SelectOptionAsync(nameof(ButtonKind.BotSwitch));
        await Expect(page.Locator("#f-buttons-0-chatEvent")).ToBeVisibleAsync();
        await Expect(page.Locator("#f-buttons-0-linkMobile")).ToHaveCountAsync(0);
        await Expect(page.Locator(".alimtalk-button")).ToHaveTextAsync(["보기"]);

        await page.Locator("#f-buttons-0-kind").SelectOptionAsync(nameof(ButtonKind.WebLink));
        await Expect(page.Locator("#f-buttons-0-linkMobile")).ToHaveValueAsync("https://naru.example");

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a button" }).ClickAsync();
        await page.Locator("#f-buttons-1-kind").SelectOptionAsync(nameof(ButtonKind.DeliveryTracking));
        await page.Locator("#f-buttons-1-name").FillAsync("배송 조회");
        await Expect(page.Locator(".alimtalk-button")).ToHaveTextAsync(["보기", "배송 조회"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move Button 2 up" }).ClickAsync();
        await Expect(page.Locator(".alimtalk-button")).ToHaveTextAsync(["배송 조회", "보기"]);
        await Expect(page.Locator("#f-buttons-0-name")).ToHaveValueAsync("배송 조회");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Button 1" }).ClickAsync();
        await Expect(page.Locator(".alimtalk-button")).ToHaveTextAsync(["보기"]);
        await Expect(page.Locator("#f-buttons-0-linkMobile")).ToHaveValueAsync("https://naru.example");
    }

    [Fact]
    public async Task An_item_list_is_drawn_as_KakaoTalk_draws_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.Registered, "all", Onboarding.Everything);
        var page = await chromium.SignedInAsync(host, $"senders/{host.Sender.Key}/templates/all/edit", locale: "en-US");

        await Expect(page.Locator(".list-items dt")).ToHaveTextAsync(["진료과", "의사"]);
        await Expect(page.Locator(".list-summary")).ToContainTextAsync("예약금");
        await Expect(page.Locator(".quick-replies li")).ToHaveTextAsync(["예약 변경", "상담"]);
        await Expect(page.Locator(".alimtalk")).ToContainTextAsync(Bubble.Invitation);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an item" }).ClickAsync();
        await page.Locator("#f-items-2-title").FillAsync("장소");
        await Expect(page.Locator(".list-items dt")).ToHaveTextAsync(["진료과", "의사", "장소"]);
    }

    [Fact]
    public async Task Without_a_script_the_check_button_does_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.OpenAsync($"{host.Url}/console", "en-US", script: false);
        await page.Locator("#name").FillAsync(ConsoleHost.OperatorName);
        await page.Locator("#password").FillAsync(ConsoleHost.OperatorPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/messages");
        await page.GotoAsync($"{host.Url}{host.PathOf(host.Sender, "/new-template")}");
        await page.Locator("#f-name").FillAsync("접수 안내");
        await page.Locator("#f-text").FillAsync("\n#{이름}님, 접수되었습니다.");
        await page.Locator("#f-kind").SelectOptionAsync(nameof(TemplateKind.Extra));

        await page.Locator(".editor-end button[value=check]").ClickAsync();
        await Expect(page.Locator(".alimtalk .variable")).ToHaveTextAsync("#{이름}");
        await Expect(page.Locator("#f-text")).ToHaveValueAsync("\n#{이름}님, 접수되었습니다.");
        await page.Locator("#f-extra").FillAsync("오시는 길은 누리집에 있습니다.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a button" }).ClickAsync();
        await page.Locator("#f-buttons-0-name").FillAsync("보기");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as a draft" }).ClickAsync();

        await Expect(page.GetByText("Saved as a draft.")).ToBeVisibleAsync();
        var details = host.Directory.TemplatesOf(host.Sender.Key).ShouldHaveSingleItem().Details;
        details.Text.ShouldBe("\n#{이름}님, 접수되었습니다.");
        details.Extra.ShouldBe("오시는 길은 누리집에 있습니다.");
        details.Buttons.ShouldHaveSingleItem().Name.ShouldBe("보기");
    }

    [Fact]
    public async Task Nothing_that_was_written_is_lost_where_it_cannot_be_checked()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.RouteAsync("**/new-template", route => route.AbortAsync());

        await page.Locator("#f-text").FillAsync("접수되었습니다.");

        await Expect(page.Locator("#editor-lost")).ToContainTextAsync("It could not be checked.");
        await Expect(page.Locator("#f-text")).ToHaveValueAsync("접수되었습니다.");
        await page.UnrouteAllAsync();
        await page.Locator(".editor-end button[value=check]").ClickAsync();
        await Expect(page.Locator("#editor-lost")).ToBeHiddenAsync();
        await Expect(page.Locator(".alimtalk .text")).ToHaveTextAsync("접수되었습니다.");
    }

    [Fact]
    public async Task A_verdict_appears_on_the_page_without_a_reload()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.TemplateAsync(host.Sender, TemplateState.InReview);
        var page = await chromium.SignedInAsync(host, $"senders/{host.Sender.Key}/templates/receipt", locale: "en-US");
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        await host.TemplateDesk().TakeAsync(host.Workspace.Id, host.Sender.ChannelName, "receipt", (life, there, now) => life.Reject(there, Naru.Core.Provisioning.Actor.KakaoTalk, "변수가 너무 많습니다.", now), default);

        await Expect(page.Locator(".verdict")).ToHaveTextAsync("변수가 너무 많습니다.");
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("Rejected");
        (await page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue("the page was not loaded again");
    }

    private async Task<IPage> OpenAsync(ConsoleHost host) => await chromium.SignedInAsync(host, $"senders/{host.Sender.Key}/new-template", locale: "en-US");
}

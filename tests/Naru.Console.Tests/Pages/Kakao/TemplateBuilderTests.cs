using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The Message Template Builder in a browser: fields, and the message beside them while somebody writes.</summary>
[Collection(BrowserTests.Name)]
public sealed class TemplateBuilderTests(Chromium chromium)
{
    private const long App = 1001;

    [Fact]
    public async Task The_message_follows_the_writer_and_says_what_is_too_long_at_the_field()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.EvaluateAsync("() => { window.stays = true; }");

        await page.Locator("#f-content-title").FillAsync("");
        await page.Locator("#f-content-title").PressSequentiallyAsync("가을 ${SEASON} 할인 ");
        await Expect(page.Locator("#template-preview .talk-title")).ToHaveTextAsync("가을 ${SEASON} 할인 ");
        await Expect(page.Locator("#f-content-title")).ToHaveValueAsync("가을 ${SEASON} 할인 ");
        await Expect(page.Locator("#f-content-title")).ToBeFocusedAsync();
        await Expect(page.Locator("section[aria-labelledby=arguments] code")).ToHaveTextAsync("${SEASON}");

        await page.Locator("#f-item-content-profile-text").FillAsync(new string('가', 17));
        await Expect(page.Locator("#f-item-content-profile-text-fault")).ToHaveTextAsync("At most 16 characters.");
        await Expect(page.Locator("#f-item-content-profile-text-count")).ToContainTextAsync("17 / 16");
        await Expect(page.Locator("#f-item-content-profile-text")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.Locator("#f-buttons-1-title").FillAsync("보기");
        await Expect(page.Locator("#template-preview .talk-button")).ToHaveTextAsync("보기");
        await page.Locator("#f-buttons-1-link-web-url").FillAsync("https://elsewhere.example");
        await Expect(page.Locator("#template-preview .talk-warning")).ToContainTextAsync("https://elsewhere.example");

        (await page.EvaluateAsync<bool>("() => window.stays === true")).ShouldBeTrue("the page was loaded anew");
        Templates(host).ShouldBeEmpty("looking stores nothing");
    }

    [Fact]
    public async Task Another_kind_keeps_what_was_written_and_what_Kakao_does_not_store_cannot_be_saved()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.Locator("#f-content-title").FillAsync("제목");

        await page.Locator("#kind").SelectOptionAsync("list");
        await Expect(page.Locator("#f-contents-0-title")).ToHaveValueAsync("제목");
        await Expect(page.Locator("button[value=save]")).ToHaveCountAsync(1);
        await page.Locator("#kind").SelectOptionAsync("location");
        await Expect(page.Locator("#f-content-title")).ToHaveValueAsync("제목");
        await Expect(page.Locator("button[value=save]")).ToHaveCountAsync(0);
        await Expect(page.GetByText("stores feed, list and commerce only")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Fields_and_JSON_are_two_views_of_one_template_and_each_save_is_a_version()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        await page.Locator("#name").FillAsync("할인");
        await page.Locator("#kind").SelectOptionAsync("commerce");
        await page.Locator("#f-commerce-regular-price").FillAsync("${PRICE}");
        await page.Locator("#f-commerce-discount-rate").FillAsync("10");
        await page.Locator("#f-commerce-fixed-discount-price").FillAsync("100");
        await page.Locator("button[value=save]").ClickAsync();
        await Expect(page.Locator("#f-commerce-fixed-discount-price-fault")).ToContainTextAsync("not both");
        await page.Locator("#f-commerce-fixed-discount-price").FillAsync("");
        await page.Locator("button[value=save]").ClickAsync();
        await page.WaitForURLAsync("**?done=1");
        var stored = Templates(host).ShouldHaveSingleItem();
        (stored.Name, stored.Version).ShouldBe(("할인", 1));

        await page.Locator("button[value=json]").ClickAsync();
        await Expect(page.Locator("#object")).ToHaveValueAsync(stored.Object);
        await page.Locator("#object").FillAsync("{");
        await Expect(page.Locator("#object-fault")).ToBeVisibleAsync();
        await page.Locator("button[value=fields]").ClickAsync();
        // Until it is answered nobody can write; a test could, and the answer would come over it.
        await Expect(page.Locator("form[data-editor][inert]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#object")).ToHaveValueAsync("{");
        await page.Locator("#object").FillAsync(stored.Object.Replace("${PRICE}", "${COST}", StringComparison.Ordinal).Replace("{\n", "{\"old\":1,", StringComparison.Ordinal));
        await page.Locator("button[value=fields]").ClickAsync();
        await Expect(page.Locator("#f-commerce-regular-price")).ToHaveValueAsync("${COST}");
        await Expect(page.GetByText("No field shows these")).ToContainTextAsync("old");

        await page.Locator("button[value=save]").ClickAsync();
        await Expect(page.Locator("details summary").Filter(new() { HasText = "Version 1" })).ToBeVisibleAsync();
        Templates(host).ShouldHaveSingleItem().Object.ShouldBe(stored.Object.Replace("${PRICE}", "${COST}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_script_the_buttons_do_the_same()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host, script: false);
        await page.Locator("#f-content-title").FillAsync("그냥 양식");
        await page.Locator("#kind").SelectOptionAsync("list");
        await page.Locator(".editor-end button[value=check]").ClickAsync();
        await Expect(page.Locator("#template-preview .talk-title").First).ToHaveTextAsync("그냥 양식");
        await page.Locator("button[value=json]").ClickAsync();
        await Expect(page.Locator("#object")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("그냥 양식"));
        await page.Locator("button[value=fields]").ClickAsync();
        await Expect(page.Locator("#f-contents-0-title")).ToHaveValueAsync("그냥 양식");

        await page.Locator("button[value=save]").ClickAsync();
        await Expect(page.Locator("#name-fault")).ToBeVisibleAsync();
        await Expect(page.Locator("#f-header-title-fault")).ToHaveTextAsync("This is needed.");
        await Expect(page.Locator("#f-contents-1-title-fault")).ToContainTextAsync("Write a title");
        Templates(host).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_no_field_shows_is_opened_as_JSON_and_stays()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await OpenAsync(host);
        const string Json = """{"object_type":"feed","content":{"title":"t","link":{}},"header_image_url":"u"}""";
        var directory = host.Kakao;
        await directory.ChangeAsync(() => new KakaoChange { Templates = { new CustomTemplate(100_007, App, "옛 템플릿", Json, 1, directory.Now) } }, default);

        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/kakao/{App}/templates/100007");
        await Expect(page.Locator("#object")).ToHaveValueAsync(Json);
    }

    private static IReadOnlyList<CustomTemplate> Templates(ConsoleHost host) => host.Kakao.TemplatesOf(App);

    private async Task<IPage> OpenAsync(ConsoleHost host, bool script = true)
    {
        var directory = host.Kakao;
        await directory.ChangeAsync(() => new KakaoChange { Apps = { new DevelopersApp(App, host.Workspace.Id, "새 서비스", new AppKeys("n", "r", "j", "a"), directory.Now) } }, default);
        return await chromium.SignedInAsync(host, $"kakao/{App}/templates/new", locale: "en-US", script: script);
    }
}

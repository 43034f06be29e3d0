using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages;

[Collection(BrowserTests.Name)]
public sealed class ConsolePageTests(Chromium chromium)
{
    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for_and_signing_out_ends_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.OpenAsync($"{host.Url}/console/{host.Workspace.PublicId}/credentials?lang=en");
        await page.GetByLabel("Name").FillAsync(ConsoleHost.OperatorName);
        await page.GetByLabel("Password").FillAsync("guess");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The name or the password is wrong.");

        await page.GetByLabel("Name").FillAsync(ConsoleHost.OperatorName);
        await page.GetByLabel("Password").FillAsync(ConsoleHost.OperatorPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Credentials", Level = 1 })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/messages");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_message_is_found_by_id_recipient_state_and_text()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        host.Message(TimeSpan.FromSeconds(1), ["0000"], clientId: "a/b c", content: Journeys.Parcel("제주 감귤이 출발했습니다."));
        var page = await chromium.SignedInAsync(host);

        await SearchAsync("메시지 ID", "a/b c");
        await Expect(page.Locator(".headline .id")).ToHaveTextAsync("a/b c");

        await page.GotoAsync($"{host.Url}/console");
        await SearchAsync("메시지 ID", "no-such-id");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no-such-id");

        await page.GotoAsync($"{host.Url}/console");
        await SearchAsync("수신자", "010-9999-8888");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody")).ToContainTextAsync("•••-••••-8888");

        await page.GotoAsync($"{host.Url}/console");
        host.Messages.LagRows = 12;
        await SearchAsync("본문에 포함", "감귤");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByText("최근 메시지 12건은 아직 본문 검색에 들어가지 않았습니다.")).ToBeVisibleAsync();

        await page.GotoAsync($"{host.Url}/console");
        await page.GetByLabel("상태").SelectOptionAsync("open");
        await page.GetByRole(AriaRole.Button, new() { Name = "찾기" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);

        async Task SearchAsync(string field, string value)
        {
            await page.GetByLabel(field).FillAsync(value);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var page = await chromium.SignedInAsync(host);

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "다음" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(16);
        await page.GetByRole(AriaRole.Link, new() { Name = "처음으로" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task A_failed_message_shows_every_raw_code_with_its_meaning_and_remedy_in_both_languages()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var page = await chromium.SignedInAsync(host, $"message?id={host.Gateway.PublicId(host.Messages.Rows[2])}");

        var timeline = page.Locator(".timeline");
        foreach (var code in new[] { "3016", "3008" })
        {
            var known = Core.Results.ResultCodes.Find(code)!;
            await Expect(timeline).ToContainTextAsync(code);
            await Expect(timeline).ToContainTextAsync(known.Meaning.Ko);
            await Expect(timeline).ToContainTextAsync(known.Remedy.Ko);
            await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
            await Expect(timeline).ToContainTextAsync(known.Meaning.En);
            await Expect(timeline).ToContainTextAsync(known.Remedy.En);
            await page.GetByRole(AriaRole.Link, new() { Name = "한국어" }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_number_is_covered_until_somebody_asks_for_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var page = await chromium.SignedInAsync(host, "message?id=order-77");
        (await page.ContentAsync()).ShouldNotContain("1234-5678");

        await page.GetByRole(AriaRole.Link, new() { Name = "번호 보기" }).ClickAsync();

        await Expect(page.Locator(".facts")).ToContainTextAsync("010-1234-5678");
    }

    [Fact]
    public async Task One_push_is_replayed_after_a_question()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var page = await chromium.SignedInAsync(host, "message?id=order-77");
        await page.GetByRole(AriaRole.Link, new() { Name = "41", Exact = true }).ClickAsync();
        await Expect(page.GetByText("<html><b>Service Unavailable</b></html>")).ToBeVisibleAsync();

        await page.Locator("summary", new() { HasText = "다시 보내기" }).ClickAsync();
        host.Gateway.Replayed.ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "다시 보내기" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("다시 보내도록 했습니다");
        host.Gateway.Replayed.ShouldBe([(host.Workspace.Id, 41L)]);
    }

    [Fact]
    public async Task A_push_that_goes_item_by_item_says_what_was_taken_and_what_was_not()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.SubscribeAsync();
        var page = await chromium.SignedInAsync(host, "message?id=order-88", locale: "en-US");
        await Expect(page.Locator(".facts").First).ToContainTextAsync("Pushed to the webhooks of its app");
        await Expect(page.Locator("tbody tr", new() { HasText = "1 of 3 taken" })).ToContainTextAsync("100");

        await page.GetByRole(AriaRole.Link, new() { Name = "51", Exact = true }).ClickAsync();

        var items = page.GetByRole(AriaRole.Region, new() { Name = "What it tells" }).Locator("tbody tr");
        await Expect(items.Nth(0)).ToContainTextAsync("Submitted to the channel");
        await Expect(items.Nth(0)).ToContainTextAsync("Taken");
        await Expect(items.Nth(0)).ToContainTextAsync("order-88");
        await Expect(items.Nth(1)).ToContainTextAsync("To be told");
        await Expect(items.Nth(2)).ToContainTextAsync("Given up");
        var attempts = page.GetByRole(AriaRole.Region, new() { Name = "Attempts" }).Locator("tbody tr");
        await Expect(attempts.Nth(0)).ToContainTextAsync("Not sent");
        await Expect(attempts.Nth(1)).ToContainTextAsync("500");
        await Expect(attempts.Nth(2)).ToContainTextAsync("97");
    }

    [Fact]
    public async Task A_webhook_shows_its_app_and_its_triggers_and_no_secret()
    {
        await using var host = await ConsoleHost.StartAsync();
        var endpoint = await host.SubscribeAsync();
        var page = await chromium.SignedInAsync(host, $"webhooks/{endpoint}", locale: "en-US");

        var facts = page.Locator(".facts").First;
        await Expect(facts).ToContainTextAsync("쇼핑몰 앱");
        await Expect(facts).ToContainTextAsync("MESSAGE_DELIVERY, MESSAGE_SUBMIT");
        await Expect(facts).ToContainTextAsync("Fetched from https://auth.shop.example/token by client naru-client");
        var content = await page.ContentAsync();
        content.ShouldNotContain(Subscriber.Secret);
        content.ShouldNotContain(Subscriber.ClientSecret);
    }

    [Fact]
    public async Task All_pushes_since_a_moment_are_replayed_and_counted()
    {
        await using var host = await ConsoleHost.StartAsync();
        var endpoint = await host.FillAsync();
        var page = await chromium.SignedInAsync(host, $"webhooks/{endpoint}");
        await page.Locator("summary", new() { HasText = "모두 다시 보내기" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "모두 다시 보내기" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("푸시 1건을 다시 보내도록 했습니다.");
        var (workspace, replayed, since) = host.Gateway.ReplayedSince.ShouldHaveSingleItem();
        (workspace, replayed).ShouldBe((host.Workspace.Id, endpoint));
        (host.Clock.Now - since).ShouldBeInRange(TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(62));
    }

    [Fact]
    public async Task A_report_url_that_the_gateway_refuses_names_the_setting_and_one_it_takes_is_kept()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "webhooks");
        await page.GetByLabel("주소 (URL)").FillAsync("http://127.0.0.1:9000/reports");
        await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Naru:Webhooks:AllowedNetworks");
        await Expect(page.GetByLabel("주소 (URL)")).ToHaveValueAsync("http://127.0.0.1:9000/reports");
        host.Directory.FindWorkspace(host.Workspace.Id)!.Settings.ReportUrl.ShouldBeNull();

        await page.GetByLabel("주소 (URL)").FillAsync("https://shop.example/reports");
        await page.GetByLabel("형식").SelectOptionAsync("application/xml");
        await page.GetByRole(AriaRole.Button, new() { Name = "저장" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("저장했습니다.");
        host.Directory.FindWorkspace(host.Workspace.Id)!.Settings.ShouldBe(new Core.Workspaces.WorkspaceSettings("https://shop.example/reports", "application/xml"));
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_works()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "credentials", locale: "en-US");
        await page.GetByLabel("Name (user, client id, key id)").FillAsync("shop server");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Scopes" }).FillAsync("kakao:message:send  kakao:logs:read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();

        var secret = await page.Locator(".secret code").TextContentAsync();
        var credential = host.Directory.FindApiKey(secret!)!;
        credential.Scopes.ShouldBe(["kakao:message:send", "kakao:logs:read"]);
        await page.KeepAsync("secret");
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/credentials");
        (await page.ContentAsync()).ShouldNotContain(secret!);

        await page.Locator("tr", new() { HasText = "shop server" }).Locator("summary", new() { HasText = "Revoke" }).ClickAsync();
        await page.KeepAsync("revoke");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Revoked.");
        host.Directory.FindApiKey(secret!).ShouldBeNull();
    }
}

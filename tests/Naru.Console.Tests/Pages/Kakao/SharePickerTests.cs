using System.Net;
using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The share picker as somebody uses it: what it does not take it says, and nobody is stuck in it.</summary>
[Collection(BrowserTests.Name)]
public sealed class SharePickerTests(Chromium chromium)
{
    private static readonly (string Name, string Value)[] s_ask =
    [
        ("app_key", "r"), ("validation_action", "default"), ("validation_params", """{"template_object":{"object_type":"text","text":"안녕하세요","link":{}}}"""),
    ];

    [Fact]
    public async Task More_rooms_than_may_be_are_refused_with_words_and_stay_picked()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, friends: 12);
        using var visit = new Visit(host);
        await visit.PostAsync("/picker/account", null, null, [.. s_ask, ("person", "100")]);

        var refused = await visit.PostAsync("/picker/send?lang=en", null, null, [.. s_ask, .. Enumerable.Range(101, 11).Select(id => ("room", $"friend:{id}"))]);

        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("At most 10 at once: 11 are picked.");
        html.Split(" checked").Length.ShouldBe(12, "what was picked stays picked");
        (await ArrivedAsync(host)).ShouldBe(0);

        await visit.PostAsync("/picker/send", null, null, [.. s_ask, .. Enumerable.Range(101, 10).Select(id => ("room", $"friend:{id}"))]);
        (await ArrivedAsync(host)).ShouldBe(10);
    }

    [Fact]
    public async Task Rooms_are_found_by_name_and_counted_and_no_more_than_may_be_can_be_picked()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, friends: 12);
        await host.Kakao.ChangeAppAsync(1001, app => app with { IconUrl = "http://127.0.0.1:9/none.png" }, default);
        var query = string.Join('&', s_ask.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var page = await chromium.OpenAsync($"{host.Url}/talk/friends/picker/easylink?{query}", "en-US", width: 390);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#count")).ToHaveTextAsync("0 picked (at most 10)");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send" })).ToBeDisabledAsync();
        await page.Locator("#search").FillAsync("사람11");
        await Expect(page.Locator("li:visible").Filter(new() { HasText = "사람" })).ToHaveCountAsync(3);
        await page.Locator("#search").FillAsync("");
        for (var friend = 101; friend <= 110; friend++)
        {
            await page.Locator($"[value='friend:{friend}']").PressAsync("Space");
        }

        await Expect(page.Locator("#count")).ToHaveTextAsync("10 picked (at most 10)");
        await Expect(page.Locator("[value='friend:111']")).ToBeDisabledAsync();
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.kakao-app img'), '::before').content")).ShouldContain("새", Case.Sensitive, "an icon that cannot be loaded is the app's first letter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("사람101");
        (await ArrivedAsync(host)).ShouldBe(10);
    }

    [Fact]
    public async Task Whose_account_cannot_share_may_choose_another()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, friends: 1);
        await host.Kakao.ChangePersonAsync(100, person => person with { HasTalk = false }, default);
        using var visit = new Visit(host);

        var refused = await visit.PostAsync("/picker/account?lang=en", null, null, [.. s_ask, ("person", "100")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("Use another account");
        html.ShouldContain("name=\"validation_params\"", Case.Sensitive, "with the message that was to be shared");

        html = await (await visit.PostAsync("/picker/account", null, null, s_ask)).Content.ReadAsStringAsync();
        html.ShouldContain("value=\"101\"");
    }

    [Fact]
    public async Task Where_nobody_is_there_the_picker_says_so()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, friends: -1);
        using var visit = new Visit(host);

        (await (await visit.PostAsync("/picker/link?lang=en", null, null, s_ask)).Content.ReadAsStringAsync()).ShouldContain("This workspace has no people.");
    }

    [Theory]
    [InlineData("ko", "웹 도메인")]
    [InlineData("en", "See web domains")]
    public async Task A_refused_share_says_in_the_readers_words_what_can_be_done(string language, string hint)
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAsync(host, friends: 1);
        using var visit = new Visit(host);

        var refused = await visit.PostAsync("/picker/link?lang=" + language, null, null, [.. s_ask, ("ka", "sdk/2.7.2 os/javascript origin/https%3A%2F%2Felsewhere.example")]);

        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("4019");
        html.ShouldContain(hint);
        html.ShouldContain("caller=https://elsewhere.example");
    }

    [Fact]
    public async Task A_page_of_nobody_is_a_page_that_says_so()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);

        var answer = await visit.GetAsync("/kakao/people/39?lang=en");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("There is no such person.");
    }

    private static async Task<int> ArrivedAsync(ConsoleHost host) => (await host.Handset.ListAsync(new HandsetQuery { Workspace = host.Workspace.Id, Limit = 100 }, default)).Count;

    /// <summary>The app 1001, person 100 and their friends from 101; with -1 nobody at all.</summary>
    private static async Task AddAsync(ConsoleHost host, int friends)
    {
        var change = new KakaoChange { Apps = { new DevelopersApp(1001, host.Workspace.Id, "새 서비스", new AppKeys("n", "r", "j", "a"), host.Kakao.Now) } };
        change.People.AddRange(Enumerable.Range(100, friends + 1).Select(id => new Person(id, host.Workspace.Id, $"사람{id}", Recipient.Parse($"821000000{id}"))
        {
            Friends = id == 100 ? [.. Enumerable.Range(101, friends).Select(friend => new Friend(friend))] : [],
        }));
        await host.Kakao.ChangeAsync(() => change, default);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Console.Tests.Pages;
using Naru.Core.Content;
using Naru.Engine;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Parts;

[Collection(BrowserTests.Name)]
public sealed partial class SafetyTests(Chromium chromium)
{
    private const string Attack = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>\"'&";

    [Fact]
    public async Task What_a_message_says_is_shown_and_never_run()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Handset.Put(host.AlimTalk(Attack) with
        {
            Title = Attack,
            Subtitle = Attack,
            DisplayName = Attack,
            ImageUrl = "javascript:window.hit=1",
            Emphasis = Core.Templates.Emphasis.Image,
            Buttons = [new Button(ButtonKind.WebLink, Attack, LinkMobile: "javascript:window.hit=1")],
        });
        host.Message(TimeSpan.Zero, ["0000"], clientId: Attack, content: Journeys.Parcel(Attack));
        var violations = new List<string>();

        var phone = await chromium.OpenAsync();
        phone.Console += (_, line) => violations.Add(line.Text);
        await phone.GotoAsync($"{host.Url}/handset?to={Sample.MyNumber}&room={host.Sender.Key}");
        await Expect(phone.GetByRole(Microsoft.Playwright.AriaRole.Log)).ToContainTextAsync(Attack);
        await phone.Locator("button.alimtalk-button").ClickAsync();
        await Expect(phone.Locator("#sheet .target")).ToHaveTextAsync("javascript:window.hit=1");
        await Expect(phone.Locator("#sheet a.open")).ToHaveCountAsync(0);
        (await phone.EvaluateAsync<bool>("() => 'hit' in window")).ShouldBeFalse();

        var console = await chromium.SignedInAsync(host);
        console.Console += (_, line) => violations.Add(line.Text);
        await console.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/message?id={Uri.EscapeDataString(Attack)}");
        await Expect(console.Locator(".headline .id")).ToHaveTextAsync(Attack);
        await Expect(console.Locator(".preview")).ToContainTextAsync(Attack);
        (await console.EvaluateAsync<bool>("() => 'hit' in window")).ShouldBeFalse();
        violations.ShouldBeEmpty("the browser had nothing to refuse: no inline script, no inline style");
    }

    [Fact]
    public async Task Every_page_allows_our_own_scripts_and_styles_only()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        foreach (var path in new[] { "/handset", "/console/sign-in", $"/console/{host.Workspace.PublicId}/messages", $"/console/{host.Workspace.PublicId}/credentials" })
        {
            var answer = await visit.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("script-src 'self';");
            policy.ShouldContain("style-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            var html = await answer.Content.ReadAsStringAsync();
            html.ShouldNotContain(" style=\"");
            InlineScript().IsMatch(html).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Assets_are_kept_for_good_under_their_fingerprint_and_asked_again_without()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);
        var html = await visit.ReadAsync("/handset");
        var url = html.Split("href=\"").Select(part => part.Split('"')[0]).First(link => link.Contains("handset.css", StringComparison.Ordinal));

        var kept = await visit.GetAsync(url);
        kept.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        kept.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");

        var plain = await visit.GetAsync("/console/assets/morph.js");
        plain.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var again = new HttpRequestMessage(HttpMethod.Get, "/console/assets/morph.js");
        again.Headers.IfNoneMatch.Add(plain.Headers.ETag!);
        (await visit.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await visit.GetAsync("/console/assets/nothing.css")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_gateway_at_real_work_has_no_handset()
    {
        await using var host = await ConsoleHost.StartAsync(new GatewayModeOptions(GatewayMode.Serve, AllowRemote: false));
        using var visit = new Visit(host);

        (await visit.GetAsync("/handset")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.GetAsync("/console")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_handset_answers_to_its_own_names_and_pages_only()
    {
        await using var host = await ConsoleHost.StartAsync();
        var message = host.Handset.Put(host.Parcel());
        using var visit = new Visit(host);
        var foreign = await visit.GetAsync("/handset", host: "evil.example", language: "en");
        foreign.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await foreign.Content.ReadAsStringAsync()).ShouldContain("--allow-remote");

        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example") })
        {
            var press = new HttpRequestMessage(HttpMethod.Post, $"/handset/press/{message.Id}/0");
            press.Headers.Add(header, value);
            (await visit.SendAsync(press)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await visit.PostAsync($"/handset/press/{message.Id}/9", null, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.PostAsync($"/handset/press/{message.Id}/0", null, null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.GetAsync($"/handset?workspace={Guid.Empty}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)|\son\w+=""", RegexOptions.None, 1000)]
    private static partial Regex InlineScript();
}

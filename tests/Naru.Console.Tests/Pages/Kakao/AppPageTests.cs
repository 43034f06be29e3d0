using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Core.Messages;
using Naru.Engine.Kakao;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The page of an app: quotas, permissions and what became of share callbacks.</summary>
public sealed class AppPageTests
{
    private const long App = 1001;

    [Fact]
    public async Task A_quota_that_cannot_be_is_said_at_its_field_and_the_others_stay_as_they_were_written()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        using var visit = await Visit.SignedInAsync(host);

        var refused = await visit.SubmitAsync(PageOf(host), PageOf(host) + "/quotas?lang=en",
            ("requests", "3000000"), ("profiles", "30000"), ("messages", "77"), ("per-sender", "100"), ("per-receiver", "100"), ("per-pair", "99999"), ("per-sender-monthly", "3000"), ("shares", "x"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await refused.Content.ReadAsStringAsync();
        html.ShouldContain("name=\"messages\" type=\"text\" value=\"77\"");
        html.ShouldContain("name=\"per-pair\" type=\"text\" value=\"99999\"");
        html.ShouldContain("id=\"per-pair-fault\"");
        html.ShouldContain("id=\"shares-fault\"");
        host.Kakao.FindApp(App)!.Quotas.ShouldBe(AppQuotas.Documented);
    }

    [Fact]
    public async Task A_quota_says_how_much_of_it_is_used_by_whom_and_that_it_is_full()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        await host.Kakao.ChangeAppAsync(App, app => app with { Quotas = app.Quotas with { PerPair = 3 } }, default);
        var change = new KakaoChange { Counters = { [new QuotaKey(App, QuotaKind.Pair, QuotaKey.Day(host.Kakao.Now), 11, 12)] = 3, [new QuotaKey(App, QuotaKind.Sender, QuotaKey.Day(host.Kakao.Now), 11)] = 4 } };
        change.People.AddRange(new[] { (11L, "하나"), (12L, "두리") }.Select(one => new Person(one.Item1, host.Workspace.Id, one.Item2, Recipient.Parse($"8210000000{one.Item1}"))));
        await host.Kakao.ChangeAsync(() => change, default);
        using var visit = await Visit.SignedInAsync(host);

        var html = WebUtility.HtmlDecode(await visit.ReadAsync(PageOf(host), "en"));

        html.ShouldContain("3 of 3 used (하나 → 두리)");
        html.ShouldContain("4 of 100 used (하나)");
        html.Split("Used up").Length.ShouldBe(2, "one quota is full");
        html.ShouldContain("0 to 20", Case.Sensitive, "how far it may be set");
    }

    [Fact]
    public async Task Domains_whose_links_were_left_out_stand_on_the_page_of_their_app()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        using var visit = await Visit.SignedInAsync(host);
        (await visit.ReadAsync(PageOf(host), "en")).ShouldContain("No link was left out.");

        host.LeftOut.Note(host.Kakao.FindApp(App)!, [new DroppedLink("buttons[0].link.web_url", "https://else.example/order?key=nobodys-business"), new DroppedLink("link.web_url", "https://<b>")]);
        var html = await visit.ReadAsync(PageOf(host), "en");

        html.ShouldContain("https://else.example<");
        html.ShouldContain("buttons[0].link.web_url");
        html.ShouldNotContain("nobodys-business");
        html.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Permissions_are_not_called_saved_where_none_was_chosen()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        using var visit = await Visit.SignedInAsync(host);

        var refused = await visit.SubmitAsync(PageOf(host), PageOf(host) + "/permissions?lang=en", ("step", "request"), ("note", "왜냐하면"));

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        html.ShouldContain("Choose a permission.");
        html.ShouldContain("왜냐하면", Case.Sensitive, "what was written stays");
        host.Kakao.FindApp(App)!.Friends.ShouldBe(Permission.Team);
    }

    [Theory]
    [InlineData("ko", "성공", "실패: 응답 500", "실패: 3초 안에 응답이 없음", "실패: 응답이 없음", "나와의 채팅", "응답이 2XX가 아니거나")]
    [InlineData("en", "Delivered", "Failed: answered 500", "Failed: no answer within 3 s", "Failed: no answer", "Chat with myself", "a failure is not repeated")]
    public async Task What_became_of_a_callback_is_said_with_what_was_sent(string language, string good, string answered, string late, string gone, string room, string help)
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        CallbackRecord Record(string id, int status, string? fault) =>
            new(id, App, "resource-" + id, "https://shop.example/told", false, """{"order":"17","CHAT_TYPE":"MemoChat","HASH_CHAT_ID":"h"}""", host.Kakao.Now, status, fault);
        await host.Kakao.ChangeAsync(
            () => new KakaoChange
            {
                Callbacks = { Record("1", 204, null), Record("2", 500, "answered 500"), Record("3", 0, "no answer within 3 s") with { TimedOut = true }, Record("4", 0, "Connection refused (shop.example:443)") },
            },
            default);
        using var visit = await Visit.SignedInAsync(host);

        var html = WebUtility.HtmlDecode(await visit.ReadAsync(PageOf(host), language));

        foreach (var word in new[] { good, answered, late, gone, room, help, "Connection refused (shop.example:443)", "resource-4", "POST https://shop.example/told", "\"order\": \"17\"" })
        {
            html.ShouldContain(word);
        }
    }

    [Fact]
    public async Task What_was_deleted_is_not_called_saved()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host);
        using var visit = await Visit.SignedInAsync(host);

        var deleted = await visit.SubmitAsync(PageOf(host), PageOf(host) + "/delete");

        var html = await visit.ReadAsync(deleted.Headers.Location!.OriginalString, "en");
        html.ShouldContain("Deleted.");
        html.ShouldNotContain("Saved.");
    }

    private static string PageOf(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/kakao/{App}";

    private static ValueTask<bool> AddAppAsync(ConsoleHost host) => host.Kakao.ChangeAsync(
        () => new KakaoChange { Apps = { new DevelopersApp(App, host.Workspace.Id, "새 서비스", new AppKeys("n", "r", "j", "a"), host.Kakao.Now) } }, default);
}

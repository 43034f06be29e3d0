using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Engine.Kakao;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>Login as somebody meets it who has just begun with it, and what people do about their connected services.</summary>
public sealed class LoginPageTests
{
    private const string Ask = "/oauth/authorize?client_id=r&response_type=code&redirect_uri=";
    private const string Registered = "http://localhost:3000/callback";

    [Theory]
    [InlineData("ko", "개발자에게", "한 글자도 다르지 않게 등록")]
    [InlineData("en", "For the developers", "to the letter")]
    public async Task A_refused_login_says_what_was_asked_for_and_what_to_do_about_it(string language, string heading, string hint)
    {
        await using var host = await StartAsync();
        using var visit = new Visit(host);

        var answer = await visit.GetAsync(Ask + "http://localhost:3001/callback%3Cb%3E", language: language);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("KOE006");
        var read = WebUtility.HtmlDecode(html);
        read.ShouldContain(heading);
        read.ShouldContain(hint);
        html.ShouldContain("<code>http://localhost:3001/callback&lt;b&gt;</code>");
    }

    [Fact]
    public async Task Who_is_asked_for_consent_may_be_somebody_else()
    {
        await using var host = await StartAsync();
        using var visit = new Visit(host);
        var query = Ask + Registered + "&state=s1";
        await visit.PostAsync(query.Replace("authorize?", "authorize/account?", StringComparison.Ordinal), null, null, ("person", "11"));

        var consent = WebUtility.HtmlDecode(await visit.ReadAsync(query + "&chosen=1", "ko"));
        consent.ShouldContain("하나로 로그인했습니다.");
        var start = consent.IndexOf("href=\"/oauth/authorize?", StringComparison.Ordinal) + 6;
        var other = await visit.ReadAsync(consent[start..consent.IndexOf('"', start)], "ko");

        other.ShouldContain("value=\"12\"");
        other.ShouldContain("state=s1");
    }

    [Fact]
    public async Task What_is_changed_at_a_connected_service_is_confirmed_and_leaving_is_asked_about()
    {
        await using var host = await StartAsync();
        await host.Kakao.ChangeAsync(() => new KakaoChange { Connections = { new Connection(1001, 11, "u", host.Kakao.Now) { Agreed = new Dictionary<string, DateTimeOffset> { [ConsentItem.Nickname] = host.Kakao.Now } } } }, default);
        using var visit = new Visit(host);

        var saved = await visit.PostAsync("/kakao/people/11/services/1001/profile", null, null);
        host.Kakao.FindConnection(1001, 11)!.ShowsProfile.ShouldBeFalse();
        var html = WebUtility.HtmlDecode(await visit.ReadAsync(saved.Headers.Location!.OriginalString, "en"));
        html.ShouldContain("Saved.");
        html.ShouldContain("You leave 새 서비스.");
        html.ShouldContain("required", Case.Sensitive, "why it cannot be taken back");

        var left = await visit.PostAsync("/kakao/people/11/services/1001/leave", null, null);
        (await visit.ReadAsync(left.Headers.Location!.OriginalString, "en")).ShouldContain("No service is connected.");
        (await visit.PostAsync("/kakao/people/11/services/1001/leave", null, null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<ConsoleHost> StartAsync()
    {
        var host = await ConsoleHost.StartAsync();
        var app = new DevelopersApp(1001, host.Workspace.Id, "새 서비스", new AppKeys("n", "r", "j", "a"), host.Kakao.Now)
        {
            RedirectUris = [Registered],
            Consents = new Dictionary<string, ConsentLevel> { [ConsentItem.Nickname] = ConsentLevel.Required },
        };
        await host.Kakao.ChangeAsync(
            () => new KakaoChange
            {
                Apps = { app },
                People = { new Person(11, host.Workspace.Id, "하나", Recipient.Parse("821000000011")), new Person(12, host.Workspace.Id, "두리", Recipient.Parse("821000000012")) },
            },
            default);
        return host;
    }
}

using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Access;

/// <summary>Sender numbers of texts: registered once, seen by their workspace, removed.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task A_number_is_registered_however_it_is_written_and_removed_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        (await visit.SubmitAsync(Page(host), Page(host), ("number", "+82 2-1234-5678"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.SubmitAsync(Page(host), Page(host), ("number", "1588-1234"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Numbers(host).ShouldBe(["0212345678", "15881234"]);

        (await visit.SubmitAsync(Page(host), Page(host) + "/0212345678/remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.SubmitAsync(Page(host), Page(host) + "/0212345678/remove")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Numbers(host).ShouldBe(["15881234"]);
    }

    [Theory]
    [InlineData("NARU")]
    [InlineData("15881234")]
    [InlineData("0299990000")]
    public async Task What_is_no_number_is_known_or_is_another_s_is_refused_and_stays_in_the_form(string number)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        await host.Directory.AddNumberAsync(host.Workspace.Id, "15881234", CancellationToken.None);
        await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        await host.Directory.AddNumberAsync(host.Directory.Workspaces.Single(w => w.Name == "other").Id, "0299990000", CancellationToken.None);

        var answer = await visit.SubmitAsync(Page(host), Page(host), ("number", number));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"value=\"{number}\"");
        Numbers(host).ShouldBe(["15881234"]);
    }

    [Fact]
    public async Task Where_texts_that_come_in_go_and_their_keywords_are_set_and_taken_back()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        (await visit.SubmitAsync(Page(host), Page(host) + "/inbound", ("url", " https://shop.example/texts "), ("keywords", "QUIZ, 예약 quiz"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Settings(host).InboundUrl.ShouldBe("https://shop.example/texts");
        Settings(host).InboundKeywords.ShouldBe(["QUIZ", "예약"]);
        (await visit.ReadAsync(Page(host))).ShouldSatisfyAllConditions(
            page => page.ShouldContain("value=\"https://shop.example/texts\""), page => page.ShouldContain("value=\"QUIZ, 예약\""));

        (await visit.SubmitAsync(Page(host), Page(host) + "/inbound", ("url", ""), ("keywords", ""))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Settings(host).InboundUrl.ShouldBeNull();
        Settings(host).InboundKeywords.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://10.0.0.1/texts", "")]
    [InlineData("shop.example", "")]
    [InlineData("https://shop.example/texts", "012345678901234567890123456789012345678901234567890")]
    public async Task An_address_that_is_guarded_or_none_and_too_long_words_are_refused_and_stay_in_the_form(string url, string keywords)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Page(host), Page(host) + "/inbound", ("url", url), ("keywords", keywords));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"value=\"{url}\"");
        Settings(host).InboundUrl.ShouldBeNull();
    }

    [Fact]
    public async Task The_texts_that_came_in_are_shown_to_their_workspace_page_by_page()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.ReceiveAsync([.. Enumerable.Range(1, 51).Select(static i => $"<text {i}>")]);
        using var visit = await Visit.SignedInAsync(host);

        var page = await visit.ReadAsync(Page(host) + "/texts");
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("&lt;text 51&gt;"), p => p.ShouldContain("&lt;text 2&gt;"), p => p.ShouldNotContain("&lt;text 1&gt;"), p => p.ShouldContain("?before=2"));
        (await visit.ReadAsync(Page(host) + "/texts?before=2")).ShouldSatisfyAllConditions(p => p.ShouldContain("&lt;text 1&gt;"), p => p.ShouldContain("QUIZ"), p => p.ShouldContain("010-1234-0000"));

        await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        using var other = await Visit.SignedInAsync(host, "other-operator");
        (await other.ReadAsync(Page(host).Replace(host.Workspace.PublicId.ToString(), host.Directory.Workspaces.Single(w => w.Name == "other").PublicId.ToString(), StringComparison.Ordinal) + "/texts"))
            .ShouldNotContain("text 5");
    }

    private static string Page(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/numbers";

    private static IEnumerable<string> Numbers(ConsoleHost host) => host.Directory.FindWorkspace(host.Workspace.Id)!.Settings.SmsNumbers.Select(static n => n.Number);

    private static WorkspaceSettings Settings(ConsoleHost host) => host.Directory.FindWorkspace(host.Workspace.Id)!.Settings;
}

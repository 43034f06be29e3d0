using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Console.Tests.Pages;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Console.Tests.Access;

public sealed class SignInTests
{
    [Theory]
    [InlineData("messages")]
    [InlineData("message?id=order-77")]
    [InlineData("webhooks")]
    [InlineData("pushes/41")]
    [InlineData("credentials")]
    [InlineData("senders")]
    [InlineData("numbers")]
    public async Task Without_signing_in_every_page_leads_to_the_sign_in(string page)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);

        var answer = await visit.GetAsync($"/console/{host.Workspace.PublicId}/{page}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith("/console/sign-in?next=");
    }

    [Fact]
    public async Task A_form_that_is_not_ours_changes_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.PostAsync($"/console/{host.Workspace.PublicId}/credentials", token: null, host: null, ("kind", "ApiKey"), ("name", "stolen"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Directory.CredentialsOf(host.Workspace.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);

        var answer = await visit.SignInAsync(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("naru-console=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/console");
    }

    [Fact]
    public async Task After_signing_out_the_old_cookie_opens_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);
        var signedIn = await visit.SignInAsync(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith("naru-console=", StringComparison.Ordinal)).Split(';')[0];
        var page = $"/console/{host.Workspace.PublicId}/messages";
        await visit.SubmitAsync(page, "/console/sign-out");

        using var thief = new Visit(host);
        var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Cookie", cookie);

        (await thief.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_and_says_how_long_to_wait()
    {
        await using var host = await ConsoleHost.StartAsync(options: new ConsoleOptions { SignInsPerName = 3 });
        using var visit = new Visit(host);
        for (var i = 0; i < 3; i++)
        {
            (await visit.SignInAsync(ConsoleHost.OperatorName, $"guess-{i}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var answer = await visit.SignInAsync(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Too many sign-in attempts");
    }

    [Theory]
    [InlineData("https://evil.example/console/", "/console")]
    [InlineData("//evil.example", "/console")]
    [InlineData("/console/\\evil.example", "/console")]
    [InlineData("/console/workspaces", "/console/workspaces")]
    public async Task The_way_back_stays_in_the_console(string next, string location)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);

        var answer = await visit.SubmitAsync(
            "/console/sign-in", "/console/sign-in", ("name", ConsoleHost.OperatorName), ("password", ConsoleHost.OperatorPassword), ("next", next));

        answer.Headers.Location!.ToString().ShouldBe(location);
    }

    [Fact]
    public async Task The_demos_operator_is_refused_under_a_foreign_name_unless_the_demo_allows_it()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = new Visit(host);
        var refused = await visit.SignInAsync(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword, host: "naru.example");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("--allow-remote");

        await using var open = await ConsoleHost.StartAsync(new GatewayModeOptions(GatewayMode.Demo, AllowRemote: true));
        using var remote = new Visit(open);
        (await remote.SignInAsync(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword, host: "naru.example")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_operator_sees_its_own_workspace_only_and_one_of_the_installation_sees_all()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.FillAsync();
        var other = await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        await host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        using var operatorOfOther = await Visit.SignedInAsync(host, "other-operator");
        using var root = await Visit.SignedInAsync(host, "root-operator");

        foreach (var page in new[] { "messages", "message?id=order-77", "webhooks", "webhooks/1", "pushes/41", "credentials", "senders", "numbers" })
        {
            (await operatorOfOther.GetAsync($"/console/{host.Workspace.PublicId}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            (await root.GetAsync($"/console/{host.Workspace.PublicId}/{page}")).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        // The same ids under one's own workspace are nobody's either.
        foreach (var page in new[] { "message?id=order-77", "webhooks/1", "pushes/41" })
        {
            (await operatorOfOther.GetAsync($"/console/{other.PublicId}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await operatorOfOther.ReadAsync("/console/workspaces")).ShouldNotContain("나루 데모");
        (await root.ReadAsync("/console/workspaces")).ShouldContain("나루 데모");
        (await operatorOfOther.SubmitAsync("/console/workspaces", "/console/workspaces", ("name", "mine"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

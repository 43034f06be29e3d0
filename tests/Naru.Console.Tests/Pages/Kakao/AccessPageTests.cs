using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Kakao;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>The access lists of an app.</summary>
public sealed class AccessPageTests
{
    [Fact]
    public async Task Callers_are_listed_a_line_each_and_what_is_no_address_changes_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host, 1001, host.Workspace.Id);
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao/1001/access";

        (await visit.SubmitAsync(page, page, ("addresses", "10.0.0.0/8\r\n 127.0.0.1 \r\n\r\n2001:db8::/32"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.Kakao.FindApp(1001)!.AllowedIps.ShouldBe(["10.0.0.0/8", "127.0.0.1", "2001:db8::/32"]);

        var refused = await visit.SubmitAsync(page, page, ("addresses", "127.0.0.1\nnowhere"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("nowhere");
        host.Kakao.FindApp(1001)!.AllowedIps.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Saving_the_apps_settings_leaves_its_callers_alone()
    {
        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host, 1001, host.Workspace.Id);
        await host.Kakao.ChangeAppAsync(1001, app => app with { AllowedIps = ["127.0.0.1"] }, default);
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao/1001";

        (await visit.SubmitAsync(page, page + "/settings", ("name", "다른 이름"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (host.Kakao.FindApp(1001)!.Name, host.Kakao.FindApp(1001)!.AllowedIps.Single()).ShouldBe(("다른 이름", "127.0.0.1"));
    }

    [Fact]
    public async Task An_app_of_another_workspace_has_no_page_here()
    {
        await using var host = await ConsoleHost.StartAsync();
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        await AddAppAsync(host, 1001, host.Workspace.Id);
        await AddAppAsync(host, 1002, other.Id);
        using var visit = await Visit.SignedInAsync(host);
        var (mine, theirs) = ($"/console/{host.Workspace.PublicId}/kakao/1001/access", $"/console/{host.Workspace.PublicId}/kakao/1002/access");

        (await visit.GetAsync(theirs)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.SubmitAsync(mine, theirs, ("addresses", "10.0.0.1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.Kakao.FindApp(1002)!.AllowedIps.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_Naru_goes_out_is_what_was_set_else_the_machines_own()
    {
        new OutboundAddresses(new KakaoOptions { OutboundAddresses = ["198.51.100.7"] }).All.ShouldBe(["198.51.100.7"]);
        new OutboundAddresses(new KakaoOptions()).All.ShouldContain("127.0.0.1");

        await using var host = await ConsoleHost.StartAsync();
        await AddAppAsync(host, 1001, host.Workspace.Id);
        using var visit = await Visit.SignedInAsync(host);
        (await visit.ReadAsync($"/console/{host.Workspace.PublicId}/kakao/1001/access")).ShouldContain("<code>127.0.0.1</code>");
    }

    private static async Task AddAppAsync(ConsoleHost host, long id, WorkspaceId workspace) => await host.Kakao.ChangeAsync(
        () => new KakaoChange { Apps = { new DevelopersApp(id, workspace, "앱", new AppKeys($"n{id}", $"r{id}", $"j{id}", $"a{id}"), host.Kakao.Now) } }, default);
}

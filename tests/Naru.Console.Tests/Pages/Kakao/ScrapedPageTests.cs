using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;
using Naru.Engine.Webhooks;

namespace Naru.Console.Tests.Pages.Kakao;

/// <summary>What is remembered of scraped pages, on the console.</summary>
public sealed class ScrapedPageTests
{
    [Fact]
    public async Task Remembered_pages_are_shown_and_cleared_one_by_one_or_together_and_only_the_workspaces_own()
    {
        await using var site = await SiteAsync();
        await using var host = await ConsoleHost.StartAsync(targets: WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        var other = await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        var url = site.Urls.Single();
        foreach (var (workspace, path) in new[] { (host.Workspace, "/a"), (host.Workspace, "/b"), (host.Workspace, "/c"), (other, "/theirs") })
        {
            (await host.Scraper.ReadAsync(workspace.Id, url + path, default)).Page.ShouldNotBeNull();
        }

        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/kakao/scraped";
        var html = await visit.ReadAsync(page);
        html.ShouldContain("제목 /a");
        html.ShouldContain(url + "/c");
        html.ShouldNotContain("/theirs");

        (await visit.SubmitAsync(page, page, ("url", url + "/a"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        html = await visit.ReadAsync(page);
        html.ShouldNotContain("제목 /a");
        html.ShouldContain("제목 /b");

        await visit.SubmitAsync(page, page, ("url", url + "/theirs"));
        await visit.SubmitAsync(page, page, ("all", "on"));
        host.Scraper.Remembered(host.Workspace.Id).ShouldBeEmpty();
        host.Scraper.Remembered(other.Id).ShouldHaveSingleItem().Url.ShouldBe(url + "/theirs");
    }

    private static async Task<WebApplication> SiteAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(static context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync($"<title>제목 {context.Request.Path}</title>");
        });
        await app.StartAsync();
        return app;
    }
}

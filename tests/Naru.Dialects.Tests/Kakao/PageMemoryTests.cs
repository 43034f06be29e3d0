using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>How long a scraped page is remembered, and for whom.</summary>
public sealed class PageMemoryTests
{
    private static readonly WorkspaceId s_mine = new(1);
    private static readonly WorkspaceId s_other = new(2);

    [Fact]
    public async Task A_page_is_remembered_for_its_time_by_the_workspace_that_read_it_and_until_it_is_cleared()
    {
        await using var server = await OneServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<title>t</title>");
        });
        await using var kakao = await KakaoHost.StartAsync();
        var (scraper, url) = (kakao.Services.GetRequiredService<PageScraper>(), server.Url + "/page");

        await scraper.ReadAsync(s_mine, url, default);
        await scraper.ReadAsync(s_mine, url, default);
        server.Asked.Count.ShouldBe(1);
        var known = scraper.Remembered(s_mine).ShouldHaveSingleItem();
        (known.Url, known.Page.Title, known.Until).ShouldBe((url, "t", kakao.Time.GetUtcNow().AddHours(1)));

        scraper.Remembered(s_other).ShouldBeEmpty();
        await scraper.ReadAsync(s_other, url, default);
        server.Asked.Count.ShouldBe(2);

        scraper.Forget(s_mine, url).ShouldBeTrue();
        await scraper.ReadAsync(s_mine, url, default);
        server.Asked.Count.ShouldBe(3);

        kakao.Time.Advance(TimeSpan.FromHours(1));
        scraper.Remembered(s_mine).ShouldBeEmpty();
        await scraper.ReadAsync(s_mine, url, default);
        server.Asked.Count.ShouldBe(4);
    }
}

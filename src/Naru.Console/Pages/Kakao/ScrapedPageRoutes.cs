using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Text;
using Naru.Engine.Kakao.Scraping;

namespace Naru.Console.Pages.Kakao;

/// <summary>What is remembered of scraped pages, and how to forget it: Kakao's sharing debugger.</summary>
internal static class ScrapedPageRoutes
{
    public static void MapScrapedPages(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/kakao/scraped", Show);
        workspace.MapPost("/kakao/scraped", ClearAsync);
    }

    private static RazorComponentResult<ScrapedPagesPage> Show(string? done, HttpContext context, PageScraper scraper)
    {
        var visitor = Visitor.Of(context);
        return new(new { Visitor = visitor, Pages = scraper.Remembered(visitor.Workspace.Id), Notice = visitor.Words.Kakao.WhatWasDone(done) });
    }

    /// <summary>One page by its address, or <c>all</c>.</summary>
    private static async Task<IResult> ClearAsync(HttpContext context, PageScraper scraper, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form["all"] == "on")
        {
            scraper.ForgetAll(visitor.Workspace.Id);
        }
        else
        {
            // Gone already is as good as cleared.
            scraper.Forget(visitor.Workspace.Id, form["url"].ToString());
        }

        return Results.LocalRedirect(visitor.Path("kakao/scraped") + "?done=" + KakaoWords.ClearedMark);
    }
}

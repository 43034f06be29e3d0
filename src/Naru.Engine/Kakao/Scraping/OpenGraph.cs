using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Naru.Core.Kakao.Templates;

namespace Naru.Engine.Kakao.Scraping;

/// <summary>Reads what a page says about itself: Open Graph tags, else title, description and first picture (contracts/kakao-developers.md §6, "Scrape").</summary>
public static class OpenGraph
{
    private const int MaxTitle = 200;
    private const int MaxDescription = 500;

    public static ScrapedPage Read(Stream html, Uri where)
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var title = Meta(page, "og:title") ?? Clean(page.Title) ?? where.Host;
        var image = Meta(page, "og:image:secure_url") ?? Meta(page, "og:image") ?? Clean(page.QuerySelector("img[src]")?.GetAttribute("src"));
        return new ScrapedPage(
            Absolute(where, Meta(page, "og:url")) ?? where.AbsoluteUri,
            Cut(title, MaxTitle),
            (Meta(page, "og:description") ?? Meta(page, "description")) is { } description ? Cut(description, MaxDescription) : null,
            Absolute(where, image),
            Pixels(Meta(page, "og:image:width")),
            Pixels(Meta(page, "og:image:height")));
    }

    private static string? Meta(IHtmlDocument page, string name) => page.QuerySelectorAll("meta")
        .Where(meta => name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase))
        .Select(meta => Clean(meta.GetAttribute("content")))
        .FirstOrDefault(content => content is not null);

    private static string? Clean(string? text) => text?.Trim() is { Length: > 0 } clean ? clean : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static string? Absolute(Uri where, string? address) =>
        address is not null && Uri.TryCreate(where, address, out var uri) && (uri.Scheme is "http" or "https") ? uri.AbsoluteUri : null;

    private static int? Pixels(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels >= TemplateReader.LeastPixels ? pixels : null;
}

namespace Naru.Engine.Kakao.Scraping;

/// <summary>What a page says about itself.</summary>
/// <param name="Url">Its canonical address, else where it was in the end.</param>
/// <param name="ImageUrl">Absolute.</param>
public sealed record ScrapedPage(string Url, string Title, string? Description, string? ImageUrl, int? ImageWidth, int? ImageHeight);

using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Naru.Core.Kakao;
using Naru.Core.Workspaces;
using Naru.Engine.Time;

namespace Naru.Engine.Kakao.Scraping;

/// <summary>
/// Fetches pages as KakaoTalk's scraper does and remembers them for a while: a page that changed shows its old face until then, or until its memory is cleared.
/// What one workspace had read is not another's.
/// </summary>
public sealed class PageScraper(OutboundFetch fetch, GatewayClock clock, KakaoOptions options)
{
    /// <summary>As the real one calls itself; servers let it in by this.</summary>
    public const string UserAgent = "facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984";

    /// <summary>The head of a page is in its first megabyte, or it is none.</summary>
    private const int MaxBytes = 1024 * 1024;

    private const int MaxPages = 1000;

    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Url), RememberedPage> _pages = new();

    public async ValueTask<(ScrapedPage? Page, KakaoFault? Fault)> ReadAsync(WorkspaceId workspace, string url, CancellationToken cancellationToken)
    {
        if (_pages.TryGetValue((workspace, url), out var known) && known.Until > clock.Now)
        {
            return (known.Page, null);
        }

        var got = await fetch.SendAsync(() => Request(url), MaxBytes, options.ScrapeTimeout, follows: true, cancellationToken);
        if (!got.IsSuccess)
        {
            return (null, got.TimedOut ? KakaoFault.TimedOut : KakaoFault.OutOfRange("request_url", $"The page cannot be read: {got.Fault ?? $"it answers {got.Status}"}."));
        }

        if (got.MediaType is not (null or "text/html" or "application/xhtml+xml"))
        {
            return (null, KakaoFault.OutOfRange("request_url", $"The page is no HTML: {got.MediaType}."));
        }

        using var html = new MemoryStream(got.Bytes, writable: false);
        var page = OpenGraph.Read(html, got.Uri!);
        if (_pages.Count >= MaxPages)
        {
            _pages.TryRemove(_pages.MinBy(static one => one.Value.Until));
        }

        _pages[(workspace, url)] = new RememberedPage(url, page, clock.Now + options.ScrapeCache);
        return (page, null);
    }

    /// <summary>What is not asked again yet, the longest remembered first.</summary>
    public IReadOnlyList<RememberedPage> Remembered(WorkspaceId workspace) =>
        [.. _pages.Where(one => one.Key.Workspace == workspace && one.Value.Until > clock.Now).Select(one => one.Value).OrderByDescending(one => one.Until).ThenBy(one => one.Url, StringComparer.Ordinal)];

    /// <summary>As Kakao's sharing debugger does: the next read fetches it anew.</summary>
    public bool Forget(WorkspaceId workspace, string url) => _pages.TryRemove((workspace, url), out _);

    public void ForgetAll(WorkspaceId workspace)
    {
        foreach (var key in _pages.Keys.Where(key => key.Workspace == workspace))
        {
            _pages.TryRemove(key, out _);
        }
    }

    private static HttpRequestMessage Request(string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return request;
    }
}

/// <param name="Url">As it was asked for.</param>
/// <param name="Until">From then on it is fetched anew.</param>
public sealed record RememberedPage(string Url, ScrapedPage Page, DateTimeOffset Until);

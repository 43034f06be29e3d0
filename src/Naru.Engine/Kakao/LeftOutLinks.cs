using System.Collections.Concurrent;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Engine.Kakao;

/// <summary>A domain whose links were left out of an app's messages and shares.</summary>
/// <param name="Domain">Scheme, host and port; of what is no web address, its beginning.</param>
/// <param name="Place">Of the last link, such as <c>buttons[0].link.web_url</c>.</param>
/// <param name="Count">Links since the start of the process.</param>
public sealed record LeftOutDomain(string Domain, string Place, long Count, DateTimeOffset LastAt);

/// <summary>
/// Which domains' links were left out, because nobody else says so: as at Kakao the caller's answer is a success. Kept in memory, to be looked at while an app is set up;
/// paths and queries of the links are not.
/// </summary>
public sealed class LeftOutLinks(KakaoDirectory directory)
{
    /// <summary>Domains of one app; the one that is longest ago goes first.</summary>
    public const int Most = 50;

    private const int LongestDomain = 200;

    private readonly ConcurrentDictionary<long, Dictionary<string, LeftOutDomain>> _apps = new();

    public void Note(DevelopersApp app, IReadOnlyList<DroppedLink> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        var domains = _apps.GetOrAdd(app.Id, static _ => new Dictionary<string, LeftOutDomain>(StringComparer.Ordinal));
        lock (domains)
        {
            foreach (var link in links)
            {
                var domain = DomainOf(link.Url);
                domains[domain] = new LeftOutDomain(domain, link.Place, domains.GetValueOrDefault(domain)?.Count + 1 ?? 1, directory.Now);
                if (domains.Count > Most)
                {
                    domains.Remove(domains.Values.MinBy(static one => one.LastAt)!.Domain);
                }
            }
        }
    }

    /// <summary>Those that are not registered meanwhile; the last first.</summary>
    public IReadOnlyList<LeftOutDomain> Of(DevelopersApp app)
    {
        if (!_apps.TryGetValue(app.Id, out var domains))
        {
            return [];
        }

        lock (domains)
        {
            return [.. domains.Values.Where(one => !WebDomain.IsRegistered(app, one.Domain)).OrderByDescending(static one => one.LastAt).ThenBy(static one => one.Domain, StringComparer.Ordinal)];
        }
    }

    private static string DomainOf(string url) => WebDomain.Of(url) ?? (url.Length > LongestDomain ? url[..LongestDomain] : url);
}

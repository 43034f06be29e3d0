namespace Naru.Core.Kakao;

/// <summary>The rule of registered web domains: scheme, host and port, exactly (contracts/kakao-developers.md §6, "Link rule").</summary>
public static class WebDomain
{
    /// <summary>The origin of a web address, <c>https://example.com</c> or <c>http://localhost:3000</c>; null where it is none.</summary>
    public static string? Of(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri.GetLeftPart(UriPartial.Authority).ToLowerInvariant() : null;

    public static bool IsRegistered(DevelopersApp app, string url) =>
        !app.ChecksDomains || (Of(url) is { } origin && app.WebDomains.Any(domain => Of(domain) == origin));
}

using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Naru.Engine.Kakao;

/// <summary>Settings under <c>Naru:Kakao</c>. The lifetimes are the contract's; on the real service nobody can shorten them, here they can be, so that expiry can be tried.</summary>
public sealed record KakaoOptions
{
    public const string Section = "Naru:Kakao";

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    /// <summary>The old ones stay for as long as their tokens: this bounds how many there are.</summary>
    private static readonly TimeSpan s_leastKeyPeriod = TimeSpan.FromHours(1);

    /// <summary><c>AccessTokenLifetime</c>: of tokens for REST and JavaScript keys.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(21_599);

    /// <summary><c>NativeAccessTokenLifetime</c>: of tokens for native keys.</summary>
    public TimeSpan NativeAccessTokenLifetime { get; init; } = TimeSpan.FromSeconds(43_199);

    /// <summary><c>RefreshTokenLifetime</c></summary>
    public TimeSpan RefreshTokenLifetime { get; init; } = TimeSpan.FromSeconds(5_183_999);

    /// <summary><c>RefreshTokenRenewal</c>: a refresh token with less than this left is replaced when it is used.</summary>
    public TimeSpan RefreshTokenRenewal { get; init; } = TimeSpan.FromDays(30);

    /// <summary><c>CodeLifetime</c>: of an authorization code, which works once.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><c>SigningKeyPeriod</c>: for which a key signs id tokens before the next one does.</summary>
    public TimeSpan SigningKeyPeriod { get; init; } = TimeSpan.FromDays(90);

    /// <summary><c>SigningKeyCache</c>: for which clients may keep the set of keys. A new key stands in it as long before it signs.</summary>
    public TimeSpan SigningKeyCache { get; init; } = TimeSpan.FromDays(1);

    /// <summary><c>TokenRequestsPerMinute</c>: of an app; more are KOE237.</summary>
    public int TokenRequestsPerMinute { get; init; } = 600;

    /// <summary><c>ScrapeTimeout</c>: for a page with all its redirects.</summary>
    public TimeSpan ScrapeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary><c>ScrapeCache</c>: how long a page that was scraped is not asked again. Kakao's: an hour or more.</summary>
    public TimeSpan ScrapeCache { get; init; } = TimeSpan.FromHours(1);

    /// <summary><c>ImageLifetime</c>: of an uploaded or scraped image.</summary>
    public TimeSpan ImageLifetime { get; init; } = TimeSpan.FromDays(20);

    /// <summary><c>OutboundAddresses</c>: from which the outside sees Naru scrape and call back, where a router stands between. Empty: the machine's own.</summary>
    public IReadOnlyList<string> OutboundAddresses { get; init; } = [];

    /// <summary><c>DataFolder</c>: where images are kept.</summary>
    public string ImageFolder { get; init; } = "";

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static KakaoOptions From(IConfiguration configuration, string dataFolder)
    {
        var section = configuration.GetSection(Section);
        var otherwise = new KakaoOptions();
        var read = new KakaoOptions
        {
            AccessTokenLifetime = Span("AccessTokenLifetime", otherwise.AccessTokenLifetime),
            NativeAccessTokenLifetime = Span("NativeAccessTokenLifetime", otherwise.NativeAccessTokenLifetime),
            RefreshTokenLifetime = Span("RefreshTokenLifetime", otherwise.RefreshTokenLifetime),
            RefreshTokenRenewal = Span("RefreshTokenRenewal", otherwise.RefreshTokenRenewal),
            CodeLifetime = Span("CodeLifetime", otherwise.CodeLifetime),
            SigningKeyPeriod = Span("SigningKeyPeriod", otherwise.SigningKeyPeriod, s_leastKeyPeriod),
            SigningKeyCache = Span("SigningKeyCache", otherwise.SigningKeyCache),
            TokenRequestsPerMinute = Number("TokenRequestsPerMinute", otherwise.TokenRequestsPerMinute),
            ScrapeTimeout = Span("ScrapeTimeout", otherwise.ScrapeTimeout),
            ScrapeCache = Span("ScrapeCache", otherwise.ScrapeCache),
            ImageLifetime = Span("ImageLifetime", otherwise.ImageLifetime),
            OutboundAddresses = Addresses("OutboundAddresses"),
            ImageFolder = Path.Combine(dataFolder, "kakao-images"),
        };
        return read.SigningKeyCache < read.SigningKeyPeriod
            ? read
            : throw new InvalidOperationException($"{Section}:SigningKeyCache is {read.SigningKeyCache}; it can be a span below SigningKeyPeriod, which is {read.SigningKeyPeriod}.");

        TimeSpan Span(string name, TimeSpan value, TimeSpan? least = null) => section[name] switch
        {
            null or "" => value,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= (least ?? s_second) && span <= TimeSpan.FromDays(3650) => span,
            var text => throw new InvalidOperationException($"{Section}:{name} is '{text}'; it can be a span of {least ?? s_second} to 3650.00:00:00."),
        };

        string[] Addresses(string name)
        {
            var all = (section[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return Array.Find(all, static one => !IPAddress.TryParse(one, out _) && !IPNetwork.TryParse(one, out _)) is { } bad
                ? throw new InvalidOperationException($"{Section}:{name} has '{bad}'; it can be addresses and networks with commas.")
                : all;
        }

        int Number(string name, int value) => section[name] switch
        {
            null or "" => value,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            var text => throw new InvalidOperationException($"{Section}:{name} is '{text}'; it can be a whole number above 0."),
        };
    }
}

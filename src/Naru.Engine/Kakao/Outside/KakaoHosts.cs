using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Naru.Engine.Kakao.Outside;

/// <summary>Settings under <c>Naru:Kakao:Itself</c>: where Kakao is, for apps that Kakao itself answers. Nothing goes there for any other app.</summary>
public sealed record KakaoHosts
{
    public const string Section = "Naru:Kakao:Itself";

    /// <summary><c>Kapi</c></summary>
    public Uri Kapi { get; init; } = new("https://kapi.kakao.com");

    /// <summary><c>Kauth</c></summary>
    public Uri Kauth { get; init; } = new("https://kauth.kakao.com");

    /// <summary><c>Sharer</c></summary>
    public Uri Sharer { get; init; } = new("https://sharer.kakao.com");

    /// <summary><c>Picker</c></summary>
    public Uri Picker { get; init; } = new("https://friend-picker.kakao.com");

    /// <summary><c>Timeout</c>: for one attempt, from the connect to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>RetryPause</c>: before what was certainly not done is tried again, and again twice as long.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static KakaoHosts From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var otherwise = new KakaoHosts();
        return new KakaoHosts
        {
            Kapi = Host("Kapi", otherwise.Kapi),
            Kauth = Host("Kauth", otherwise.Kauth),
            Sharer = Host("Sharer", otherwise.Sharer),
            Picker = Host("Picker", otherwise.Picker),
            Timeout = Span("Timeout", otherwise.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)),
            RetryPause = Span("RetryPause", otherwise.RetryPause, TimeSpan.Zero, TimeSpan.FromSeconds(10)),
        };

        // Tokens and admin keys go along: over the network only with TLS.
        Uri Host(string name, Uri value) => section[name] switch
        {
            null or "" => value,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0 && (uri.Scheme == "https" || (uri.Scheme == "http" && IsHere(uri))) => uri,
            var text => throw new InvalidOperationException($"{Section}:{name} is '{text}'; it can be an address with https and no path, or with http on this machine."),
        };

        TimeSpan Span(string name, TimeSpan value, TimeSpan least, TimeSpan most) => section[name] switch
        {
            null or "" => value,
            var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= least && span <= most => span,
            var text => throw new InvalidOperationException($"{Section}:{name} is '{text}'; it can be a span of {least} to {most}."),
        };
    }

    private static bool IsHere(Uri uri) => uri.IsLoopback || (IPAddress.TryParse(uri.IdnHost, out var address) && IPAddress.IsLoopback(address));
}

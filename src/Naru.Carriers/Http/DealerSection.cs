using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;

namespace Naru.Carriers.Http;

/// <summary>Reads the settings of one dealer, <c>Naru:Carriers:{name}</c>; a fault names the setting.</summary>
internal sealed class DealerSection(IConfigurationSection section)
{
    public string Required(string name) =>
        section[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"{section.Path}:{name} is missing.");

    public string? Optional(string name) => section[name] is { Length: > 0 } value ? value : null;

    public Uri? Url(string name) => Optional(name) is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException($"{section.Path}:{name} must be an http or https address.");

    public int Whole(string name, int otherwise, int least, int most) =>
        Optional(name) is null ? otherwise
        : int.TryParse(section[name], out var value) && value >= least && value <= most ? value
        : throw new InvalidOperationException($"{section.Path}:{name} must be a whole number from {least} to {most}.");

    public TimeSpan Span(string name, TimeSpan otherwise) =>
        Optional(name) is null ? otherwise
        : TimeSpan.TryParse(section[name], System.Globalization.CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero ? value
        : throw new InvalidOperationException($"{section.Path}:{name} must be a time above zero, such as 00:00:15.");

    /// <summary>A table of names: ours → the dealer's.</summary>
    public IReadOnlyDictionary<string, string> Names(string name) =>
        section.GetSection(name).GetChildren().Where(child => child.Value is not null).ToFrozenDictionary(child => child.Key, child => child.Value!, StringComparer.Ordinal);

    public DealerConnectionOptions Connection(Uri otherwise)
    {
        var defaults = new DealerConnectionOptions { BaseUrl = otherwise };
        return defaults with
        {
            BaseUrl = Url("BaseUrl") ?? otherwise,
            Timeout = Span("Timeout", defaults.Timeout),
            ConnectTimeout = Span("ConnectTimeout", defaults.ConnectTimeout),
            Proxy = Url("Proxy"),
            Connections = Whole("Connections", defaults.Connections, 1, 1000),
            BreakerFailures = Whole("BreakerFailures", defaults.BreakerFailures, 2, 1000),
            BreakFor = Span("BreakFor", defaults.BreakFor),
        };
    }
}

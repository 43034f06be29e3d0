using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Which addresses the gateway speaks to where a client names them: those of webhooks, and those of images by a setting of their own. Without a rule a
/// client could make the gateway speak to machines that only the gateway can reach. Addresses that are not on the public internet are refused
/// unless their network is listed in the setting.
/// </summary>
/// <remarks>
/// A host name says nothing until it is resolved, and may say something else the next time: <see cref="IsRefused"/> catches the plain cases
/// when a message is accepted, <see cref="IsAllowed"/> is asked for the address at each connect. Immutable and thread-safe.
/// </remarks>
public sealed class WebhookTargetPolicy
{
    public const string Setting = "Naru:Webhooks:AllowedNetworks";

    /// <summary>Nothing private is allowed.</summary>
    public static readonly WebhookTargetPolicy PublicOnly = new([], Setting);

    private readonly IPNetwork[] _allowed;
    private readonly string _setting;

    private WebhookTargetPolicy(IPNetwork[] allowed, string setting) => (_allowed, _setting) = (allowed, setting);

    /// <param name="networks">Such as <c>127.0.0.0/8</c>, <c>::1</c> or <c>10.1.0.0/16</c>; an address alone is a network of one.</param>
    /// <param name="setting">In which they are listed.</param>
    /// <exception cref="FormatException">One of them is no network; the text names it and the setting.</exception>
    public static WebhookTargetPolicy Allowing(IEnumerable<string> networks, string setting = Setting) =>
        new([.. networks.Select(network => Parse(network, setting))], setting);

    /// <summary>For the moment of a connect, when the address is known.</summary>
    public bool IsAllowed(IPAddress address)
    {
        var plain = PrivateNetworks.Unwrap(address);
        return !PrivateNetworks.Contains(plain) || Array.Exists(_allowed, network => network.Contains(plain) || network.Contains(address));
    }

    /// <summary>Why nothing can be pushed to this text, in plain English; null where something can.</summary>
    public string? FaultOf(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) ? "it must be a whole http:// or https:// address"
        : IsRefused(uri, out var reason) ? reason
        : null;

    /// <summary>For the moment of acceptance: true when the host is an address, or <c>localhost</c>, that is not allowed.</summary>
    /// <param name="reason">For the caller; names the setting.</param>
    public bool IsRefused(Uri uri, [NotNullWhen(true)] out string? reason)
    {
        reason = IsAllowedHost(uri) ? null : $"the host {RefusedBecause}";
        return reason is not null;
    }

    internal string RefusedBecause => $"is in a private network that is not listed in {_setting}";

    private bool IsAllowedHost(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IsAllowed(IPAddress.Loopback) || IsAllowed(IPAddress.IPv6Loopback);
        }

        return !IPAddress.TryParse(host, out var address) || IsAllowed(address);
    }

    private static IPNetwork Parse(string text, string setting)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
        {
            throw NoNetwork(text, setting);
        }

        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = bits;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), out length) || length < 0 || length > bits))
        {
            throw NoNetwork(text, setting);
        }

        return new IPNetwork(PrivateNetworks.Mask(address, length), length);
    }

    private static FormatException NoNetwork(string text, string setting) =>
        new($"{setting} holds '{text}', which is no network. Write it as 10.1.0.0/16, fd00::/8 or 127.0.0.1.");
}

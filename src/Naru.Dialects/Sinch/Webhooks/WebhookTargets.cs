using System.Net;
using Microsoft.AspNetCore.Http;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>Where a webhook may go: not to the API itself (contracts/sinch.md §3.7), and to a private network only where the operator allowed it.</summary>
internal sealed class WebhookTargets(WebhookTargetPolicy policy)
{
    /// <summary>What is wrong with a URL of this request's; null where nothing is.</summary>
    public string? Check(HttpContext context, string target)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            || url.Host.Length == 0)
        {
            return "must be an http or https URL";
        }

        if (url.UserInfo.Length > 0)
        {
            return "must hold no user name or password";
        }

        if (IsOwn(context, url))
        {
            return "must not be on the host of the API itself";
        }

        return policy.IsRefused(url, out var reason) ? reason : null;
    }

    private static bool IsOwn(HttpContext context, Uri url)
    {
        if (context.Request.Host is { HasValue: true } host
            && host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase)
            && (host.Port ?? (context.Request.IsHttps ? 443 : 80)) == url.Port)
        {
            return true;
        }

        return url.Port == context.Connection.LocalPort && IsHere(url.IdnHost, context.Connection.LocalIpAddress);
    }

    private static bool IsHere(string host, IPAddress? local)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return local is not null && IPAddress.IsLoopback(Plain(local));
        }

        return local is not null && IPAddress.TryParse(host.Trim('[', ']'), out var address) && Plain(address).Equals(Plain(local));
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

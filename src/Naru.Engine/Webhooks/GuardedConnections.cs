using System.Net;
using System.Net.Sockets;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Connections to addresses that clients named. The policy is asked for the resolved address at every connect, so that a name cannot change its mind.
/// </summary>
internal static class GuardedConnections
{
    /// <summary>The handler alone: no base address, default headers, buffering or tracing of a client's stands between a push and its socket.</summary>
    public static HttpMessageInvoker Open(WebhookTargetPolicy policy, TimeSpan timeout, INameResolver? names = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = timeout,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(policy, names ?? SystemNames.Instance, context.DnsEndPoint, cancellationToken),
    });

    /// <summary>Why nothing was reached, in words for whoever set up the endpoint.</summary>
    public static string Explain(HttpRequestException failure) => failure.InnerException is TargetRefusedException refused ? refused.Message : failure.Message;

    private static async ValueTask<Stream> ConnectAsync(WebhookTargetPolicy policy, INameResolver names, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await names.ResolveAsync(target.Host, cancellationToken);
        var allowed = Array.FindAll(addresses, policy.IsAllowed);
        if (allowed.Length == 0)
        {
            throw new TargetRefusedException($"{target.Host} {policy.RefusedBecause}");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class TargetRefusedException(string message) : IOException(message);
}

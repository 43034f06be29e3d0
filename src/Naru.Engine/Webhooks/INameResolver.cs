using System.Net;

namespace Naru.Engine.Webhooks;

/// <summary>What addresses a name has at this moment; asked at every connect.</summary>
public interface INameResolver
{
    /// <exception cref="System.Net.Sockets.SocketException">It has none.</exception>
    ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>As the system resolves names.</summary>
public sealed class SystemNames : INameResolver
{
    public static readonly SystemNames Instance = new();

    public async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => await Dns.GetHostAddressesAsync(host, cancellationToken);
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Naru.Engine.Webhooks;

/// <summary>The addresses that are not on the public internet (IANA special-purpose registries).</summary>
internal static class PrivateNetworks
{
    private static readonly IPNetwork[] s_networks =
    [
        IPNetwork.Parse("0.0.0.0/8"),       // "this host": connects to loopback on Linux
        IPNetwork.Parse("10.0.0.0/8"),      // RFC 1918
        IPNetwork.Parse("100.64.0.0/10"),   // carrier-grade NAT
        IPNetwork.Parse("127.0.0.0/8"),     // loopback
        IPNetwork.Parse("169.254.0.0/16"),  // link-local; clouds keep their metadata here
        IPNetwork.Parse("172.16.0.0/12"),   // RFC 1918
        IPNetwork.Parse("192.0.0.0/24"),    // protocol assignments
        IPNetwork.Parse("192.168.0.0/16"),  // RFC 1918
        IPNetwork.Parse("198.18.0.0/15"),   // benchmarks
        IPNetwork.Parse("224.0.0.0/4"),     // multicast
        IPNetwork.Parse("240.0.0.0/4"),     // reserved, broadcast
        IPNetwork.Parse("::/128"),          // unspecified
        IPNetwork.Parse("::1/128"),         // loopback
        IPNetwork.Parse("fc00::/7"),        // unique local
        IPNetwork.Parse("fe80::/10"),       // link-local
        IPNetwork.Parse("fec0::/10"),       // site-local, deprecated
        IPNetwork.Parse("ff00::/8"),        // multicast
    ];

    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork s_compatible = IPNetwork.Parse("::/96");

    public static bool Contains(IPAddress address) => Array.Exists(s_networks, network => network.Contains(address));

    /// <summary>The IPv4 address inside an IPv6 one that only carries it (mapped, compatible, NAT64, 6to4); else the address itself.</summary>
    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (s_sixToFour.Contains(address))
        {
            return new IPAddress(bytes[2..6]);
        }

        var low = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        return s_nat64.Contains(address) || (low > 1 && s_compatible.Contains(address)) ? new IPAddress(bytes[12..]) : address;
    }

    /// <summary>The address with everything after the prefix cleared.</summary>
    public static IPAddress Mask(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var bits = Math.Clamp(prefixLength - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - bits));
        }

        return new IPAddress(bytes);
    }
}

using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Naru.Engine.Kakao.Scraping;

/// <summary>The addresses that whoever firewalls their site lets in: from them Naru scrapes pages, fetches pictures and calls back.</summary>
public sealed class OutboundAddresses(KakaoOptions options)
{
    /// <summary>Whether somebody said them; else they are the machine's own, and a router may show another to the outside.</summary>
    public bool AreSet => options.OutboundAddresses.Count > 0;

    public IReadOnlyList<string> All => AreSet ? options.OutboundAddresses : Own();

    private static string[] Own() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(one => one.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .Where(one => one.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && !one.IsIPv6LinkLocal)
            .Select(one => one.ToString())
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}

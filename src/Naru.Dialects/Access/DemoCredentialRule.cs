using System.Net;
using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Dialects.Access;

/// <summary>The demo's credentials are in the documentation: they are good on this machine only, unless the program was started for others too.</summary>
internal static class DemoCredentialRule
{
    /// <summary>Why well-known credentials were refused, and what would allow them.</summary>
    public const string Reason =
        "demo credentials are accepted from this machine only; start Naru with demo --allow-remote to accept them from elsewhere";

    public static bool Refuses(Workspace workspace, GatewayModeOptions mode, HttpContext context) =>
        workspace.Kind == WorkspaceKind.Demo && !mode.AllowRemote && !IsLocal(context.Connection.RemoteIpAddress);

    /// <summary>No address means no network: a Unix socket.</summary>
    private static bool IsLocal(IPAddress? address) =>
        address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}

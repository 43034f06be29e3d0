using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Text;
using Naru.Engine;

namespace Naru.Console.Access;

/// <summary>
/// What is not protected by a secret of its own, the handset and the well-known credentials of the demo, is for this machine only, unless
/// the demo was started for others too.
/// </summary>
internal static class Loopback
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsAllowed(context.HttpContext)
            ? await next(context)
            : Results.Text(LanguageChoice.Of(context.HttpContext).Handset.OffLoopback, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden);

    /// <summary>
    /// This machine, or anybody where the demo was told so. The name in the address bar counts as well: a foreign name that leads here
    /// is how a web page elsewhere would read a service on this machine. A connection without an address is in process.
    /// </summary>
    public static bool IsAllowed(HttpContext context) =>
        context.RequestServices.GetRequiredService<GatewayModeOptions>().AllowRemote
        || (IsHere(context.Connection.RemoteIpAddress) && IsHere(context.Request.Host.Host));

    private static bool IsHere(IPAddress? address) => address is null || IPAddress.IsLoopback(address);

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

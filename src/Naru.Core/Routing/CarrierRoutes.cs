using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Routing;

/// <summary>
/// Which carrier takes which step: routes → carrier and why. Pure and immutable, thread-safe. The most exact route counts: a sender's before its workspace's, a
/// workspace's before everybody's, and where there is none the carrier that settings name for the channel.
/// </summary>
public sealed class CarrierRoutes
{
    /// <summary>The share of a recipient needs no secret: it must only be the same on every node and after every restart.</summary>
    private static readonly byte[] s_shareKey = "naru-route-share"u8.ToArray();

    private readonly Func<Channel, string> _otherwise;
    private readonly FrozenDictionary<RouteScope, CarrierRoute> _routes;

    /// <param name="otherwise">What settings say: the carrier of a channel for which no route fits.</param>
    public CarrierRoutes(Func<Channel, string> otherwise, IReadOnlyCollection<CarrierRoute> routes) =>
        (_otherwise, _routes) = (otherwise, routes.ToFrozenDictionary(static route => route.Scope));

    /// <summary>The route that counts; null where settings decide.</summary>
    public CarrierRoute? Find(WorkspaceId workspace, Channel channel, string sender)
    {
        if (_routes.Count == 0)
        {
            return null;
        }

        return _routes.GetValueOrDefault(new RouteScope(workspace, channel, sender))
            ?? _routes.GetValueOrDefault(new RouteScope(workspace, channel, null))
            ?? _routes.GetValueOrDefault(new RouteScope(null, channel, sender))
            ?? _routes.GetValueOrDefault(new RouteScope(null, channel, null));
    }

    public CarrierChoice Choose(WorkspaceId workspace, Channel channel, string sender, Recipient to) =>
        Find(workspace, channel, sender) is { } route ? Choose(route, SideOf(route, to)) : Otherwise(channel);

    /// <summary>What settings say of a channel.</summary>
    public CarrierChoice Otherwise(Channel channel) => new(_otherwise(channel), null);

    /// <summary>
    /// On which side of the route a recipient is. The same person stays on a side: whoever has moved at 10 % has moved at 20 % too, over restarts and on
    /// every node.
    /// </summary>
    public static RouteSide SideOf(CarrierRoute route, Recipient to) =>
        route.Cutover is not { } cutover ? RouteSide.Whole
        : to.IsPhone && cutover.Staff.Contains(to.Digits) ? RouteSide.Staff
        : ShareOf(cutover.Carrier, to) < cutover.PerCent ? RouteSide.Moved
        : RouteSide.Staying;

    public static CarrierChoice Choose(CarrierRoute route, RouteSide side) => side switch
    {
        RouteSide.Whole => new(route.Carrier, $"{route.Carrier}, by {NameOf(route.Scope)}"),
        RouteSide.Staff => new(route.Cutover!.Carrier, $"{route.Cutover.Carrier} instead of {route.Carrier}, by {NameOf(route.Scope)}: a number of staff"),
        RouteSide.Moved => new(route.Cutover!.Carrier, $"{route.Cutover.Carrier} instead of {route.Carrier}, by {NameOf(route.Scope)}: among its {route.Cutover.PerCent} %"),
        RouteSide.Staying => new(
            route.Carrier, $"{route.Carrier}, by {NameOf(route.Scope)}: not among the {route.Cutover!.PerCent} % that go by {route.Cutover.Carrier}"),
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "No such side."),
    };

    /// <summary>0 to 99, evenly spread over recipients; of each carrier others come first, so that not the same people try everything.</summary>
    internal static int ShareOf(string carrier, Recipient to)
    {
        var text = to.Raw ?? "";
        Span<byte> input = new byte[8 + Encoding.UTF8.GetMaxByteCount(carrier.Length + text.Length)];
        BinaryPrimitives.WriteInt64LittleEndian(input, to.Digits);
        var length = 8 + Encoding.UTF8.GetBytes(carrier, input[8..]);
        length += Encoding.UTF8.GetBytes(text, input[length..]);
        return (int)(SipHash.Compute(s_shareKey, input[..length]) % 100);
    }

    private static string NameOf(RouteScope scope) => (scope.Workspace, scope.Sender) switch
    {
        (null, null) => "the route of all workspaces",
        (null, _) => "the sender's route in all workspaces",
        (_, null) => "the workspace's route",
        _ => "the sender's route",
    };
}

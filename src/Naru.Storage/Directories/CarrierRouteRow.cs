using System.Globalization;
using Naru.Core.Content;
using Naru.Core.Routing;
using Naru.Core.Workspaces;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record CarrierRouteRow
{
    public long Workspace { get; init; }

    public long Channel { get; init; }

    public string Sender { get; init; } = "";

    public string Carrier { get; init; } = "";

    public string? Cutover { get; init; }

    public long Percent { get; init; }

    public string Staff { get; init; } = "";

    public static CarrierRouteRow Of(CarrierRoute from) => Of(from.Scope) with
    {
        Carrier = from.Carrier,
        Cutover = from.Cutover?.Carrier,
        Percent = from.Cutover?.PerCent ?? 0,
        Staff = from.Cutover is { } cutover ? string.Join(' ', cutover.Staff.Select(static number => number.ToString(CultureInfo.InvariantCulture))) : "",
    };

    public static CarrierRouteRow Of(RouteScope scope) => new()
    {
        Workspace = scope.Workspace?.Value ?? 0,
        Channel = (long)scope.Channel,
        Sender = scope.Sender ?? "",
    };

    public CarrierRoute ToRoute() => new(
        new RouteScope(Workspace == 0 ? null : new WorkspaceId((int)Workspace), (Channel)Channel, Sender.Length == 0 ? null : Sender),
        Carrier,
        Cutover is { } carrier
            ? new Cutover(carrier, (int)Percent, [.. Staff.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static number => long.Parse(number, CultureInfo.InvariantCulture))])
            : null);
}

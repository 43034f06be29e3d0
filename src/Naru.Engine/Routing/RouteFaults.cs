using Naru.Core.Routing;
using Naru.Engine.Ports;

namespace Naru.Engine.Routing;

/// <summary>Why a route cannot be followed with the carriers that are there. Pure.</summary>
public static class RouteFaults
{
    /// <param name="find">The carrier of a name; null where there is none.</param>
    /// <returns>Null where nothing is against it.</returns>
    public static RouteFault? Of(CarrierRoute route, Func<string, ICarrier?> find)
    {
        foreach (var name in route.Carriers)
        {
            if (find(name) is not { } carrier)
            {
                return new RouteFault(RouteFaultKind.NoSuchCarrier, name);
            }

            if (!carrier.Carries(route.Scope.Channel))
            {
                return new RouteFault(RouteFaultKind.NotItsChannel, name);
            }
        }

        return route.Cutover switch
        {
            null => null,
            { PerCent: < 0 or > 100 } => new RouteFault(RouteFaultKind.PerCent, route.Cutover.Carrier),
            { Staff.Count: > Cutover.MaxStaff } => new RouteFault(RouteFaultKind.TooManyStaff, route.Cutover.Carrier),
            var cutover when string.Equals(cutover.Carrier, route.Carrier, StringComparison.Ordinal) => new RouteFault(RouteFaultKind.SameCarrier, cutover.Carrier),
            _ => null,
        };
    }
}

public sealed record RouteFault(RouteFaultKind Kind, string Carrier);

public enum RouteFaultKind
{
    NoSuchCarrier = 1,

    /// <summary>The carrier does not carry the channel.</summary>
    NotItsChannel = 2,

    /// <summary>Not 0 to 100.</summary>
    PerCent = 3,

    TooManyStaff = 4,

    /// <summary>The new carrier is the old one.</summary>
    SameCarrier = 5,
}

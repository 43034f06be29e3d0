namespace Naru.Core.Routing;

/// <summary>Which carrier takes a step.</summary>
/// <param name="Why">In plain English, without personal data, for the timeline; null where settings say it and there is no choice.</param>
public readonly record struct CarrierChoice(string Carrier, string? Why);

/// <summary>On which side of a route a recipient is.</summary>
public enum RouteSide : byte
{
    /// <summary>Nothing is under way: the route's carrier.</summary>
    Whole = 0,

    /// <summary>A number of staff: the new carrier.</summary>
    Staff = 1,

    /// <summary>Among the per cent: the new carrier.</summary>
    Moved = 2,

    /// <summary>Not among them yet: the carrier as before.</summary>
    Staying = 3,
}

using Naru.Core.Content;
using Naru.Core.Workspaces;

namespace Naru.Core.Routing;

/// <summary>Whose messages a route is for. The most exact of those that fit a message is its route.</summary>
/// <param name="Workspace">Null = of every workspace.</param>
/// <param name="Sender">A sender key or calling number; null = of every sender.</param>
public sealed record RouteScope(WorkspaceId? Workspace, Channel Channel, string? Sender)
{
    /// <summary>All messages of a channel.</summary>
    public static RouteScope Of(Channel channel) => new(null, channel, null);
}

/// <summary>Which carrier takes the messages of a scope, and which of them go another way already.</summary>
/// <param name="Carrier">By its configured name.</param>
/// <param name="Cutover">The way to another carrier, step by step; null = none is under way.</param>
public sealed record CarrierRoute(RouteScope Scope, string Carrier, Cutover? Cutover = null)
{
    /// <summary>Each carrier that it may lead to.</summary>
    public IEnumerable<string> Carriers => Cutover is null ? [Carrier] : [Carrier, Cutover.Carrier];
}

/// <summary>The move to another carrier: first what goes to staff, then more and more of the rest.</summary>
/// <param name="Carrier">The new one.</param>
/// <param name="PerCent">0 to 100, of the recipients.</param>
/// <param name="Staff">Numbers whose messages go by the new one in any case, as E.164 digits; at most <see cref="MaxStaff"/>.</param>
public sealed record Cutover(string Carrier, int PerCent, IReadOnlyList<long> Staff)
{
    public const int MaxStaff = 100;

    public bool Equals(Cutover? other) => other is not null && Carrier == other.Carrier && PerCent == other.PerCent && Staff.SequenceEqual(other.Staff);

    public override int GetHashCode() => HashCode.Combine(Carrier, PerCent, Staff.Count);
}

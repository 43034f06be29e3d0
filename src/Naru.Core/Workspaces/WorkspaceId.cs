using System.Globalization;

namespace Naru.Core.Workspaces;

/// <summary>A tenant, inside: a small dense number. It never leaves the gateway; outside stands the dialect's own id.</summary>
public readonly record struct WorkspaceId(int Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using Naru.Core.Workspaces;

namespace Naru.Engine.Limits;

/// <summary>What an app may send. Apps without any limit have none.</summary>
/// <param name="OutboundPerSecond">Hand-overs to carriers, at least 1; null = as fast as they go.</param>
/// <param name="MaxQueued">Messages accepted and not yet ended, at least 0; null = as many as come.</param>
public sealed record AppAllowance(int App, WorkspaceId Workspace, int? OutboundPerSecond, int? MaxQueued)
{
    /// <summary>Those of the apps that are limited at all.</summary>
    public static IReadOnlyList<AppAllowance> Of(IEnumerable<App> apps) =>
        [.. apps.Where(a => a.Limits.OutboundPerSecond is not null || a.Limits.MaxQueued is not null)
            .Select(a => new AppAllowance(a.Id, a.Workspace, a.Limits.OutboundPerSecond, a.Limits.MaxQueued))
            .OrderBy(a => a.App)];
}

using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>The leases of the pull queue, which live and die with the process.</summary>
internal sealed partial class GatewayRun
{
    private readonly HashSet<MessageKey> _leased = [];

    public IReadOnlyList<PulledReport> Lease(WorkspaceId workspace, Channel channel, int limit)
    {
        var rows = _world.Disk.ReadPullQueue(workspace, channel, _leased, limit);
        _leased.UnionWith(rows.Select(r => r.Key));
        return rows;
    }

    public void Release(IReadOnlyList<PulledReport> rows) => _leased.ExceptWith(rows.Select(r => r.Key));
}

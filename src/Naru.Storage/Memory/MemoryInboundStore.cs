using Naru.Core.Inbound;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Memory;

/// <summary>Texts that came in, in memory. <see cref="MemoryMessageStore"/> writes them.</summary>
public sealed class MemoryInboundStore(MemoryDisk disk) : IInboundStore
{
    public ValueTask<IReadOnlyCollection<string>> FindReferencesAsync(string carrier, IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. references.Where(reference => disk.HasInbound(carrier, reference))]);
        }
    }

    public ValueTask<IReadOnlyList<InboundText>> ReadWaitingAsync(
        WorkspaceId workspace, DateTimeOffset since, IReadOnlySet<long> except, int limit, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. Waiting(workspace, since).Where(text => !except.Contains(text.Id)).Take(limit)]);
        }
    }

    public ValueTask<long> CountWaitingAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(Waiting(workspace, since).Count());
        }
    }

    public ValueTask<IReadOnlyList<InboundText>> ListAsync(InboundQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Inbound.Values.Reverse()
                .Where(text => text.Workspace == query.Workspace && (query.From is null || text.From == query.From)
                    && (query.To is null || text.To == query.To) && (query.BeforeId is null || text.Id < query.BeforeId))
                .Take(query.Limit)]);
        }
    }

    private IEnumerable<InboundText> Waiting(WorkspaceId workspace, DateTimeOffset since) =>
        disk.Inbound.Values.Where(text => text.Workspace == workspace && text.WaitsSince >= since);
}

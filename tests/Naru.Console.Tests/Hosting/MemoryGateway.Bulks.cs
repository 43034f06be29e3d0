using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Console.Tests.Hosting;

/// <summary>Bulks as tests put them. What an owner does is carried out at once, as far as the pages show it.</summary>
internal sealed partial class MemoryGateway
{
    private readonly SortedDictionary<long, (WorkspaceId Workspace, BulkStanding Standing)> _bulks = [];

    /// <summary>When set, every change ends like this.</summary>
    public BulkChangeResultKind? Always { get; set; }

    public List<BulkChange> Changes { get; } = [];

    public BulkKey Put(WorkspaceId workspace, BulkStanding standing)
    {
        lock (_bulks)
        {
            var key = _bulks.FirstOrDefault(bulk => bulk.Value.Standing.PublicId == standing.PublicId).Key;
            key = key == 0 ? BulkKey.AtOrAfter(_bulks.Keys.LastOrDefault() + 1, true).Value : key;
            _bulks[key] = (workspace, standing);
            return new BulkKey(key);
        }
    }

    public ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(workspace, publicBulkId)?.Standing);

    public ValueTask<IReadOnlyList<BulkReference>> FindBulksAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<BulkReference>>(Find(workspace, publicBulkId) is { } found ? [new BulkReference(found.Key, null)] : []);

    public ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken)
    {
        if (Find(workspace, publicBulkId) is not { Standing: var standing })
        {
            return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.NotFound, null));
        }

        if (Always is { } kind)
        {
            return ValueTask.FromResult(new BulkChangeResult(kind, standing));
        }

        Changes.Add(change);
        var changed = change switch
        {
            BulkChange.Pause => standing with { Status = BulkStatus.Paused, EndsAt = null },
            BulkChange.Resume => standing with { Status = BulkStatus.Processing },
            BulkChange.Cancel => standing with { Status = BulkStatus.Cancelled, EndsAt = null },
            BulkChange.Reschedule { SendAt: var at } => standing with { Status = BulkStatus.Pending, SendAt = at },
            _ => throw new NotSupportedException(),
        };
        Put(workspace, changed);
        return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.Done, changed));
    }

    public ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(
        WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken)
    {
        lock (_bulks)
        {
            return ValueTask.FromResult<IReadOnlyList<(BulkKey, BulkStanding)>>(
            [
                .. _bulks.Where(bulk => bulk.Value.Workspace == workspace && (before is null || bulk.Key < before.Value.Value))
                    .OrderByDescending(bulk => bulk.Key)
                    .Take(limit)
                    .Select(bulk => (new BulkKey(bulk.Key), bulk.Value.Standing)),
            ]);
        }
    }

    private (BulkKey Key, BulkStanding Standing)? Find(WorkspaceId workspace, string publicId)
    {
        lock (_bulks)
        {
            foreach (var (key, bulk) in _bulks)
            {
                if (bulk.Workspace == workspace && bulk.Standing.PublicId == publicId)
                {
                    return (new BulkKey(key), bulk.Standing);
                }
            }
        }

        return null;
    }

    private string BulkIdOf(Message message)
    {
        lock (_bulks)
        {
            return _bulks.TryGetValue(message.Bulk.Value, out var bulk) ? bulk.Standing.PublicId : $"bulk-{message.Key.Sequence}";
        }
    }
}

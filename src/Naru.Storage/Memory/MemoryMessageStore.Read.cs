using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Queries;

namespace Naru.Storage.Memory;

/// <summary>Messages and bulks.</summary>
public sealed partial class MemoryMessageStore
{
    public ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Lanes.Where(lane => !Hidden(lane.Key)).OrderBy(lane => lane.Key.Value).Select(lane => new LaneHead(lane.Key, lane.Value.Min.LookAt))]);
        }
    }

    public ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            var found = new List<Message>();
            if (!disk.Lanes.TryGetValue(lane, out var rows) || Hidden(lane))
            {
                return new(new LanePage(found, null));
            }

            // Only what lies behind the position: a lane may be long, and is read page by page.
            var from = after is { } position ? (position.LookAt, position.Sequence + 1) : (DateTimeOffset.MinValue, long.MinValue);
            foreach (var (lookAt, sequence) in rows.GetViewBetween(from, (DateTimeOffset.MaxValue, long.MaxValue)))
            {
                var message = disk.Messages[sequence];
                if (!Exists(message))
                {
                    continue;
                }

                if (found.Count == limit || lookAt > until)
                {
                    return new(new LanePage(found, lookAt));
                }

                found.Add(message);
            }

            return new(new LanePage(found, null));
        }
    }

    public ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            var found = new List<Message>(keys.Count);
            foreach (var key in keys)
            {
                if (disk.Messages.TryGetValue(key.Sequence, out var message) && message.Key == key && Exists(message))
                {
                    found.Add(message);
                }
            }

            return new(found);
        }
    }

    public ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(disk.Claims.TryGetValue((workspace, clientId), out var key) && Exists(disk.Messages[key.Sequence]) ? key : (MessageKey?)null);
        }
    }

    public ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Messages.Values.Reverse().Where(m => Exists(m) && query.Fits(m)).Take(query.Limit)]);
        }
    }

    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            var before = query.BeforeSequence ?? long.MaxValue;
            var found = query.Text.Length == 0
                ? []
                : disk.Messages.Values.Reverse().Where(m => m.Key.Sequence < before && m.Workspace == query.Workspace && Exists(m)
                    && SearchedText.Contains(m.Envelope, query.Text)).Take(query.Limit).ToList();
            return new(new TextSearchResult(found, 0));
        }
    }

    public ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Bulks.Values.Where(b => b.Sealed && b.ByClient && b.Workspace == workspace && b.PublicId == clientBulkId)]);
        }
    }

    public ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. bulks.Where(key => disk.Bulks.TryGetValue(key.Value, out var bulk) && bulk.Sealed).Select(key => disk.Bulks[key.Value])]);
        }
    }

    public ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Bulks.Values.Reverse().Where(b => b.Sealed && b.Workspace == workspace && (before is null || b.Key.Value < before.Value.Value)).Take(limit)]);
        }
    }

    public ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(!Hidden(lane) && disk.Lanes.TryGetValue(lane, out var rows) ? rows.Count : 0);
        }
    }

    public ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(new StoreCounts(
                disk.Messages.Values.Where(m => m.Lane != LaneId.None && Exists(m) && (workspace is null || m.Workspace == workspace))
                    .GroupBy(m => m.State).ToDictionary(g => g.Key, g => g.LongCount()),
                disk.Pulls.Values.LongCount(r => workspace is null || r.Workspace == workspace),
                disk.Pushes.Values.LongCount(p => p.State == PushState.Open && (workspace is null || p.Workspace == workspace))));
        }
    }

    private bool Hidden(LaneId lane) => lane.Kind == LaneKind.Bulk && Hidden(lane.BulkOf);
}

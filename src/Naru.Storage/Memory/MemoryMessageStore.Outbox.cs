using Naru.Engine.Ports;

namespace Naru.Storage.Memory;

/// <summary>Reports on their way: the pull queue and the pushes.</summary>
public sealed partial class MemoryMessageStore
{
    public ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Pulls.Values.Where(report => Fits(query, report)).Take(query.Limit)]);
        }
    }

    public ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Pushes.Values.Where(push => push.State == PushState.Open).GroupBy(push => push.EndpointId).OrderBy(of => of.Key)
                .Select(of => new PushHead(of.Key, of.Min(push => push.DueAt), of.Count()))]);
        }
    }

    public ValueTask<IReadOnlyList<Push>> ReadPushesAsync(int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Pushes.Values
                .Where(push => push.EndpointId == endpointId && push.State == PushState.Open && push.DueAt <= until
                    && (after is not { } position || push.DueAt > position.DueAt || (push.DueAt == position.DueAt && push.Id > position.PushId)))
                .OrderBy(push => push.DueAt).ThenBy(push => push.Id).Take(limit)]);
        }
    }

    public ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new([.. disk.Pushes.Values.Reverse()
                .Where(push => push.Workspace == query.Workspace
                    && (query.EndpointId is null || push.EndpointId == query.EndpointId)
                    && (query.States is null || query.States.Contains(push.State))
                    && (query.Since is null || push.CreatedAt >= query.Since)
                    && (query.Until is null || push.CreatedAt < query.Until)
                    && (query.BeforeId is null || push.Id < query.BeforeId))
                .Take(query.Limit)]);
        }
    }

    public ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            return new(disk.Pushes.GetValueOrDefault(pushId));
        }
    }

    private bool Fits(PullQuery query, PulledReport report)
    {
        if (report.Workspace != query.Workspace || report.Dialect != query.Dialect || report.Channel != query.Channel || report.At < query.Since
            || (query.Key is { } key && key != report.Key) || query.Except?.Contains(report.Key) == true)
        {
            return false;
        }

        return query.Fits(disk.Messages[report.Key.Sequence]);
    }
}

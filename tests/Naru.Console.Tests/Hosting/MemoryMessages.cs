using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>Messages and pushes in lists: what the pages read.</summary>
internal sealed class MemoryMessages : IMessageStore
{
    public List<Message> Rows { get; } = [];

    public List<Push> Pushes { get; } = [];

    public long LagRows { get; set; }

    public ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken) => Answer(Rows
        .Where(message => message.Workspace == query.Workspace
            && (query.To is null || message.To == query.To)
            && (query.Bulks is null || query.Bulks.Contains(message.Bulk))
            && (query.Keys is null || query.Keys.Contains(message.Key))
            && (query.States is null || query.States.Contains(message.State))
            && (query.Since is null || message.AcceptedAt >= query.Since)
            && (query.Until is null || message.AcceptedAt < query.Until)
            && (query.BeforeSequence is null || message.Key.Sequence < query.BeforeSequence))
        .OrderByDescending(message => message.Key.Sequence)
        .Take(query.Limit));

    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(new TextSearchResult(
        [
            .. Rows.Where(message => message.Workspace == query.Workspace
                    && message.Envelope.Route.Any(step => step.Content is AlimTalkContent content && content.Text.Contains(query.Text, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(message => message.Key.Sequence)
                .Take(query.Limit),
        ],
        LagRows));

    public ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken) =>
        Answer(keys.SelectMany(key => Rows.Where(message => message.Key == key)));

    public ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken) => Answer(Pushes
        .Where(push => push.Workspace == query.Workspace
            && (query.EndpointId is null || push.EndpointId == query.EndpointId)
            && (query.Since is null || push.CreatedAt >= query.Since)
            && (query.Until is null || push.CreatedAt < query.Until)
            && (query.BeforeId is null || push.Id < query.BeforeId))
        .OrderByDescending(push => push.Id)
        .Take(query.Limit));

    public ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Pushes.FirstOrDefault(push => push.Id == pushId));

    public ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken) => ValueTask.FromResult(new StoreCounts(
        Rows.Where(message => message.Workspace == workspace && !message.IsFinal).GroupBy(message => message.State).ToDictionary(group => group.Key, group => (long)group.Count()),
        PullQueue: 0,
        Pushes.Count(push => push.Workspace == workspace && push.State == PushState.Open)));

    public ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public long SearchLag => 0;

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Push>> ReadPushesAsync(int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ValueTask<IReadOnlyList<T>> Answer<T>(IEnumerable<T> rows) => ValueTask.FromResult<IReadOnlyList<T>>([.. rows]);
}

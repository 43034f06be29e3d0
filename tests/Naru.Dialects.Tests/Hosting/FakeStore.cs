using System.Collections.Concurrent;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>The rows behind <see cref="FakeGateway"/>. Only what front doors read is there; the rest has its own tests elsewhere.</summary>
internal sealed class FakeStore : IMessageStore
{
    public ConcurrentDictionary<MessageKey, Message> Messages { get; } = new();

    public ConcurrentDictionary<BulkKey, Bulk> Bulks { get; } = new();

    /// <summary>How many pages of a list were asked for.</summary>
    public int ListCalls { get; private set; }

    /// <summary>When set, every list fails with it.</summary>
    public Exception? Failure { get; set; }

    public ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken)
    {
        ListCalls++;
        if (Failure is not null)
        {
            throw Failure;
        }

        IReadOnlyList<Message> found = [.. Messages.Values.Where(m => Matches(m, query)).OrderByDescending(m => m.Key).Take(query.Limit)];
        return ValueTask.FromResult(found);
    }

    public ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Message>>([.. keys.Where(Messages.ContainsKey).Select(key => Messages[key])]);

    public ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Messages.Values.FirstOrDefault(m => m.Workspace == workspace && m.ClientId == clientId)?.Key);

    public ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Bulk>>([.. Bulks.Values.Where(b => b.Workspace == workspace && b.ByClient && b.PublicId == clientBulkId)]);

    public ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Bulk>>([.. bulks.Where(Bulks.ContainsKey).Select(key => Bulks[key])]);

    public ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken) =>
        throw NotAsked();

    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public long SearchLag => 0;

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<IReadOnlyList<Push>> ReadPushesAsync(
        int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken) => throw NotAsked();

    private static bool Matches(Message m, MessageQuery q) =>
        m.Workspace == q.Workspace
        && (q.Dialect is null || m.Envelope.Dialect == q.Dialect)
        && (q.Channel is null || m.Envelope.Route[0].Channel == q.Channel)
        && (q.Sender is null || m.Envelope.Route[0].Sender == q.Sender)
        && (q.To is null || m.To == q.To)
        && (q.States is null || q.States.Contains(m.State))
        && (q.Bulks is null || q.Bulks.Contains(m.Bulk))
        && (q.Keys is null || q.Keys.Contains(m.Key))
        && (q.Since is null || m.AcceptedAt >= q.Since)
        && (q.Until is null || m.AcceptedAt < q.Until)
        && (q.EntityId is null || m.Envelope.EntityId == q.EntityId)
        && (q.ApplicationId is null || m.Envelope.ApplicationId == q.ApplicationId)
        && (q.CampaignReferences is null || q.CampaignReferences.Contains(m.Envelope.CampaignReference))
        && (q.BeforeSequence is null || m.Key.Sequence < q.BeforeSequence);

    private static NotSupportedException NotAsked() => new("No front door asks for this.");
}

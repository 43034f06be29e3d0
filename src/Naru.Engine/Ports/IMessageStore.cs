using System.Collections.Immutable;
using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// The hot store of the journey: small and batch-shaped. One suite (tests/Naru.Storage.Tests, <c>MessageStoreConformance</c>) runs on
/// every adapter. What <see cref="CommitAsync"/> returned survives a crash; what it did not return may or may not.
/// </summary>
/// <remarks>
/// Rows of an unsealed bulk, and the claims of their client ids, do not exist for any reader here, and are removed by
/// <see cref="OpenAsync"/> after a crash.
/// </remarks>
public interface IMessageStore : IAsyncDisposable
{
    /// <summary>Migrates, checks the schema's version (a newer one is refused with <see cref="StoreRefusedException"/>), and says where the last run ended.</summary>
    ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Everything in the batch in one transaction, durable on return. One caller at a time.</summary>
    ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken);

    /// <summary>The lanes in which open messages wait, each with the earliest instant.</summary>
    ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken);

    /// <summary>Messages of a lane with <c>LookAt ≤ until</c>, by (LookAt, sequence), strictly after <paramref name="after"/>.</summary>
    ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>The messages that exist, in the order asked; missing ones are left out.</summary>
    ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken);

    /// <summary>The message that holds a client id in a workspace.</summary>
    ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken);

    /// <summary>Newest first. See <see cref="MessageQuery"/>.</summary>
    ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken);

    /// <summary>Messages whose text or title contains <see cref="TextQuery.Text"/>, newest first. Fed from a cursor behind the journey: it says its lag.</summary>
    ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken);

    /// <summary>Messages that are stored and cannot be found by text yet.</summary>
    long SearchLag { get; }

    /// <summary>
    /// Completes when everything committed before the call can be searched, and everything removed before it is gone from the search too.
    /// For tests and for the end of a purge: nothing on the journey waits for it.
    /// </summary>
    ValueTask CatchUpAsync(CancellationToken cancellationToken);

    /// <summary>Sealed bulks that bear an id chosen by the client.</summary>
    ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken);

    /// <summary>The bulks of these numbers.</summary>
    ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken);

    /// <summary>Sealed bulks of a workspace, newest first.</summary>
    /// <param name="before">Only those with a smaller number: the next page.</param>
    ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken);

    /// <summary>Messages that wait in a lane.</summary>
    ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken);

    /// <summary>Unread reports of the pull queue, oldest first. Reading does not consume.</summary>
    ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken);

    /// <summary>Endpoints with open pushes, each with its earliest instant.</summary>
    ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken);

    /// <summary>Open pushes of an endpoint with <c>DueAt ≤ until</c>, oldest first by (DueAt, id), after <paramref name="after"/>.</summary>
    ValueTask<IReadOnlyList<Push>> ReadPushesAsync(int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>The pushes of an endpoint, newest first, whatever their state: for the console and for replay.</summary>
    ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken);

    ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken);

    /// <summary>Open messages by state, and what waits behind: for metrics and the console.</summary>
    ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken);
}

/// <summary>Where the last run ended.</summary>
/// <param name="NextSequence">The first sequence number that was never used.</param>
/// <param name="NextBulk">The first bulk number that was never used; never 0.</param>
/// <param name="NextPush">The first push number that was never used; never 0.</param>
/// <param name="NextEnvelope">The first envelope number that was never used; never 0.</param>
/// <param name="InstallationKey">32 secret bytes, made at the first opening: the tag of public ids is keyed with it.</param>
/// <param name="NextContact">The first number of a contact that was never used; never 0.</param>
/// <param name="NextConversation">The first number of a conversation that was never used; never 0.</param>
public sealed record StoreOpening(
    long NextSequence, long NextBulk, long NextPush, long NextEnvelope, byte[] InstallationKey, long NextContact = 1, long NextConversation = 1)
{
    /// <summary>How far the slots of each limit are given away.</summary>
    public IReadOnlyList<LimitRow> Limits { get; init; } = [];

    /// <summary>All that are kept, by their numbers.</summary>
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>Messages accepted and not yet ended, of each app that has any. Those that came through no app are not counted.</summary>
    public IReadOnlyDictionary<int, int> OpenByApp { get; init; } = ImmutableDictionary<int, int>.Empty;
}

public sealed record LaneHead(LaneId Lane, DateTimeOffset NextLookAt);

/// <param name="Messages">In order.</param>
/// <param name="NextLookAt">The earliest instant of the lane's rows that are not in this page; null = none left.</param>
public sealed record LanePage(IReadOnlyList<Message> Messages, DateTimeOffset? NextLookAt);

public readonly record struct LanePosition(DateTimeOffset LookAt, long Sequence);

public sealed record PushHead(int EndpointId, DateTimeOffset NextDueAt, int Open);

public readonly record struct PushPosition(DateTimeOffset DueAt, long PushId);

/// <summary>The store cannot be used: its schema is newer than this program, or its file is not a store. The text says what to do.</summary>
public sealed class StoreRefusedException : Exception
{
    public StoreRefusedException()
    {
    }

    public StoreRefusedException(string message)
        : base(message)
    {
    }

    public StoreRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

public sealed record StoreCounts(IReadOnlyDictionary<MessageState, long> Open, long PullQueue, long OpenPushes);

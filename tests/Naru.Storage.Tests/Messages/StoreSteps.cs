using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>What tests do with a store, each in one commit.</summary>
internal static class StoreSteps
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    public static async Task<CommitOutcome> DoAsync(this IMessageStore store, Action<CommitBatch> fill)
    {
        var batch = new CommitBatch();
        fill(batch);
        return await store.CommitAsync(batch, s_none);
    }

    public static Task<CommitOutcome> AppendAsync(this IMessageStore store, params IEnumerable<Message> messages) =>
        store.DoAsync(batch => batch.Append(messages));

    public static void Append(
        this CommitBatch batch, IEnumerable<Message> messages, Bulk? bulk = null, IdempotencyClaim? claim = null, ReceiptAppend? receipt = null, long envelope = 0)
    {
        var list = messages.Select(m => new AppendedMessage(m, envelope)).ToArray();
        batch.Appends.Add(new SubmissionAppend
        {
            Workspace = list.Length > 0 ? list[0].Message.Workspace : bulk?.Workspace ?? Samples.Mine,
            Messages = list,
            Bulk = bulk,
            Idempotency = claim,
            Receipt = receipt,
        });
    }

    public static Task<CommitOutcome> UpdateAsync(this IMessageStore store, params IEnumerable<Message> changed) => store.DoAsync(batch =>
        batch.Transitions.AddRange(changed.Select(m => new Transition(m, m.Version - 1))));

    public static async Task<Message?> LoadAsync(this IMessageStore store, MessageKey key) => (await store.LoadAsync([key], s_none)).SingleOrDefault();

    public static async Task<int> RemoveAsync(this IMessageStore store, RemovalKind kind, DateTimeOffset before, int limit = 1000, WorkspaceId? workspace = null) =>
        (await store.DoAsync(batch => batch.Removals.Add(new Removal(kind, workspace, before, limit)))).Removed.Single();

    public static async Task<long[]> ListAsync(this IMessageStore store, Func<MessageQuery, MessageQuery>? narrow = null, WorkspaceId? workspace = null)
    {
        var query = new MessageQuery { Workspace = workspace ?? Samples.Mine };
        return [.. (await store.ListAsync(narrow?.Invoke(query) ?? query, s_none)).Select(m => m.Key.Sequence)];
    }

    public static async Task<long[]> LaneAsync(this IMessageStore store, LaneId lane, DateTimeOffset? until = null) =>
        [.. (await store.ReadLaneAsync(lane, until ?? DateTimeOffset.MaxValue, null, 1000, s_none)).Messages.Select(m => m.Key.Sequence)];
}

using Naru.Core.Conversations;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Conversations;

/// <summary>Counts what is read, and can hold a reading up, or let it fail.</summary>
internal sealed class CountingReads(IContactStore inner) : IContactStore
{
    private TaskCompletionSource? _gate;
    private TaskCompletionSource? _reached;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Exception? Failure { get; set; }

    /// <summary>The next reading of contacts waits. Completes when it has begun.</summary>
    public Task HoldAsync()
    {
        _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _reached.Task;
    }

    public void Release() => Interlocked.Exchange(ref _gate, null)?.SetResult();

    public async ValueTask<IReadOnlyList<Contact>> FindAsync(ContactLookup lookup, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        if (_gate is { } gate)
        {
            _reached!.TrySetResult();
            await gate.Task;
        }

        return Failure is { } failure ? throw failure : await inner.FindAsync(lookup, cancellationToken);
    }

    public ValueTask<IReadOnlyList<Conversation>> FindAsync(ConversationLookup lookup, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return inner.FindAsync(lookup, cancellationToken);
    }

    public ValueTask<IReadOnlyList<Contact>> ListAsync(ContactQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<Conversation>> ListAsync(ConversationQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    public ValueTask<long> CountAsync(ConversationQuery query, CancellationToken cancellationToken) => inner.CountAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<IdentityConflict>> ListConflictsAsync(ConflictQuery query, CancellationToken cancellationToken) =>
        inner.ListConflictsAsync(query, cancellationToken);
}

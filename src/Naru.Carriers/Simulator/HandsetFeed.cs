using System.Collections.Immutable;
using System.Threading.Channels;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>
/// Tells readers what arrived: waiters are woken by a message that fits their query, watchers get every event of their workspace. A
/// watcher that does not keep up loses the oldest events, never the latest. Thread-safe.
/// </summary>
internal sealed class HandsetFeed
{
    private const int WatcherLimit = 1000;

    private ImmutableList<Waiter> _waiters = [];
    private ImmutableList<Watcher> _watchers = [];

    /// <summary>Whether anybody would hear: without, no event needs to be made.</summary>
    public bool HasListeners => !_waiters.IsEmpty || !_watchers.IsEmpty;

    public Waiter Wait(HandsetQuery query)
    {
        var waiter = new Waiter(query, this);
        ImmutableInterlocked.Update(ref _waiters, (list, one) => list.Add(one), waiter);
        return waiter;
    }

    /// <summary>From the call on, not from the first read.</summary>
    public IAsyncEnumerable<HandsetEvent> Watch(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<HandsetEvent>(new BoundedChannelOptions(WatcherLimit) { FullMode = BoundedChannelFullMode.DropOldest });
        var watcher = new Watcher(workspace, channel.Writer);
        ImmutableInterlocked.Update(ref _watchers, (list, one) => list.Add(one), watcher);
        cancellationToken.Register(() =>
        {
            ImmutableInterlocked.Update(ref _watchers, (list, one) => list.Remove(one), watcher);
            watcher.Events.TryComplete();
        });
        return channel.Reader.ReadAllAsync(CancellationToken.None);
    }

    public void Publish(WorkspaceId workspace, HandsetEvent happened)
    {
        foreach (var watcher in _watchers)
        {
            if (watcher.Workspace == workspace)
            {
                watcher.Events.TryWrite(happened);
            }
        }

        if (happened is { Kind: HandsetEventKind.Arrived, Message: { } message })
        {
            foreach (var waiter in _waiters)
            {
                waiter.Offer(message);
            }
        }
    }

    private sealed record Watcher(WorkspaceId Workspace, ChannelWriter<HandsetEvent> Events);

    /// <summary>One reader that waits. Dispose it to stop.</summary>
    internal sealed class Waiter(HandsetQuery query, HandsetFeed feed) : IDisposable
    {
        private readonly Channel<bool> _arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <summary>Completes when something that fits the query has arrived since the last call.</summary>
        public async ValueTask ArrivedAsync(CancellationToken cancellationToken) => await _arrived.Reader.ReadAsync(cancellationToken);

        public void Offer(HandsetMessage message)
        {
            if (HandsetFilter.Fits(query, message))
            {
                _arrived.Writer.TryWrite(true);
            }
        }

        public void Dispose() => ImmutableInterlocked.Update(ref feed._waiters, (list, one) => list.Remove(one), this);
    }
}

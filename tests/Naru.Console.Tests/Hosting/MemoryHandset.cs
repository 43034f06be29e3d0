using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>Phones in memory. A test puts messages in; <see cref="Watchers"/> tells how many pages are listening.</summary>
internal sealed class MemoryHandset : IHandset, ITalkPhones
{
    private readonly Lock _gate = new();
    private readonly List<HandsetMessage> _messages = [];
    private readonly ConcurrentDictionary<Channel<HandsetEvent>, WorkspaceId> _watchers = new();
    private TaskCompletionSource _change = new();

    public int Watchers => _watchers.Count;

    public HandsetMessage Put(HandsetMessage message)
    {
        lock (_gate)
        {
            message = message with { Id = _messages.Count + 1 };
            _messages.Add(message);
        }

        Tell(message.Workspace, new HandsetEvent(HandsetEventKind.Arrived, message));
        return message;
    }

    /// <summary>What was written on the phones, to numbers that <see cref="Numbers"/> names.</summary>
    public List<(Recipient From, string Number, string Text)> Written { get; } = [];

    public HashSet<string> Numbers { get; } = [];

    public ValueTask<bool> WriteAsync(WorkspaceId workspace, Recipient from, string number, string text, CancellationToken cancellationToken)
    {
        if (!Numbers.Contains(number))
        {
            return ValueTask.FromResult(false);
        }

        lock (_gate)
        {
            Written.Add((from, number, text));
        }

        Put(new HandsetMessage(
            0, workspace, from, Core.Content.Channel.Sms, number, number, number, null, Emphasis.None, null, null, null, text, new Dictionary<string, string>(StringComparer.Ordinal), [],
            _messages[^1].At, "", [])
        {
            IsOwn = true,
        });
        return ValueTask.FromResult(true);
    }

    public ValueTask ArriveAsync(WorkspaceId workspace, IReadOnlyList<TalkArrival> arrivals, CancellationToken cancellationToken)
    {
        foreach (var arrival in arrivals)
        {
            Put(new HandsetMessage(
                0, workspace, arrival.To, Core.Content.Channel.AlimTalk, arrival.Room, arrival.Bubble.AppName, arrival.RoomName, null, Emphasis.None, null, null, null,
                arrival.Bubble.Template.Headline, new Dictionary<string, string>(StringComparer.Ordinal), [], DateTimeOffset.UnixEpoch, "", [])
            {
                Talk = arrival.Bubble,
            });
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<HandsetMessage>> ListAsync(HandsetQuery query, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<HandsetMessage>>(
            [
                .. _messages.Where(m => m.Workspace == query.Workspace && m.Id > query.After
                    && (query.To is null || m.To == query.To) && (query.WithOwn || !m.IsOwn)).Take(query.Limit),
            ]);
        }
    }

    public ValueTask<IReadOnlyList<HandsetMessage>> WaitAsync(HandsetQuery query, TimeSpan wait, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The pages do not wait.");

    public async IAsyncEnumerable<HandsetEvent> WatchAsync(WorkspaceId workspace, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = System.Threading.Channels.Channel.CreateUnbounded<HandsetEvent>();
        _watchers[channel] = workspace;
        Signal();
        try
        {
            await foreach (var happened in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return happened;
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
            Signal();
        }
    }

    public ValueTask<bool> PressAsync(WorkspaceId workspace, long id, int button, CancellationToken cancellationToken)
    {
        HandsetMessage changed;
        lock (_gate)
        {
            var index = _messages.FindIndex(m => m.Workspace == workspace && m.Id == id && button >= 0 && button < m.Pressables.Count);
            if (index < 0)
            {
                return ValueTask.FromResult(false);
            }

            changed = _messages[index] = _messages[index] with { Pressed = [.. _messages[index].Pressed, button] };
        }

        Tell(workspace, new HandsetEvent(HandsetEventKind.Pressed, changed));
        return ValueTask.FromResult(true);
    }

    public ValueTask ClearAsync(WorkspaceId workspace, Recipient? to, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _messages.RemoveAll(m => m.Workspace == workspace && (to is null || m.To == to));
        }

        Tell(workspace, new HandsetEvent(HandsetEventKind.Cleared, null));
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until so many pages listen.</summary>
    public async Task UntilWatchedByAsync(int pages)
    {
        while (true)
        {
            var change = Volatile.Read(ref _change).Task;
            if (Watchers == pages)
            {
                return;
            }

            await change.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private void Signal() => Interlocked.Exchange(ref _change, new TaskCompletionSource()).TrySetResult();

    private void Tell(WorkspaceId workspace, HandsetEvent happened)
    {
        foreach (var (channel, _) in _watchers.Where(watcher => watcher.Value == workspace))
        {
            channel.Writer.TryWrite(happened);
        }
    }
}

using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>The phones.</summary>
public sealed partial class SimulatorCarrier
{
    private const int ClearStep = 2000;
    private const int MostPresses = 100;

    public ValueTask<IReadOnlyList<HandsetMessage>> ListAsync(HandsetQuery query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_store.Reader.List(query));

    public async ValueTask<IReadOnlyList<HandsetMessage>> WaitAsync(HandsetQuery query, TimeSpan wait, CancellationToken cancellationToken)
    {
        using var waiter = _feed.Wait(query);
        using var time = new CancellationTokenSource(wait, _clock.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        while (true)
        {
            // Looked at after the waiter stands: what arrives in between wakes it.
            var messages = _store.Reader.List(query);
            if (messages.Count >= Math.Min(query.Count, query.Limit))
            {
                return messages;
            }

            try
            {
                await waiter.ArrivedAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return _store.Reader.List(query);
            }
        }
    }

    public IAsyncEnumerable<HandsetEvent> WatchAsync(WorkspaceId workspace, CancellationToken cancellationToken) =>
        _feed.Watch(workspace, cancellationToken);

    public async ValueTask<bool> PressAsync(WorkspaceId workspace, long id, int button, CancellationToken cancellationToken)
    {
        // Read and written in one turn of the writer, so that two presses at once are both kept.
        var pressed = await _store.WriteAsync(() => Press(workspace, id, button), cancellationToken);
        if (pressed is not null)
        {
            _feed.Publish(workspace, new HandsetEvent(HandsetEventKind.Pressed, pressed));
        }

        return pressed is not null;
    }

    public async ValueTask ClearAsync(WorkspaceId workspace, Recipient? to, CancellationToken cancellationToken)
    {
        foreach (var ids in _store.Index.Clear(workspace, to).Chunk(ClearStep))
        {
            await _store.WriteAsync(() => Remove(ids), cancellationToken);
        }

        _feed.Publish(workspace, new HandsetEvent(HandsetEventKind.Cleared, null));
    }

    private bool Remove(long[] ids)
    {
        _store.Handsets.Remove(ids);
        return true;
    }

    private HandsetMessage? Press(WorkspaceId workspace, long id, int button)
    {
        if (_store.Reader.Find(workspace, id) is not { } message || button < 0 || button >= message.Pressables.Count)
        {
            return null;
        }

        var pressed = message with { Pressed = [.. message.Pressed.TakeLast(MostPresses - 1), button] };
        _store.Handsets.Press(workspace, id, [.. pressed.Pressed.Select(index => (byte)index)]);
        return pressed;
    }
}

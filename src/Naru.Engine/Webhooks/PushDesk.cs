using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>Makes pushes of what happened, sends them out, and decides what a subscriber's answer means.</summary>
internal sealed partial class PushDesk(EngineSettings settings, long nextPush, GatewayLookups lookups, DateTimeOffset begun)
{
    private const string EndpointGone = "the endpoint was removed";
    private const string EndpointOff = "the endpoint takes nothing any more";

    private readonly Dictionary<int, EndpointPusher> _pushers = [];
    private readonly PushMaker _maker = new(settings, lookups, nextPush);
    private readonly AppPaces _paces = new(lookups.WebhooksPerSecond, begun);

    /// <summary>Workspaces that are being removed: nothing of theirs is written any more.</summary>
    private readonly HashSet<WorkspaceId> _gone = [];
    private readonly long _firstOfRun = nextPush;

    /// <summary>Pushers to which something happened since they were last looked at.</summary>
    private readonly HashSet<EndpointPusher> _touched = [];

    /// <summary>When the others want to be looked at. An entry counts only while its pusher says the same instant.</summary>
    private readonly PriorityQueue<EndpointPusher, DateTimeOffset> _wakes = new();

    public void Open(IReadOnlyList<PushHead> heads)
    {
        foreach (var head in heads)
        {
            PusherOf(head.EndpointId).NoteStored(head.NextDueAt);
        }
    }

    /// <inheritdoc cref="PushMaker.Close"/>
    public void Close(Flush flush, DateTimeOffset now) => _maker.Close(flush, now);

    /// <inheritdoc cref="PushMaker.Add"/>
    public void Noticed(EngineEvent.Noticed noticed, Flush flush, DateTimeOffset now)
    {
        if (!_gone.Contains(noticed.Workspace))
        {
            _maker.Add(noticed, flush, now);
        }
    }

    public void Forget(WorkspaceId workspace) => _gone.Add(workspace);

    /// <summary>A flush is durable: settled pushes are let go, open ones wait for their turn.</summary>
    /// <param name="next">What gathered meanwhile: it may have later versions of the same pushes, which a read brought in before their commit was told.</param>
    public void Committed(Flush flush, Flush next, DateTimeOffset now)
    {
        HashSet<long>? outdated = next.Batch.Pushes.Count + next.Batch.PushesRemoved.Count == 0
            ? null
            : [.. next.Batch.Pushes.Select(push => push.Id), .. next.Batch.PushesRemoved];
        foreach (var push in flush.Batch.Pushes)
        {
            PusherOf(push.EndpointId).Release(push.Id);
        }

        foreach (var (pusher, pushId) in flush.MergedAway)
        {
            pusher.Release(pushId);
        }

        foreach (var (push, messages) in flush.NewPushes)
        {
            if (outdated?.Contains(push.Id) == true)
            {
                continue;
            }

            PusherOf(push.EndpointId).Add(new HeldPush(push, messages), now);
        }
    }

    public void Read(EngineEvent.PushesRead read, DateTimeOffset now) => PusherOf(read.EndpointId).EndRead(read.Pushes, read.More, now);

    public DateTimeOffset? NextLook()
    {
        if (_touched.Count > 0)
        {
            return DateTimeOffset.MinValue;
        }

        while (_wakes.TryPeek(out var waking, out var at))
        {
            if (waking.WakesAt == at)
            {
                return at;
            }

            _wakes.Dequeue();
        }

        return null;
    }

    /// <summary>Starts what may start; merged ones start after their commit. An endpoint with nothing to do costs nothing.</summary>
    public void Order(Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        while (_wakes.TryPeek(out var waking, out var at) && at <= now)
        {
            _wakes.Dequeue();
            if (waking.WakesAt == at)
            {
                waking.WakesAt = null;
                _touched.Add(waking);
            }
        }

        foreach (var pusher in _touched)
        {
            Order(pusher, flush, now, commands);
        }

        _touched.Clear();
    }

    private void Order(EndpointPusher pusher, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        while (pusher.Next(now) is { } ready)
        {
            Start(pusher, ready, flush, now, commands);
        }

        if (pusher.WantsRead(now))
        {
            pusher.BeginRead();

            // The earliest ones, due or not: what is not due yet waits in memory, and the next read is for what comes after.
            commands.PushReads.Add(new PushReadOrder(pusher.EndpointId, DateTimeOffset.MaxValue, null, pusher.PageSize));
        }

        if (pusher.IsIdle)
        {
            pusher.WakesAt = null;
            _pushers.Remove(pusher.EndpointId);
        }
        else if (pusher.NextLook() is { } next && (pusher.WakesAt is not { } known || next < known))
        {
            pusher.WakesAt = next;
            _wakes.Enqueue(pusher, next);
        }
    }

    private void Start(EndpointPusher pusher, in ReadyPush ready, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var push = ready.Held.Push;
        if (_gone.Contains(push.Workspace))
        {
            Drop(pusher, ready);
            return;
        }

        if (lookups.Endpoint(pusher.EndpointId) is not { Subscription: null or { Enabled: true } } endpoint)
        {
            var why = lookups.Endpoint(pusher.EndpointId) is null ? EndpointGone : EndpointOff;
            foreach (var held in ready.Merged ?? [ready.Held])
            {
                Abandon(pusher, held.Push, why, flush, now);
            }

            return;
        }

        if (ready.Merged is { } merged)
        {
            Merge(merged, pusher, flush, now);
        }
        else if (now - push.OpenedAt >= settings.PushLifetime && (push.Failures > 0 || pusher.IsSuspect))
        {
            // A rested endpoint is tried once a minute: not everything that waits for it can get a try of its own.
            Exhaust(pusher, push, flush, now);
        }
        else if (_paces.Reserve(push.App, IsOneByOne(push.Dialect) ? ready.Items.Count : 1, now, out var slots) is { } later)
        {
            pusher.PacedUntil = later;
            pusher.PutBack(ready.Held);
        }
        else
        {
            var items = slots is null ? ready.Items : FirstOf(ready.Items, slots.Count);
            pusher.Started(ready.Held, items);
            commands.Pushes.Add(new PushOrder(
                push, endpoint, ready.Held.Messages, items, IsOneByOne(push.Dialect), pusher.IsSuspect ? 1 : settings.RequestsPerEndpoint, slots));
        }
    }

    private void Merge(List<HeldPush> taken, EndpointPusher pusher, Flush flush, DateTimeOffset now)
    {
        flush.MergedAway.AddRange(taken.Select(t => (pusher, t.Push.Id)));
        var merged = taken[0].Push with
        {
            Id = _maker.NextId(),
            Items = [.. taken.SelectMany(t => t.Push.Items)],
            DueAt = now,
        };
        flush.Batch.PushesRemoved.AddRange(taken.Select(t => t.Push.Id));
        flush.Batch.Pushes.Add(merged);
        var messages = taken.TrueForAll(t => t.Messages is not null) ? taken.SelectMany(t => t.Messages!).ToArray() : null;
        flush.NewPushes.Add((merged, messages));
    }

    /// <summary>It goes with its workspace, whose rows are being removed.</summary>
    private static void Drop(EndpointPusher pusher, in ReadyPush ready)
    {
        foreach (var held in ready.Merged ?? [ready.Held])
        {
            pusher.Told(held.Push, default);
            pusher.Release(held.Push.Id);
        }
    }

    private static ItemSet FirstOf(ItemSet items, int count)
    {
        var first = default(ItemSet);
        foreach (var item in items)
        {
            if (count-- == 0)
            {
                break;
            }

            first = first.With(item);
        }

        return first;
    }

    private bool IsOneByOne(DialectName dialect) => lookups.ItemsPerRequest(dialect) == 1;

    /// <summary>The endpoint's pusher, to which something is about to happen.</summary>
    private EndpointPusher PusherOf(int endpointId)
    {
        if (!_pushers.TryGetValue(endpointId, out var pusher))
        {
            pusher = new EndpointPusher(endpointId, settings, IsOneByOne, _firstOfRun);
            if (lookups.Endpoint(endpointId) is { } endpoint)
            {
                pusher.FailuresInRow = endpoint.Failures;
                pusher.RestingUntil = endpoint.RestingUntil;
            }

            _pushers.Add(endpointId, pusher);
        }

        _touched.Add(pusher);
        return pusher;
    }
}

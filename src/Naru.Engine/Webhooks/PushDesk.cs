using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Reports;

namespace Naru.Engine.Webhooks;

/// <summary>Makes pushes of final reports, sends them out, and decides what a subscriber's answer means.</summary>
internal sealed class PushDesk(EngineSettings settings, long nextPush, Func<int, WebhookEndpoint?> endpointOf)
{
    private readonly Dictionary<int, EndpointPusher> _pushers = [];
    private readonly long _firstOfRun = nextPush;

    /// <summary>Pushers to which something happened since they were last looked at.</summary>
    private readonly HashSet<EndpointPusher> _touched = [];

    /// <summary>When the others want to be looked at. An entry counts only while its pusher says the same instant.</summary>
    private readonly PriorityQueue<EndpointPusher, DateTimeOffset> _wakes = new();
    private long _nextPush = nextPush;

    public void Open(IReadOnlyList<PushHead> heads)
    {
        foreach (var head in heads)
        {
            PusherOf(head.EndpointId).NoteStored(head.NextDueAt);
        }
    }

    /// <summary>Closes a flush: the reports that gathered in it become pushes, a full one per hundred.</summary>
    public void Close(Flush flush, DateTimeOffset now)
    {
        foreach (var (target, messages) in flush.Reports)
        {
            if (endpointOf(target.Endpoint) is null)
            {
                // It went with its workspace.
                continue;
            }

            foreach (var chunk in messages.Chunk(settings.ReportsPerPush))
            {
                var push = new Push
                {
                    Id = _nextPush++,
                    Workspace = chunk[0].Workspace,
                    EndpointId = target.Endpoint,
                    Dialect = target.Dialect,
                    Channel = target.Channel,
                    Reports = [.. chunk.Select(static m => m.Key)],
                    CreatedAt = now,
                    OpenedAt = now,
                    DueAt = now,
                };
                flush.Batch.Pushes.Add(push);
                flush.NewPushes.Add((push, chunk));
            }
        }

        flush.Reports.Clear();
    }

    /// <summary>A flush is durable: settled pushes are let go, open ones wait for their turn.</summary>
    public void Committed(Flush flush)
    {
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
            PusherOf(push.EndpointId).Add(new HeldPush(push, messages));
        }
    }

    public void Read(EngineEvent.PushesRead read) => PusherOf(read.EndpointId).EndRead(read.Pushes, read.More);

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

    /// <summary>What the subscriber's answer means for the push and for its endpoint.</summary>
    public void Answered(EngineEvent.PushAnswered answered, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var pusher = PusherOf(answered.EndpointId);
        if (pusher.Returned(answered.PushId) is not { } held)
        {
            return;
        }

        if (endpointOf(answered.EndpointId) is null)
        {
            pusher.Release(answered.PushId);
            return;
        }

        var attempt = new PushAttempt(now, answered.Answer.Status, answered.Took, answered.Answer.Text);
        var attempts = held.Push.Attempts.Length >= Push.MaxAttempts ? held.Push.Attempts.RemoveAt(0) : held.Push.Attempts;
        var push = held.Push with { Attempts = attempts.Add(attempt) };
        if (answered.Answer.Succeeded)
        {
            if (push.OpenedAt > push.CreatedAt)
            {
                // Replayed: should it have run out before, its reports wait to be pulled, and need not any more.
                ReportDesk.Withdraw(flush, push);
            }

            flush.Batch.Pushes.Add(push with { State = PushState.Done, SettledAt = now });
            Healthy(pusher, commands);
            return;
        }

        push = push with { Failures = push.Failures + 1 };
        var gap = PushSchedule.Next(push.Failures, answered.Chance, answered.Answer.RetryAfter);
        if (gap is { } wait && now - push.OpenedAt < settings.PushLifetime)
        {
            push = push with { DueAt = now + wait };
            flush.Batch.Pushes.Add(push);
            flush.NewPushes.Add((push, null));
        }
        else
        {
            Exhaust(push, flush, now);
        }

        Failed(pusher, answered.Answer, now, commands);
    }

    public void Replay(Push push, Flush flush, DateTimeOffset now)
    {
        var pusher = PusherOf(push.EndpointId);
        if (pusher.IsOut(push.Id))
        {
            // It is being pushed at this moment.
            return;
        }

        push = pusher.Withdraw(push.Id)?.Push ?? push;
        var again = push with { State = PushState.Open, Failures = 0, DueAt = now, SettledAt = null, OpenedAt = now };
        flush.Batch.Pushes.Add(again);
        flush.NewPushes.Add((again, null));
    }

    private void Order(EndpointPusher pusher, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        while (pusher.Next(now) is { } taken)
        {
            Start(pusher, taken, flush, now, commands);
        }

        if (pusher.WantsRead(now))
        {
            pusher.BeginRead();

            // The earliest ones, due or not: what is not due yet waits in memory, and the next read is for what comes after.
            commands.PushReads.Add(new PushReadOrder(pusher.EndpointId, DateTimeOffset.MaxValue, null, settings.PushesInMemory));
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

    private void Start(EndpointPusher pusher, List<HeldPush> taken, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var head = taken[0];
        if (endpointOf(pusher.EndpointId) is not { } endpoint)
        {
            // The endpoint went with its workspace.
            taken.ForEach(t => pusher.Release(t.Push.Id));
            return;
        }

        if (taken.Count > 1)
        {
            Merge(pusher, taken, flush, now);
        }
        else if (now - head.Push.OpenedAt >= settings.PushLifetime && (head.Push.Failures > 0 || pusher.FailuresInRow >= settings.RestAfterFailures))
        {
            // A rested endpoint is tried once a minute: not everything that waits for it can get a try of its own.
            Exhaust(head.Push, flush, now);
        }
        else
        {
            pusher.Started(head);
            commands.Pushes.Add(new PushOrder(head.Push, endpoint, head.Messages));
        }
    }

    private void Merge(EndpointPusher pusher, List<HeldPush> taken, Flush flush, DateTimeOffset now)
    {
        flush.MergedAway.AddRange(taken.Select(t => (pusher, t.Push.Id)));
        var merged = taken[0].Push with
        {
            Id = _nextPush++,
            Reports = [.. taken.SelectMany(t => t.Push.Reports)],
            DueAt = now,
        };
        flush.Batch.PushesRemoved.AddRange(taken.Select(t => t.Push.Id));
        flush.Batch.Pushes.Add(merged);
        var messages = taken.TrueForAll(t => t.Messages is not null) ? taken.SelectMany(t => t.Messages!).ToArray() : null;
        flush.NewPushes.Add((merged, messages));
    }

    /// <summary>All tries are used up: whoever polls finds the reports in the pull queue.</summary>
    private static void Exhaust(Push push, Flush flush, DateTimeOffset now)
    {
        flush.Batch.Pushes.Add(push with { State = PushState.Exhausted, SettledAt = now });
        ReportDesk.Return(flush, push, now);
    }

    private void Healthy(EndpointPusher pusher, EngineCommands commands)
    {
        if (pusher.FailuresInRow == 0)
        {
            return;
        }

        pusher.FailuresInRow = 0;
        pusher.RestingUntil = null;
        if (endpointOf(pusher.EndpointId) is { } endpoint)
        {
            commands.Endpoints.Add(endpoint with { Failures = 0, RestingUntil = null, LastFailure = null });
        }
    }

    private void Failed(EndpointPusher pusher, WebhookAnswer answer, DateTimeOffset now, EngineCommands commands)
    {
        pusher.FailuresInRow++;
        if (pusher.FailuresInRow >= settings.RestAfterFailures)
        {
            pusher.RestingUntil = now + settings.RestFor;
        }

        if (endpointOf(pusher.EndpointId) is { } endpoint)
        {
            commands.Endpoints.Add(endpoint with
            {
                Failures = pusher.FailuresInRow,
                RestingUntil = pusher.RestingUntil,
                LastFailure = answer.Status == 0 ? answer.Text : $"HTTP {answer.Status}",
            });
        }
    }

    /// <summary>The endpoint's pusher, to which something is about to happen.</summary>
    private EndpointPusher PusherOf(int endpointId)
    {
        if (!_pushers.TryGetValue(endpointId, out var pusher))
        {
            pusher = new EndpointPusher(endpointId, settings, _firstOfRun);
            if (endpointOf(endpointId) is { } endpoint)
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

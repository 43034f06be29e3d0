using System.Globalization;
using Naru.Core.Alarms;
using Naru.Core.Timing;
using Naru.Engine.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Reports;

namespace Naru.Engine.Webhooks;

/// <summary>What came back, and what it means for the push and for its endpoint.</summary>
internal sealed partial class PushDesk
{
    public void Answered(EngineEvent.PushAnswered answered, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var pusher = PusherOf(answered.EndpointId);
        if (pusher.Returned(answered.PushId) is not { } held)
        {
            return;
        }

        if (_gone.Contains(held.Push.Workspace))
        {
            pusher.Told(held.Push, default);
            pusher.Release(answered.PushId);
            return;
        }

        var (push, failed) = Note(held.Push, answered.Results, now);
        Tell(pusher, answered.Results, failed, flush, now, commands);
        pusher.Told(push, push.OpenItems);
        if (push.OpenItems.IsEmpty)
        {
            Settle(push, flush, now);
        }
        else if (failed is not null)
        {
            Fail(pusher, push, failed.Answer.RetryAfter, answered.Chance, flush, now);
        }
        else if (answered.Results.Count > 0)
        {
            // The rest waited for an earlier push, or for its app's limit.
            flush.Batch.Pushes.Add(push);
            flush.NewPushes.Add((push, held.Messages));
        }
        else
        {
            pusher.Add(held, now);
        }
    }

    /// <summary>Once more, now, with its id and its list. What is still open goes on where it stands; what was settled is told from the beginning.</summary>
    public void Replay(Push push, Flush flush, DateTimeOffset now)
    {
        var pusher = PusherOf(push.EndpointId);
        if (pusher.IsOut(push.Id) || _gone.Contains(push.Workspace))
        {
            // It is being pushed at this moment, or goes with its workspace.
            return;
        }

        push = pusher.Withdraw(push.Id)?.Push ?? push;
        var again = push with
        {
            State = PushState.Open,
            Taken = push.State == PushState.Open ? push.Taken : default,
            GivenUp = default,
            Failures = 0,
            DueAt = now,
            SettledAt = null,
            OpenedAt = now,
        };
        flush.Batch.Pushes.Add(again);
        flush.NewPushes.Add((again, null));
    }

    /// <summary>Writes down what became of the items.</summary>
    /// <returns>The push, and the result after which something is tried again, where there is one: that which asks for the longest wait.</returns>
    private static (Push Push, PushResult? Failed) Note(Push push, IReadOnlyList<PushResult> results, DateTimeOffset now)
    {
        var schedule = PushSchedule.Of(push.Dialect);
        PushResult? failed = null;
        var attempts = push.Attempts.ToBuilder();
        foreach (var result in results)
        {
            attempts.Add(new PushAttempt(now, result.Answer.Status, result.Took, result.Answer.Text, result.Requests));
            if (result.Answer.Succeeded)
            {
                push = push with { Taken = push.Taken.With(result.Items) };
            }
            else if (result.Gone || schedule.IsFinal(result.Answer.Status))
            {
                push = push with { GivenUp = push.GivenUp.With(result.Items) };
            }
            else if (failed is null || result.Answer.RetryAfter.GetValueOrDefault() > failed.Answer.RetryAfter.GetValueOrDefault())
            {
                failed = result;
            }
        }

        if (attempts.Count > Push.MaxAttempts)
        {
            attempts.RemoveRange(0, attempts.Count - Push.MaxAttempts);
        }

        return (push with { Attempts = attempts.ToImmutable() }, failed);
    }

    /// <summary>Nothing of it is open any more.</summary>
    private static void Settle(Push push, Flush flush, DateTimeOffset now)
    {
        if (!push.GivenUp.IsEmpty)
        {
            flush.Batch.Pushes.Add(push with { State = PushState.Exhausted, GivenUp = default, SettledAt = now });
            return;
        }

        if (push.OpenedAt > push.CreatedAt)
        {
            // Replayed: should it have run out before, its reports wait to be pulled, and need not any more.
            ReportDesk.Withdraw(flush, push);
        }

        flush.Batch.Pushes.Add(push with { State = PushState.Done, Taken = default, SettledAt = now });
    }

    /// <summary>What failed is tried again later, or never.</summary>
    private void Fail(EndpointPusher pusher, Push push, TimeSpan? retryAfter, double chance, Flush flush, DateTimeOffset now)
    {
        push = push with { Failures = push.Failures + 1 };
        var gap = PushSchedule.Of(push.Dialect).Next(push.Failures, chance, retryAfter);
        if (gap is { } wait && now - push.OpenedAt < settings.PushLifetime)
        {
            push = push with { DueAt = now + wait };
            flush.Batch.Pushes.Add(push);
            flush.NewPushes.Add((push, null));
        }
        else
        {
            Exhaust(pusher, push, flush, now);
        }
    }

    /// <summary>All tries are used up: where there is a pull queue, whoever polls finds the reports in it.</summary>
    private static void Exhaust(EndpointPusher pusher, Push push, Flush flush, DateTimeOffset now)
    {
        pusher.Told(push, default);
        flush.Batch.Pushes.Add(push with { State = PushState.Exhausted, GivenUp = default, SettledAt = now });
        ReportDesk.Return(flush, push, now);
    }

    /// <summary>
    /// Nobody is there to be pushed to. Nor to pull: an endpoint that a message named goes with its workspace only.
    /// </summary>
    private static void Abandon(EndpointPusher pusher, Push push, string why, Flush flush, DateTimeOffset now)
    {
        pusher.Told(push, default);
        var attempts = push.Attempts.Length >= Push.MaxAttempts ? push.Attempts.RemoveAt(0) : push.Attempts;
        flush.Batch.Pushes.Add(push with
        {
            State = PushState.Exhausted,
            GivenUp = default,
            SettledAt = now,
            Attempts = attempts.Add(new PushAttempt(now, 0, TimeSpan.Zero, why, Requests: 0)),
        });
    }

    /// <summary>What the answers say of the endpoint. One that takes anything is well; one that refuses for good what it is told is no worse for it.</summary>
    private void Tell(EndpointPusher pusher, IReadOnlyList<PushResult> results, PushResult? failed, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (results.Any(static r => r.Answer.Succeeded))
        {
            Healthy(pusher, flush, commands);
        }
        else if (failed is not null)
        {
            Failed(pusher, failed.Answer, flush, now, commands);
        }
        else if (results.FirstOrDefault(static r => !r.Gone) is { } refused && lookups.Endpoint(pusher.EndpointId) is { } endpoint
            && !string.Equals(endpoint.LastFailure, TextOf(refused.Answer), StringComparison.Ordinal))
        {
            commands.Endpoints.Add(endpoint with { LastFailure = TextOf(refused.Answer) });
        }
    }

    private void Healthy(EndpointPusher pusher, Flush flush, EngineCommands commands)
    {
        if (pusher.FailuresInRow == 0)
        {
            return;
        }

        var wasSuspect = pusher.IsSuspect;
        pusher.FailuresInRow = 0;
        pusher.RestingUntil = null;
        if (lookups.Endpoint(pusher.EndpointId) is { } endpoint)
        {
            if (wasSuspect)
            {
                flush.Alarms.Add(new AlarmStep.Clear(EndpointAlarms.KeyOf(endpoint)));
            }

            commands.Endpoints.Add(endpoint with { Failures = 0, RestingUntil = null, LastFailure = null });
        }
    }

    private void Failed(EndpointPusher pusher, WebhookAnswer answer, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        pusher.FailuresInRow++;
        if (pusher.IsSuspect)
        {
            pusher.RestingUntil = now + settings.RestFor;
        }

        if (lookups.Endpoint(pusher.EndpointId) is { } endpoint)
        {
            if (pusher.IsSuspect)
            {
                flush.Alarms.Add(new AlarmStep.Raise(EndpointAlarms.KeyOf(endpoint), TextOf(answer)));
            }

            commands.Endpoints.Add(endpoint with
            {
                Failures = pusher.FailuresInRow,
                RestingUntil = pusher.RestingUntil,
                LastFailure = TextOf(answer),
            });
        }
    }

    private static string? TextOf(WebhookAnswer answer) =>
        answer.Status == 0 ? answer.Text : string.Create(CultureInfo.InvariantCulture, $"HTTP {answer.Status}");
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>Pushes to subscribers: one request for the whole list, or a round of them.</summary>
public sealed partial class Gateway
{
    private static readonly WebhookAnswer s_notMade = new(0, "the push could not be made; see the log", null);
    private static readonly WebhookAnswer s_nothingLeft = new(0, "what it tells of is past its retention", null);

    /// <summary>By endpoint, where items go one by one. They cost nothing while nothing is to be told.</summary>
    private readonly ConcurrentDictionary<int, PushLines> _lines = new();

    private Task PushAsync(PushOrder order) => order.OneByOne ? TellAsync(order) : PushWholeAsync(order);

    private async Task PushWholeAsync(PushOrder order)
    {
        var began = _clock.System.GetTimestamp();
        var push = order.Push;
        var answer = s_nothingLeft;
        var gone = false;
        try
        {
            var messages = order.Messages ?? await Store.LoadAsync([.. push.Items.Select(static i => i.Message)], _ending.Token);
            gone = messages.Count == 0;
            if (!gone)
            {
                var bulkIds = await BulkIdsAsync(messages, _ending.Token);
                var render = new RenderOrder(order.Endpoint, push.Items[0].Event, messages, bulkIds);
                var body = await _renderers[push.Dialect].RenderAsync(render, _ending.Token);
                answer = await _webhooks.PostAsync(new WebhookTarget(order.Endpoint), body, PushId(push, WholePush), _ending.Token);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_ending.IsCancellationRequested)
        {
            LogPushFailed(_log, push.Id, failure);
            answer = s_notMade;
        }

        var took = _clock.System.GetElapsedTime(began);
        if (!gone)
        {
            _meter.Pushed(answer, order.Items.Count, took);
        }

        Tell(new EngineEvent.PushAnswered(
            push.Id, order.Endpoint.Id, [new PushResult(order.Items, answer, took, gone ? 0 : 1, gone)], _random.NextDouble()));
    }

    /// <summary>Each item is a request of its own: a few lines of the endpoint take them in turn, and the last one done says what became of them.</summary>
    private async Task TellAsync(PushOrder order)
    {
        var round = new PushRound(order);
        try
        {
            var keys = order.Messages is null ? round.Keys() : [];
            round.Bring(keys.Length == 0 ? null : await Store.LoadAsync(keys, _ending.Token), s_nothingLeft);
            round.BulkIds = await BulkIdsAsync(round.Messages, _ending.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_ending.IsCancellationRequested)
        {
            LogPushFailed(_log, order.Push.Id, failure);
            round.Fail(s_notMade);
        }

        if (round.IsOver)
        {
            Over(round);
            return;
        }

        var lines = _lines.GetOrAdd(order.Endpoint.Id, static _ => new PushLines());
        for (var wanted = lines.Add(round); wanted > 0; wanted--)
        {
            Abroad(() => RunLineAsync(lines));
        }
    }

    private async Task RunLineAsync(PushLines lines)
    {
        while (lines.Take() is { } turn)
        {
            var round = turn.Round;
            for (var item = turn.Item; item >= 0 && !_stopping; item = round.After(item))
            {
                if (!await TellAsync(round, item))
                {
                    break;
                }
            }

            if (round.Done())
            {
                Over(round);
            }
        }
    }

    /// <returns>False where what comes after it in its message must wait.</returns>
    private async ValueTask<bool> TellAsync(PushRound round, int item)
    {
        if (round.IsLeft || !await SlotAsync(round))
        {
            return false;
        }

        var began = _clock.System.GetTimestamp();
        WebhookAnswer answer;
        try
        {
            var push = round.Order.Push;
            var body = await _renderers[push.Dialect].RenderAsync(round.RenderOrder(item), _ending.Token);
            answer = await _webhooks.PostAsync(round.Target, body, PushId(push, item), _ending.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_ending.IsCancellationRequested)
        {
            LogPushFailed(_log, round.Order.Push.Id, failure);
            answer = s_notMade;
        }

        var took = _clock.System.GetElapsedTime(began);
        _meter.Pushed(answer, 1, took);
        return round.Note(item, answer, took);
    }

    /// <summary>Waits for a slot, where its app has a limit. False when none is left.</summary>
    private async ValueTask<bool> SlotAsync(PushRound round)
    {
        if (round.Order.Slots is null)
        {
            return true;
        }

        while (round.NextSlot() is { } slot)
        {
            var wait = slot - _clock.Now;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock.System, _ending.Token);
            }

            if (PushRound.IsInTime(slot, _clock.Now))
            {
                return true;
            }
        }

        return false;
    }

    private void Over(PushRound round) =>
        Tell(new EngineEvent.PushAnswered(round.Order.Push.Id, round.Order.Endpoint.Id, round.Results(), _random.NextDouble()));

    /// <summary>The same through retries and replays: it decodes to the push, and where items go one by one to the place in its list.</summary>
    private string PushId(Push push, int item) => Machine.Ids.ToUuid(IdKind.Push, push.CreatedAt, new MessageKey((byte)(item + 1), push.Id));

    private const int WholePush = -1;

    [LoggerMessage(1006, LogLevel.Error, "Push {PushId} could not be made")]
    private static partial void LogPushFailed(ILogger logger, long pushId, Exception failure);

}

using Microsoft.Extensions.Logging;
using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Pumps;

/// <summary>Carries out what the machine wants done.</summary>
public sealed partial class Gateway
{
    private static readonly TimeSpan ReadRetry = TimeSpan.FromSeconds(1);

    private void Carry(EngineCommands commands)
    {
        if (commands.Commit is { } batch)
        {
            _commits.Writer.TryWrite(batch);
        }

        foreach (var ticket in commands.Answered)
        {
            _meter.Answered(ticket);
            ticket.OnAnswered?.Invoke();
        }

        if (commands.AlarmsChanged)
        {
            AlarmsChanged?.Invoke();
        }

        foreach (var signal in commands.Signals)
        {
            signal.OnDone?.Invoke(true);
        }

        foreach (var signal in commands.Failed)
        {
            signal.OnDone?.Invoke(false);
        }

        foreach (var order in commands.Submits)
        {
            Abroad(() => SubmitAsync(order));
        }

        foreach (var order in commands.LaneReads)
        {
            Abroad(() => ReadAsync(
                async () => new EngineEvent.LaneRead(
                    order.Lane, await Store.ReadLaneAsync(order.Lane, order.Until, order.After, order.Limit, _ending.Token), order.Recovery)));
        }

        if (commands.Loads.Count > 0)
        {
            var keys = commands.Loads.ToArray();
            Abroad(() => ReadAsync(async () => new EngineEvent.Loaded(keys, await Store.LoadAsync(keys, _ending.Token))));
        }

        if (commands.BulkLoads.Count > 0)
        {
            var bulks = commands.BulkLoads.ToArray();
            Abroad(() => ReadAsync(async () => new EngineEvent.BulksLoaded(await Store.LoadBulksAsync(bulks, _ending.Token))));
        }

        foreach (var order in commands.PushReads)
        {
            Abroad(() => ReadAsync(async () =>
            {
                var pushes = await Store.ReadPushesAsync(order.EndpointId, order.Until, order.After, order.Limit, _ending.Token);
                return new EngineEvent.PushesRead(order.EndpointId, pushes, pushes.Count == order.Limit);
            }));
        }

        foreach (var order in commands.Pushes)
        {
            Abroad(() => PushAsync(order));
        }

        foreach (var endpoint in commands.Endpoints)
        {
            Abroad(() => SaveHealthAsync(endpoint));
        }

        commands.Clear();
    }

    /// <summary>Runs beside the loop; a stop waits for it.</summary>
    private void Abroad(Func<Task> work)
    {
        Interlocked.Increment(ref _abroad);
        _ = Task.Run(Tracked, CancellationToken.None);

        async Task Tracked()
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (_ending.IsCancellationRequested)
            {
                LogGivenUp(_log);
            }
            finally
            {
                Interlocked.Decrement(ref _abroad);
                if (_stopping || Volatile.Read(ref _quiet) is { Task.IsCompleted: false })
                {
                    Wake();
                }
            }
        }
    }

    private async Task SubmitAsync(CarrierOrder order)
    {
        var handovers = new Handover[order.Messages.Count];
        for (var i = 0; i < handovers.Length; i++)
        {
            var message = order.Messages[i];
            handovers[i] = new Handover(message.AttemptId, message.Workspace, message.To, message.Step, PublicId(message), message.ExpiresAt)
            {
                Since = message.Resends > 0 ? message.AttemptBeganAt : null,
            };
        }

        if (_clock.Now > order.NotAfter)
        {
            // Its slots are over: handed over now, it could stand too close to the next.
            Tell(new EngineEvent.CarrierHeldUp(order.Carrier));
            return;
        }

        IReadOnlyList<CarrierAnswer> answers;
        try
        {
            Leaving?.Invoke(handovers);
            answers = await UnregisteredNumbers.KeepBackAsync(order.Messages, handovers, OwnsSender, _clock.Now, leaving => HandOverAsync(order.Carrier, leaving));
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !_ending.IsCancellationRequested)
        {
            LogCarrierFailed(_log, order.Carrier, handovers.Length, failure);
            answers = [.. Enumerable.Repeat(CarrierAnswer.Unclear("the carrier failed"), handovers.Length)];
        }

        _meter.Submitted(order.Carrier, answers);
        Tell(new EngineEvent.CarrierAnswered(order.Carrier, answers));
    }

    private async ValueTask<IReadOnlyList<CarrierAnswer>> HandOverAsync(string carrier, Handover[] handovers)
    {
        var answers = await _carriers[carrier].SubmitAsync(handovers, _ending.Token);
        return answers.Count == handovers.Length
            ? answers
            : throw new InvalidOperationException($"Carrier {carrier} gave {answers.Count} answers to {handovers.Length} attempts.");
    }

    /// <summary>A read that the machine waits for: it is repeated until it succeeds, because without it the lane would stand still.</summary>
    private async Task ReadAsync(Func<Task<EngineEvent>> read)
    {
        while (true)
        {
            try
            {
                Tell(await read());
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogReadFailed(_log, failure);
                await Task.Delay(ReadRetry, _clock.System, _ending.Token);
            }
        }
    }

    private async Task SaveHealthAsync(WebhookEndpoint endpoint)
    {
        try
        {
            await _directory.SaveHealthAsync(endpoint, _ending.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A hint for operators; the pushes themselves do not depend on it.
            LogHealthNotSaved(_log, endpoint.Id, failure);
        }
    }

    private async Task ListenAsync(ICarrier carrier)
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                await carrier.RunAsync(this, _ending.Token);
                return;
            }
            catch (OperationCanceledException) when (_ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogCarrierStopped(_log, carrier.Name, failure);
                await Task.Delay(ReadRetry, _clock.System, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(1004, LogLevel.Error, "Carrier {Carrier} failed on a batch of {Attempts}; their outcome is unclear")]
    private static partial void LogCarrierFailed(ILogger logger, string carrier, int attempts, Exception failure);

    [LoggerMessage(1005, LogLevel.Error, "Reading the store failed; trying again")]
    private static partial void LogReadFailed(ILogger logger, Exception failure);

    [LoggerMessage(1007, LogLevel.Warning, "The health of endpoint {EndpointId} was not saved")]
    private static partial void LogHealthNotSaved(ILogger logger, int endpointId, Exception failure);

    [LoggerMessage(1008, LogLevel.Error, "Carrier {Carrier} stopped bringing in reports; starting it again")]
    private static partial void LogCarrierStopped(ILogger logger, string carrier, Exception failure);

    [LoggerMessage(1009, LogLevel.Debug, "Given up at the stop")]
    private static partial void LogGivenUp(ILogger logger);
}

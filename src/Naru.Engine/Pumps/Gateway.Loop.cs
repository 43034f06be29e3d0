using Microsoft.Extensions.Logging;
using Naru.Engine.Machine;

namespace Naru.Engine.Pumps;

/// <summary>The loop.</summary>
public sealed partial class Gateway
{
    /// <summary>Events handled before commands are carried out: enough to make batches, few enough not to keep a client waiting.</summary>
    private const int EventsPerTurn = 512;

    private async Task RunAsync()
    {
        var machine = Machine;
        var commands = new EngineCommands();
        var timer = new WakeTimer(_clock, Wake);
        await using (timer.ConfigureAwait(false))
        {
            var reader = _events.Reader;
            while (true)
            {
                for (var handled = 0; handled < EventsPerTurn && reader.TryRead(out var happened); handled++)
                {
                    machine.Handle(happened, _clock.Now, commands);
                }

                if (_stopping)
                {
                    machine.Stop();
                }

                machine.Order(_clock.Now, commands);
                Carry(commands);
                if (reader.TryPeek(out _))
                {
                    continue;
                }

                if (_stopping && machine.IsQuiet && Volatile.Read(ref _abroad) == 0)
                {
                    return;
                }

                var next = machine.NextWake();
                timer.Set(next);
                Rests(next);
                await reader.WaitToReadAsync(CancellationToken.None);
            }
        }
    }

    private async Task WriteAsync()
    {
        var reader = _commits.Reader;
        while (await reader.WaitToReadAsync(CancellationToken.None))
        {
            while (reader.TryRead(out var batch))
            {
                try
                {
                    var began = _clock.System.GetTimestamp();
                    var outcome = await Store.CommitAsync(batch, CancellationToken.None);
                    _meter.Committed(batch, _clock.System.GetElapsedTime(began));
                    Tell(new EngineEvent.Committed(outcome));
                }
                catch (Exception failure)
                {
                    // The machine stops accepting; a restart finds out from the store what is durable.
                    LogStoreFailed(_log, failure);
                    Tell(new EngineEvent.CommitFailed(failure.Message));
                    _broken.TrySetResult();
                }
            }
        }
    }

    [LoggerMessage(1003, LogLevel.Critical, "The store failed; nothing is accepted until a restart")]
    private static partial void LogStoreFailed(ILogger logger, Exception failure);
}

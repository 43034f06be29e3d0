using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Simulator.Storage;
using Naru.Engine.Time;

namespace Naru.Carriers.Simulator;

/// <summary>Lets the oldest messages and attempts go, in steps of a few milliseconds, and checkpoints the log. Beside the hot path, never in it.</summary>
internal sealed partial class Housekeeping(SimulatorStore store, SimulatorOptions options, GatewayClock clock, ILogger<Housekeeping> log)
{
    /// <summary>Rows removed in one transaction.</summary>
    private const int Step = 2000;

    /// <summary>Hand-overs between two looks: enough for a checkpoint to be worth while under load.</summary>
    private const int Hasten = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _handovers;

    public void HandedOver()
    {
        if (Interlocked.Increment(ref _handovers) % Hasten == 0)
        {
            _wake.Writer.TryWrite(true);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var timer = clock.System.CreateTimer(_ => _wake.Writer.TryWrite(true), null, Rest, Rest);
        while (true)
        {
            await _wake.Reader.ReadAsync(cancellationToken);
            try
            {
                await CleanAsync(cancellationToken);
            }
            catch (SimulatorStoreException exception)
            {
                CleaningFailed(log, exception);
            }
        }
    }

    /// <summary>Until nothing is left that has to go.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (await store.WriteAsync(Clean, cancellationToken))
        {
        }

        await Task.Run(store.Log.Checkpoint, cancellationToken);
    }

    private bool Clean()
    {
        var before = clock.Now - options.KeepAttemptsFor;
        var more = store.Handsets.Trim(options.KeepMessages, Step);
        for (var i = 0; i < 4; i++)
        {
            more |= store.Attempts.RemoveOldest(options.KeepAttempts, before);
        }

        return more;
    }

    [LoggerMessage(EventId = 4102, Level = LogLevel.Error, Message = "The simulator could not remove its oldest messages; it tries again")]
    private static partial void CleaningFailed(ILogger logger, Exception exception);
}

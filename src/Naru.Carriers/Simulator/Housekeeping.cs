using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Simulator.Storage;
using Naru.Engine.Time;

namespace Naru.Carriers.Simulator;

/// <summary>Lets the oldest messages and attempts go, in steps of a few milliseconds, and checkpoints the log. Beside the hot path, never in it.</summary>
internal sealed partial class Housekeeping(SimulatorStore store, SimulatorOptions options, GatewayClock clock, ILogger<Housekeeping> log)
{
    /// <summary>Messages removed in one transaction.</summary>
    private const int Messages = 2000;

    /// <summary>Hand-overs whose attempts are removed in one transaction.</summary>
    private const int Handovers = 8;

    /// <summary>Transactions before the log is looked at again: under load there is always something that has to go.</summary>
    private const int Steps = 10;

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
                if (await CleanAsync(cancellationToken))
                {
                    _wake.Writer.TryWrite(true);
                }
            }
            catch (SimulatorStoreException exception)
            {
                CleaningFailed(log, exception);
            }
        }
    }

    /// <summary>Some steps, and a checkpoint. True when there is more to do.</summary>
    public async Task<bool> CleanAsync(CancellationToken cancellationToken)
    {
        var more = true;
        for (var step = 0; more && step < Steps; step++)
        {
            more = await store.WriteAsync(Clean, cancellationToken);
        }

        await store.CheckpointAsync(cancellationToken);
        return more;
    }

    private bool Clean()
    {
        var before = clock.Now - options.KeepAttemptsFor;
        var messages = store.Handsets.Trim(Messages);
        var handovers = 0;
        while (handovers < Handovers && store.Attempts.RemoveOldest(options.KeepAttempts, before))
        {
            handovers++;
        }

        return messages == Messages || handovers == Handovers;
    }

    [LoggerMessage(EventId = 5002, Level = LogLevel.Error, Message = "The simulator could not remove its oldest messages; it tries again")]
    private static partial void CleaningFailed(ILogger logger, Exception exception);
}

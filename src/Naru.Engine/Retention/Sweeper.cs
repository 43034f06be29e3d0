using Microsoft.Extensions.Logging;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Retention;

/// <summary>Lets go what is past its retention, step by step between the commits of others.</summary>
public sealed partial class Sweeper(Gateway gateway, WorkspaceDirectory directory, GatewayClock clock, RetentionOptions options, ILogger<Sweeper> log)
{
    /// <summary>The pause between two steps: at 500 rows a step, 5,000 rows a second.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(cancellationToken);
                await directory.SaveLastUsesAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(log, failure);
            }

            await Task.Delay(options.Every, clock.System, cancellationToken);
        }
    }

    /// <summary>One round over everything that has a retention. Returns how many rows went.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return await RemoveAsync(RemovalKind.FinishedMessages, now - options.FinishedMessages, cancellationToken)
            + await RemoveAsync(RemovalKind.SettledPushes, now - options.SettledPushes, cancellationToken)
            + await RemoveAsync(RemovalKind.ExpiredClaims, now, cancellationToken);
    }

    private async Task<int> RemoveAsync(RemovalKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var removed = await gateway.RemoveAsync(new Removal(kind, null, before, options.StepRows), cancellationToken);
            total += removed;
            if (removed < options.StepRows)
            {
                return total;
            }

            await Task.Delay(Pause, clock.System, cancellationToken);
        }
    }

    [LoggerMessage(1020, LogLevel.Error, "Retention failed; trying again later")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

using Microsoft.Extensions.Logging;
using Naru.Core.Workspaces;
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
            + await RemoveAsync(RemovalKind.InboundTexts, now - options.FinishedMessages, cancellationToken)
            + await RemoveAsync(RemovalKind.ExpiredClaims, now, cancellationToken);
    }

    private async Task<int> RemoveAsync(RemovalKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var total = 0;
        while (true)
        {
            var policies = kind == RemovalKind.FinishedMessages ? Policies() : null;
            var removed = await gateway.RemoveAsync(new Removal(kind, null, before, options.StepRows, policies), cancellationToken);
            total += removed;

            // A step looks at a bounded number of rows. Where some of them stay, a short step says nothing about those behind them.
            if (removed == 0 || (policies is null && removed < options.StepRows))
            {
                return total;
            }

            await Task.Delay(Pause, clock.System, cancellationToken);
        }
    }

    /// <summary>Apps that promise to keep messages longer than the installation does. Null where there are none, which costs least.</summary>
    private AppPolicies? Policies()
    {
        var longer = directory.Apps
            .Where(app => app.Retention.Kind != RetentionKind.Message
                || TimeSpan.FromDays(app.Retention.Days) > options.FinishedMessages || TimeSpan.FromDays(app.DispatchDays) > options.FinishedMessages)
            .ToDictionary(app => app.Id);
        return longer.Count == 0 ? null : new AppPolicies(clock.Now, longer);
    }

    [LoggerMessage(1020, LogLevel.Error, "Retention failed; trying again later")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}

using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Inbound;
using Naru.Carriers.Smpp.Storage;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp;

/// <summary>Forgets message ids that are too old, in steps of a few milliseconds, and gives up waiting for parts of incoming texts.</summary>
internal sealed partial class Housekeeping(SmppOptions options, SmppStore store, InboundDesk texts, GatewayClock clock, ILogger log)
{
    private const int Step = 2_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Rest, clock.System);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await CleanAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(log, options.Name, failure);
            }
        }
    }

    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (await store.RunAsync(() => store.Sent.Trim(clock.Now - options.KeepIdsFor, Step)) == Step)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        await texts.GiveUpWaitingAsync(cancellationToken);
    }

    [LoggerMessage(5106, LogLevel.Error, "Carrier {Carrier}: old message ids could not be removed, or incomplete texts not handed on; it is tried again")]
    private static partial void LogFailed(ILogger logger, string carrier, Exception failure);
}

namespace Naru.Server.Operations;

/// <summary>
/// A store that failed is found out by opening it anew, so the process ends with an error and whoever started it (systemd, the container's
/// restart policy) starts it again. Before that it stays up for a moment: callers get their answers, and <c>/readyz</c> says why.
/// </summary>
/// <param name="broken">Completes when the store failed.</param>
internal sealed partial class EndWhenStoreFails(Task broken, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<EndWhenStoreFails> log) : BackgroundService
{
    /// <summary><c>EX_IOERR</c> of sysexits.h.</summary>
    public const int ExitCode = 74;

    /// <summary>Long enough for one look of a balancer's probe.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await broken.WaitAsync(stoppingToken);
        LogEnding(log, ExitCode);
        Environment.ExitCode = ExitCode;
        await Task.Delay(Grace, time, stoppingToken);
        lifetime.StopApplication();
    }

    [LoggerMessage(6003, LogLevel.Critical, "The store failed: the process ends with exit code {ExitCode}, to be started again")]
    private static partial void LogEnding(ILogger logger, int exitCode);
}

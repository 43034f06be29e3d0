using System.Threading.Channels;
using Naru.Engine.Time;

namespace Naru.Engine.Pumps;

/// <summary>
/// A turn whenever something is due, or something happened: one timer, set to the earliest instant that the last turn knew of. A move of the gateway's
/// clock wakes it too. Turns never overlap; however often it is woken during one, another follows. Thread-safe.
/// </summary>
public sealed class WakeLoop(GatewayClock clock)
{
    // A timer cannot be set further than 49 days ahead; waking once a day costs nothing.
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <param name="turn">Answers when something is due again, by the gateway's clock; null = nothing is.</param>
    /// <param name="failed">Told what a turn threw: it is tried again a little later, since what was due still is.</param>
    public async Task RunAsync(Func<CancellationToken, ValueTask<DateTimeOffset?>> turn, Action<Exception> failed, CancellationToken cancellationToken)
    {
        await using var timer = clock.System.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advanced += Wake;
        try
        {
            while (true)
            {
                timer.Change(await TakeAsync(turn, failed, cancellationToken), Timeout.InfiniteTimeSpan);
                await _wake.Reader.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            clock.Advanced -= Wake;
        }
    }

    /// <summary>When a turn that could not do its work is to be taken again.</summary>
    public DateTimeOffset AfterFailure => clock.Now + s_pauseAfterFailure;

    private async ValueTask<TimeSpan> TakeAsync(Func<CancellationToken, ValueTask<DateTimeOffset?>> turn, Action<Exception> failed, CancellationToken cancellationToken)
    {
        try
        {
            var sleep = await turn(cancellationToken) - clock.Now;
            return sleep is not { } wanted || wanted > s_longestSleep ? s_longestSleep : wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failed(exception);
            return s_pauseAfterFailure;
        }
    }
}

using System.Diagnostics;
using Naru.Load.Receiving;

namespace Naru.Load.Scenarios;

/// <summary>Waits for what is still to come.</summary>
internal static class Drain
{
    // Long enough for a report that is pushed twice to be seen.
    public static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan StandstillAfter = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(5);

    /// <param name="count">What of the receiver's counts must reach <paramref name="expected"/>.</param>
    public static async Task WaitAsync(ReceiverProcess receiver, Func<ReportCounts, long> count, long expected, CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var movedAt = startedAt;
        long seen = -1;
        while (Stopwatch.GetElapsedTime(movedAt) < StandstillAfter && Stopwatch.GetElapsedTime(startedAt) < LongestDrain)
        {
            var come = count(await receiver.CountsAsync(cancellation));
            if (come >= expected)
                return;
            movedAt = come > seen ? Stopwatch.GetTimestamp() : movedAt;
            seen = come;
            await Task.Delay(BetweenLooks, cancellation);
        }
    }
}

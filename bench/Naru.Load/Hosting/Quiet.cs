using System.Diagnostics;

namespace Naru.Load.Hosting;

/// <summary>
/// Waits until a gateway has nothing left to write: messages are delivered, reports stored, the log checkpointed. What is
/// written and kept per message is read only then.
/// </summary>
internal static class Quiet
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan QuietFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // A heartbeat or a statistics row now and then is quiet enough.
    private const long NegligibleBytes = 256 * 1024;

    /// <summary>False when it still wrote after five minutes.</summary>
    public static async Task<bool> WaitAsync(ServerProcess server, CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var (quietSince, written) = (startedAt, server.Figures().Written);
        while (Stopwatch.GetElapsedTime(startedAt) < Longest)
        {
            await Task.Delay(LooksEvery, cancellation);
            var now = server.Figures().Written;
            if (now - written > NegligibleBytes)
                (quietSince, written) = (Stopwatch.GetTimestamp(), now);
            if (Stopwatch.GetElapsedTime(quietSince) >= QuietFor)
                return true;
        }

        return false;
    }
}

using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Naru.Console.Live;
using Naru.Engine;

namespace Naru.Console.Pages.Bulks;

/// <summary>
/// The live wire of a page of bulks: an event says only that something changed, the page then fetches itself. The engine has no feed of bulks (a
/// million messages begin without a word), so the wire looks, at most once a second.
/// </summary>
internal static class BulkEvents
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <param name="read">The bulks that the page shows.</param>
    public static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        Func<CancellationToken, ValueTask<IReadOnlyList<BulkStanding>>> read,
        TimeProvider time,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        await foreach (var happened in Heartbeat.AddTo(ChangesAsync(read, time, ending.Token), time, ending.Token))
        {
            yield return happened.Beat switch
            {
                Beat.Connected => new SseItem<string>("", "connected") { ReconnectionInterval = TimeSpan.FromSeconds(1) },
                Beat.Idle => new SseItem<string>("", "idle"),
                _ => new SseItem<string>("", "changed"),
            };
        }
    }

    private static async IAsyncEnumerable<string> ChangesAsync(
        Func<CancellationToken, ValueTask<IReadOnlyList<BulkStanding>>> read, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = Mark(await read(cancellationToken));
        var pause = Every;
        while (true)
        {
            await Task.Delay(pause, time, cancellationToken);
            var started = time.GetTimestamp();
            var now = Mark(await read(cancellationToken));

            // What waits of a bulk of millions takes a while to count: nobody's page costs more than a twentieth of a reader.
            pause = Every + (20 * time.GetElapsedTime(started));
            if (!string.Equals(now, last, StringComparison.Ordinal))
            {
                last = now;
                yield return now;
            }
        }
    }

    /// <summary>Tells apart what a page would show differently.</summary>
    private static string Mark(IReadOnlyList<BulkStanding> standings) => string.Join('\n', standings.Select(s => string.Create(
        CultureInfo.InvariantCulture, $"{s.PublicId} {s.Status} {s.Waiting} {s.SendAt.UtcTicks} {s.EndsAt?.UtcTicks} {s.Timing?.Revision} {s.Timing?.Next.UtcTicks}")));
}

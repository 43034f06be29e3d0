using System.Runtime.CompilerServices;

namespace Naru.Console.Live;

/// <summary>
/// Puts signs of life between the events of a stream. The first comes as soon as the source is listened to, so that a page that
/// fetches itself on it misses nothing; the others let the page notice a connection that died without a word.
/// </summary>
internal static class Heartbeat
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    public static async IAsyncEnumerable<Happened<T>> AddTo<T>(
        IAsyncEnumerable<T> source, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        await using var events = source.GetAsyncEnumerator(cancellationToken);

        // Runs up to its first wait: from here on nothing is missed.
        var next = events.MoveNextAsync().AsTask();
        yield return new Happened<T>(Beat.Connected, null);
        while (true)
        {
            if (!await IsReadyAsync(next, time, cancellationToken))
            {
                yield return new Happened<T>(Beat.Idle, null);
                continue;
            }

            if (!await HasNextAsync(next))
            {
                yield break;
            }

            yield return new Happened<T>(Beat.Event, events.Current);
            next = events.MoveNextAsync().AsTask();
        }
    }

    private static async Task<bool> IsReadyAsync(Task next, TimeProvider time, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = Task.Delay(Every, time, waiting.Token);
        var first = await Task.WhenAny(next, pause);
        await waiting.CancelAsync();

        // A cancelled pause means that the visitor left: the source ends by the same token and says so itself.
        return first == next || first.IsCanceled;
    }

    /// <summary>False when the source is at its end, or when the visitor left.</summary>
    private static async Task<bool> HasNextAsync(Task<bool> next)
    {
        try
        {
            return await next;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

internal enum Beat
{
    Connected = 1,
    Idle = 2,
    Event = 3,
}

internal readonly record struct Happened<T>(Beat Beat, T? Value)
    where T : class;

using System.Collections.Concurrent;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Tokens that are cancelled after a time, or when the caller's is. Those that were not cancelled are used again: a callback is short, and setting up a
/// timer and a link for each costs as much as writing its headers. Thread-safe.
/// </summary>
internal sealed class TimeLimits(TimeSpan limit, TimeProvider time) : IDisposable
{
    /// <summary>Sources that are kept; more than are ever in use at once are let go.</summary>
    private const int Most = 256;

    private readonly ConcurrentQueue<CancellationTokenSource> _free = new();

    public Limit Begin(CancellationToken caller)
    {
        var source = _free.TryDequeue(out var used) ? used : new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var link = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
        source.CancelAfter(limit);
        return new Limit(this, source, link);
    }

    public void Dispose()
    {
        while (_free.TryDequeue(out var source))
        {
            source.Dispose();
        }
    }

    private void End(CancellationTokenSource source, CancellationTokenRegistration link)
    {
        // Waits where the caller is cancelling at this moment: afterwards nobody can cancel a source that is free.
        link.Dispose();
        if (_free.Count < Most && source.TryReset())
        {
            _free.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }

    /// <summary>One use; to be disposed once.</summary>
    public readonly struct Limit(TimeLimits limits, CancellationTokenSource source, CancellationTokenRegistration link) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose() => limits.End(source, link);
    }
}

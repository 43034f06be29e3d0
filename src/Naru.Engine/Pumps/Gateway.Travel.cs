using Naru.Engine.Time;

namespace Naru.Engine.Pumps;

/// <summary>
/// The demo's clock. A jump over a week would make everything in it late at once: slots would be lost and validities end. So it walks from due to due, and at each
/// instant waits until nothing is on its way.
/// </summary>
public sealed partial class Gateway : ITimeTravel
{
    /// <summary>What a subscriber or a carrier keeps waiting is not waited for any longer: the clock goes on meanwhile.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _travelling = new(1, 1);
    private TaskCompletionSource? _quiet;

    /// <summary>In ticks; 0 = nothing is due.</summary>
    private long _nextWake;

    public async Task TravelAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        await _travelling.WaitAsync(cancellationToken);
        try
        {
            var target = _clock.Now + by;
            while (_clock.Now is var now && now < target)
            {
                var next = await NextAsync(cancellationToken);
                next = next is { } due && due < target ? due : target;
                if (next <= now)
                {
                    // It is being done.
                    await Task.Delay(TimeSpan.FromMilliseconds(1), _clock.System, cancellationToken);
                    continue;
                }

                _clock.Advance(next.Value - now);
            }

            await NextAsync(cancellationToken);
        }
        finally
        {
            _travelling.Release();
        }
    }

    /// <summary>The next instant at which something is due, once nothing is on its way.</summary>
    private async ValueTask<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _quiet, quiet);
        Wake();
        await Task.WhenAny(quiet.Task, Task.Delay(LongestQuiet, _clock.System, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset? next = Interlocked.Read(ref _nextWake) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        foreach (var carrier in _carriers.Values)
        {
            next = await carrier.NextDueAsync(cancellationToken) is { } due && (next is null || due < next) ? due : next;
        }

        return next;
    }

    /// <summary>Said by the loop when it has nothing to do.</summary>
    private void Rests(DateTimeOffset? nextWake)
    {
        Interlocked.Exchange(ref _nextWake, nextWake?.UtcTicks ?? 0);
        if (Volatile.Read(ref _quiet) is { } waiting && Machine.IsQuiet && Volatile.Read(ref _abroad) == 0)
        {
            waiting.TrySetResult();
        }
    }
}

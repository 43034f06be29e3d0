using Naru.Engine.Time;

namespace Naru.Engine.Pumps;

/// <summary>Rings when the machine wants to be looked at although nothing happens. One timer, re-armed only for an earlier instant.</summary>
internal sealed class WakeTimer : IAsyncDisposable
{
    /// <summary>A timer takes at most some 49 days; looking once a minute costs nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly GatewayClock _clock;
    private readonly ITimer _timer;
    private long _armedFor = long.MaxValue;

    public WakeTimer(GatewayClock clock, Action ring)
    {
        _clock = clock;
        _timer = clock.System.CreateTimer(
            _ =>
            {
                Interlocked.Exchange(ref _armedFor, long.MaxValue);
                ring();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Set(DateTimeOffset? at)
    {
        if (at is not { } instant || instant.UtcTicks >= Interlocked.Read(ref _armedFor))
        {
            return;
        }

        var wait = instant - _clock.Now;
        wait = wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
        var cut = wait > Longest;
        Interlocked.Exchange(ref _armedFor, cut ? (_clock.Now + Longest).UtcTicks : instant.UtcTicks);
        _timer.Change(cut ? Longest : wait, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}

namespace Naru.Engine.Time;

/// <summary>
/// The clock of the journey: due, windows, validity, pace, report dates, the simulator. System time, cut to whole milliseconds as the
/// stores keep it, plus an offset that only the demo moves. Machinery (time-outs, tokens, TLS) uses <see cref="TimeProvider.System"/>.
/// </summary>
public sealed class GatewayClock(TimeProvider system)
{
    private long _offsetTicks;

    public TimeProvider System { get; } = system;

    /// <summary>Raised after the clock was moved: who waits for an instant looks at it again. Handlers must be quick and must not throw.</summary>
    public event Action? Advanced;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    public DateTimeOffset Now
    {
        get
        {
            var ticks = System.GetUtcNow().UtcTicks + Interlocked.Read(ref _offsetTicks);
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>Forward only: nothing that happened may come to lie in the future.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offsetTicks, by.Ticks);
        Advanced?.Invoke();
    }
}

namespace Naru.Engine.Tests.Simulation;

/// <summary>Everything that happens, in the order of (instant, sequence). One thread; no instant is waited for.</summary>
internal sealed class EventLoop(DateTimeOffset start)
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Sequence)> _heap = new();
    private readonly DateTimeOffset _start = start;
    private DateTimeOffset _now = start;
    private TimeSpan _offset;
    private long _sequence;

    /// <summary>The gateway clock: whole milliseconds, and it may jump ahead.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var ticks = _now.UtcTicks + _offset.Ticks;
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    public TimeSpan Elapsed => _now - _start + _offset;

    public void After(TimeSpan delay, Action what) => _heap.Enqueue(what, (_now + delay, _sequence++));

    /// <summary>The clock jumps; what was under way stays under way.</summary>
    public void Jump(TimeSpan by) => _offset += by;

    /// <summary>False when nothing is left, or nothing before <paramref name="until"/>.</summary>
    public bool Step(TimeSpan until)
    {
        if (Elapsed >= until || !_heap.TryDequeue(out var what, out var when))
        {
            return false;
        }

        _now = when.At;
        what();
        return true;
    }
}

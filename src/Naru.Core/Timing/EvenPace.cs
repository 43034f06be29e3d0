namespace Naru.Core.Timing;

/// <summary>
/// Evenly spaced slots: at most <paramref name="Count"/> in any stretch of time of length <paramref name="Period"/>. Slots are (period + ε) / count apart,
/// and one may be used up to ε late; what is later than that is lost and the line starts again at now. So no window ever holds more than
/// <paramref name="Count"/>, and nothing catches up after a stop. Pure: the line is kept by whoever uses it.
/// </summary>
/// <param name="Count">At least 1.</param>
public sealed record EvenPace(int Count, TimeSpan Period)
{
    /// <summary>ε: how late a slot may be used.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(50);

    public static EvenPace PerSecond(int count) => new(count, TimeSpan.FromSeconds(1));

    /// <summary>
    /// The distance of two slots. Rounded up to ticks, so that rounding never makes the line faster.
    /// </summary>
    public TimeSpan Spacing => TimeSpan.FromTicks((Period.Ticks + Lateness.Ticks + Count - 1) / Count);

    /// <summary>Takes slots that have come, at most <paramref name="wanted"/>.</summary>
    /// <param name="next">The instant of the line's next slot.</param>
    /// <returns>How many were taken, and the line's next slot afterwards.</returns>
    public (int Taken, DateTimeOffset Next) Take(DateTimeOffset next, int wanted, DateTimeOffset now)
    {
        if (now - next > Lateness)
        {
            next = now;
        }

        if (next > now || wanted <= 0)
        {
            return (0, next);
        }

        var come = ((now - next).Ticks / Spacing.Ticks) + 1;
        var taken = (int)Math.Min(come, wanted);
        return (taken, next + (taken * Spacing));
    }
}

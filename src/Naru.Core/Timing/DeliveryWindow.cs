namespace Naru.Core.Timing;

/// <summary>
/// When messages may leave: on these days of the week, between two times of the day, in UTC (contracts/infobip.md §3). It opens at <paramref name="From"/>
/// and is closed again at <paramref name="To"/>. One that ends before it begins runs across midnight: it belongs to the day on which it opens.
/// </summary>
/// <param name="Days">At least one.</param>
/// <param name="From">To the minute; null together with <paramref name="To"/>: the whole day.</param>
/// <param name="To">To the minute.</param>
public sealed record DeliveryWindow(WeekDays Days, TimeOnly? From = null, TimeOnly? To = null)
{
    /// <summary>The shortest window that is accepted.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    /// <summary>How long it is open, from one opening on.</summary>
    public TimeSpan Length => From is { } from && To is { } to ? Later(to.ToTimeSpan() - from.ToTimeSpan()) : s_day;

    /// <summary>Whether it is open at all, and long enough.</summary>
    public bool IsUsable => Days != WeekDays.None && From is null == To is null && (From is null || From != To) && Length >= Shortest;

    public bool IsOpen(DateTimeOffset at) => OpeningAround(at) is not null;

    /// <summary>The first instant, not before <paramref name="at"/>, at which it is open.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset at)
    {
        if (IsOpen(at))
        {
            return at;
        }

        for (var day = Midnight(at); ; day += s_day)
        {
            var opening = Opening(day);
            if (Days.Has(day.DayOfWeek) && opening >= at)
            {
                return opening;
            }
        }
    }

    /// <summary>
    /// For an instant at which it is open: when it closes. Windows that follow each other without a gap count as one; one that never closes
    /// closes at the end of time.
    /// </summary>
    public DateTimeOffset ClosesAt(DateTimeOffset at)
    {
        if (OpeningAround(at) is not { } opening)
        {
            return at;
        }

        var close = opening + Length;
        for (var openings = 0; OpeningAround(close) is { } next; openings++)
        {
            if (openings > 7)
            {
                return DateTimeOffset.MaxValue;
            }

            close = next + Length;
        }

        return close;
    }

    /// <summary>When the window that is open at this instant opened; null where it is closed. Of two the later.</summary>
    private DateTimeOffset? OpeningAround(DateTimeOffset at)
    {
        // Today's, or yesterday's across midnight.
        for (var day = Midnight(at); day >= Midnight(at) - s_day; day -= s_day)
        {
            var opening = Opening(day);
            if (Days.Has(day.DayOfWeek) && opening <= at && at < opening + Length)
            {
                return opening;
            }
        }

        return null;
    }

    private DateTimeOffset Opening(DateTimeOffset midnight) => midnight + (From?.ToTimeSpan() ?? TimeSpan.Zero);

    private static DateTimeOffset Midnight(DateTimeOffset at) => new(at.UtcDateTime.Date, TimeSpan.Zero);

    private static TimeSpan Later(TimeSpan difference) => difference > TimeSpan.Zero ? difference : difference + s_day;
}

using Naru.Core.Timing;

namespace Naru.Core.Tests.Timing;

/// <summary>The slow and obvious reading of windows: every minute of the week, ticked off by hand.</summary>
internal sealed class WeekOfMinutes
{
    private const int MinutesOfDay = 24 * 60;
    private const int MinutesOfWeek = 7 * MinutesOfDay;
    private readonly bool[] _open = new bool[MinutesOfWeek];

    public WeekOfMinutes(params IReadOnlyList<DeliveryWindow> windows)
    {
        Array.Fill(_open, true);
        foreach (var window in windows)
        {
            var mine = new bool[MinutesOfWeek];
            for (var day = 0; day < 7; day++)
            {
                if (!window.Days.Has((DayOfWeek)day))
                {
                    continue;
                }

                var from = window.From is { } begin ? (begin.Hour * 60) + begin.Minute : 0;
                var to = window.To is { } end ? (end.Hour * 60) + end.Minute : MinutesOfDay;
                for (var minute = from; minute != to; minute++)
                {
                    if (minute == MinutesOfDay && to <= from)
                    {
                        // Past midnight: the day after.
                        for (var rest = 0; rest < to; rest++)
                        {
                            mine[((((day + 1) % 7) * MinutesOfDay) + rest) % MinutesOfWeek] = true;
                        }

                        break;
                    }

                    mine[(day * MinutesOfDay) + minute] = true;
                }
            }

            for (var minute = 0; minute < MinutesOfWeek; minute++)
            {
                _open[minute] &= mine[minute];
            }
        }
    }

    public bool IsEverOpen => _open.Contains(true);

    public bool IsOpen(DateTimeOffset at) => _open[((int)at.UtcDateTime.DayOfWeek * MinutesOfDay) + (at.UtcDateTime.Hour * 60) + at.UtcDateTime.Minute];

    public DateTimeOffset Next(DateTimeOffset at)
    {
        while (!IsOpen(at))
        {
            at = new DateTimeOffset(at.UtcDateTime.Ticks - (at.UtcDateTime.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
        }

        return at;
    }

    /// <summary>Slot by slot.</summary>
    public DateTimeOffset Slot(EvenPace? pace, DateTimeOffset start, long index)
    {
        var slot = Next(start);
        for (var i = 0L; i < index && pace is not null; i++)
        {
            slot = Next(slot + pace.Spacing);
        }

        return slot;
    }
}

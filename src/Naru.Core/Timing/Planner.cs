namespace Naru.Core.Timing;

/// <summary>
/// Instants from timetables. Pure: the engine, the dry run and the console ask the same arithmetic. A bulk's slots lie <see cref="EvenPace.Spacing"/>
/// apart within the openings; where they close, the line goes on at the next opening.
/// </summary>
public static class Planner
{
    /// <summary>The plan of a bulk's message number <paramref name="index"/> (from 0), as long as nobody pauses it; null where it can never be sent.</summary>
    /// <param name="accepted">When it was accepted, or when its line starts again.</param>
    public static PlannedTime? Plan(Timetable timetable, DateTimeOffset accepted, long index = 0)
    {
        var why = new List<PlanReason>(4);
        var start = accepted;
        if (timetable.SendAt is { } asked && asked > accepted)
        {
            start = asked;
            why.Add(PlanReason.SendAt);
        }

        if (At(timetable.Openings, timetable.Pace, start, index) is not { } at)
        {
            return null;
        }

        var paced = timetable.Pace is not null && index > 0;
        var unhindered = paced ? start + (index * timetable.Pace!.Spacing) : start;
        if (at != unhindered)
        {
            AddClosed(timetable, unhindered, at, why);
        }

        if (paced)
        {
            why.Add(PlanReason.Pace);
        }

        return new PlannedTime(at, at + timetable.Validity, why);
    }

    /// <summary>The instant of slot number <paramref name="index"/> of a line that starts at <paramref name="start"/>; null where it never comes.</summary>
    public static DateTimeOffset? At(Openings openings, EvenPace? pace, DateTimeOffset start, long index)
    {
        if (openings.Next(start) is not { } slot || pace is null || index == 0)
        {
            return openings.Next(start);
        }

        while (true)
        {
            // All slots of this opening at once: a bulk of a million asks for its last one too.
            var closes = openings.ClosesAt(slot);
            var held = closes == DateTimeOffset.MaxValue ? long.MaxValue : ((closes - slot).Ticks + pace.Spacing.Ticks - 1) / pace.Spacing.Ticks;
            if (index < held)
            {
                return slot + (index * pace.Spacing);
            }

            index -= held;
            slot = openings.Next(slot + (held * pace.Spacing))!.Value;
        }
    }

    /// <summary>The first slot after one that was used.</summary>
    public static DateTimeOffset? Following(Openings openings, EvenPace? pace, DateTimeOffset used) =>
        openings.Next(pace is null ? used : used + pace.Spacing);

    private static void AddClosed(Timetable timetable, DateTimeOffset from, DateTimeOffset at, List<PlanReason> why)
    {
        if (timetable.Window is { } window && (!window.IsOpen(from) || window.ClosesAt(from) <= at))
        {
            why.Add(PlanReason.Window);
        }

        if (timetable.IsAdvertisement && (!AdvertisingHours.Allowed.IsOpen(from) || AdvertisingHours.Allowed.ClosesAt(from) <= at))
        {
            why.Add(PlanReason.AdvertisingHours);
        }
    }
}

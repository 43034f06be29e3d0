namespace Naru.Core.Timing;

/// <summary>Days of the week. Numbers are stored: never renumber.</summary>
[Flags]
public enum WeekDays : byte
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    All = 127,
}

public static class WeekDaySet
{
    public static bool Has(this WeekDays days, DayOfWeek day) => (days & (WeekDays)(1 << (int)day)) != WeekDays.None;
}

namespace Naru.Core.Timing;

/// <summary>
/// Advertisements never leave between 20:50 and 08:00 Korean time (contracts/bizmessage-rules.md). Korea has no summer time: a window in UTC says it.
/// </summary>
public static class AdvertisingHours
{
    public static readonly DeliveryWindow Allowed = new(WeekDays.All, new TimeOnly(23, 0), new TimeOnly(11, 50));
}

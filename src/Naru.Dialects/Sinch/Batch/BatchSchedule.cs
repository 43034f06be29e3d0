namespace Naru.Dialects.Sinch.Batch;

/// <summary><c>send_after</c> (contracts/sinch.md §3.9): what lies more than a minute ahead is rounded up to five minutes.</summary>
internal static class BatchSchedule
{
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(7);

    public const string TooFar = "must be at most 7 days ahead";

    private static readonly TimeSpan s_atOnce = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_mark = TimeSpan.FromMinutes(5);

    public static bool IsTooFar(DateTimeOffset? asked, DateTimeOffset now) => asked > now + FurthestAhead;

    /// <summary>When the batch begins; null = at once.</summary>
    public static DateTimeOffset? At(DateTimeOffset? asked, DateTimeOffset now)
    {
        if (asked is not { } at || at - now <= s_atOnce)
        {
            return null;
        }

        var ticks = at.UtcTicks + s_mark.Ticks - 1;
        return new DateTimeOffset(ticks - (ticks % s_mark.Ticks), TimeSpan.Zero);
    }
}

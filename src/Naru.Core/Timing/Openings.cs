namespace Naru.Core.Timing;

/// <summary>When all of several windows are open at once. No window: always.</summary>
public sealed class Openings(params IReadOnlyList<DeliveryWindow> windows)
{
    /// <summary>The pattern of every window repeats weekly: what has not come in two weeks never comes.</summary>
    private static readonly TimeSpan s_horizon = TimeSpan.FromDays(15);

    public static readonly Openings Always = new();

    public static Openings Of(DeliveryWindow? window, bool advertisement) => (window, advertisement) switch
    {
        (null, false) => Always,
        (null, true) => new Openings(AdvertisingHours.Allowed),
        ({ } asked, false) => new Openings(asked),
        ({ } asked, true) => new Openings(asked, AdvertisingHours.Allowed),
    };

    /// <summary>The first instant, not before <paramref name="at"/>, at which all are open; null where they never are together.</summary>
    public DateTimeOffset? Next(DateTimeOffset at)
    {
        var instant = at;
        while (instant - at <= s_horizon)
        {
            var before = instant;
            foreach (var window in windows)
            {
                instant = window.NextOpen(instant);
            }

            if (instant == before)
            {
                return instant;
            }
        }

        return null;
    }

    public bool IsOpen(DateTimeOffset at)
    {
        foreach (var window in windows)
        {
            if (!window.IsOpen(at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>For an instant at which all are open: when the first of them closes.</summary>
    public DateTimeOffset ClosesAt(DateTimeOffset at)
    {
        var close = DateTimeOffset.MaxValue;
        foreach (var window in windows)
        {
            var closes = window.ClosesAt(at);
            close = closes < close ? closes : close;
        }

        return close;
    }
}

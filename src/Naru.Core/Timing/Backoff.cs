using Naru.Core.Messages;

namespace Naru.Core.Timing;

/// <summary>Waits that grow.</summary>
public static class Backoff
{
    /// <summary>Doubles with every try from <see cref="JourneyPolicy.FirstBackoff"/> up to <see cref="JourneyPolicy.MaxBackoff"/>.</summary>
    public static TimeSpan After(int tries, JourneyPolicy policy)
    {
        // 2^30 seconds is past every maximum, and the shift cannot overflow.
        var factor = 1L << Math.Min(tries, 30);
        var ticks = Math.Min(policy.FirstBackoff.Ticks * (double)factor, policy.MaxBackoff.Ticks);
        return TimeSpan.FromTicks((long)ticks);
    }
}

namespace Naru.Core.Timing;

/// <summary>
/// When a push that failed is tried again. Infobip documents <c>1 min + 1 min × n²</c> for n = 0, 1, 2 …: gaps of 1, 2, 5, 10, 17 …
/// minutes, 20 retries, the last after 41 h 30 min.
/// </summary>
public static class PushSchedule
{
    public const int MaxRetries = 20;

    /// <summary>The share of a gap that is added by chance, so that the pushes of a broken hour do not all come back at one instant.</summary>
    public const double Jitter = 0.1;

    /// <param name="failures">How often the push failed so far; at least 1.</param>
    /// <param name="chance">From the injected random source, 0 ≤ chance &lt; 1.</param>
    /// <param name="retryAfter">What the receiver asked for; honoured when it is longer, up to a day.</param>
    /// <returns>The gap before the next try, or null when the tries are used up.</returns>
    public static TimeSpan? Next(int failures, double chance, TimeSpan? retryAfter)
    {
        if (failures > MaxRetries)
        {
            return null;
        }

        double n = failures - 1;
        var gap = TimeSpan.FromMinutes((1 + (n * n)) * (1 + (Jitter * chance)));
        var asked = retryAfter is { } wait ? TimeSpan.FromTicks(Math.Min(wait.Ticks, TimeSpan.TicksPerDay)) : TimeSpan.Zero;
        return asked > gap ? asked : gap;
    }
}

using Naru.Core.Messages;

namespace Naru.Core.Timing;

/// <summary>When a push that failed is tried again, and which answers no try can mend. Each front door has its own.</summary>
public abstract class PushSchedule
{
    private static readonly QuadraticPushSchedule s_quadratic = new();
    private static readonly DoublingPushSchedule s_doubling = new();

    /// <summary>How often a push is tried again.</summary>
    public abstract int MaxRetries { get; }

    public static PushSchedule Of(DialectName dialect) => dialect switch
    {
        DialectName.Infobip or DialectName.InfobipOmni => s_quadratic,
        DialectName.Sinch or DialectName.SinchProvisioning or DialectName.Naru => s_doubling,
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "This front door pushes nothing."),
    };

    /// <summary>Whether nothing is tried after this answer.</summary>
    /// <param name="status">The HTTP status, or 0 where no answer came.</param>
    public abstract bool IsFinal(int status);

    /// <param name="failures">How often the push failed so far; at least 1.</param>
    /// <param name="chance">From the injected random source, 0 ≤ chance &lt; 1.</param>
    /// <param name="retryAfter">What the receiver asked for; honoured when it is longer, up to a day.</param>
    /// <returns>The gap before the next try, or null when the tries are used up.</returns>
    public TimeSpan? Next(int failures, double chance, TimeSpan? retryAfter)
    {
        if (failures > MaxRetries)
        {
            return null;
        }

        var gap = Gap(failures - 1, chance);
        var asked = retryAfter is { } wait ? TimeSpan.FromTicks(Math.Min(wait.Ticks, TimeSpan.TicksPerDay)) : TimeSpan.Zero;
        return asked > gap ? asked : gap;
    }

    /// <param name="n">0 for the first.</param>
    /// <param name="chance">So that the pushes of a broken hour do not all come back at one instant.</param>
    protected abstract TimeSpan Gap(int n, double chance);
}

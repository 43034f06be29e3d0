using Naru.Core.Timing;
using Naru.Engine.Machine;

namespace Naru.Engine.Webhooks;

/// <summary>
/// When callbacks of apps with a limit may leave: one line of evenly spaced slots for each app, over all of its endpoints. Slots are given out a little
/// ahead, so that a push need not come back for each of its items; one that is not used is lost.
/// </summary>
/// <param name="perSecond">An app's limit as it is now; null = none.</param>
/// <param name="begun">
/// Nothing is kept of a line over a restart: it starts a second later, when whatever left in the last run has fallen out of the window.
/// </param>
internal sealed class AppPaces(Func<int, int?> perSecond, DateTimeOffset begun)
{
    private static readonly TimeSpan s_ahead = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<int, DateTimeOffset> _next = [];

    /// <summary>Slots for up to <paramref name="wanted"/> requests.</summary>
    /// <param name="slots">Null where the app has no limit.</param>
    /// <returns>When to ask again, where no slot is near; else null.</returns>
    public DateTimeOffset? Reserve(int app, int wanted, DateTimeOffset now, out PushSlots? slots)
    {
        slots = null;
        if (app == 0 || perSecond(app) is not { } limit)
        {
            _next.Remove(app);
            return null;
        }

        var pace = EvenPace.PerSecond(limit);
        var next = _next.GetValueOrDefault(app, begun + pace.Period);
        if (now - next > EvenPace.Lateness)
        {
            next = now;
        }

        if (next > now + s_ahead)
        {
            _next[app] = next;
            return next;
        }

        var near = ((now + s_ahead - next).Ticks / pace.Spacing.Ticks) + 1;
        var count = (int)Math.Min(near, wanted);
        slots = new PushSlots(next, pace.Spacing, count);
        _next[app] = next + (count * pace.Spacing);
        return null;
    }
}

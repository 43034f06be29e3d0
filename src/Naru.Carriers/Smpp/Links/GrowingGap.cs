using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Links;

/// <summary>Gaps that double up to a bound, each shortened by up to a fifth so that many do not come back at once. Not thread-safe.</summary>
internal sealed class GrowingGap(TimeSpan first, TimeSpan most, IRandomSource random)
{
    private const double Jitter = 0.2;
    private const int MostDoublings = 30;

    private int _doublings;

    public TimeSpan Next()
    {
        var gap = first.TotalMilliseconds * Math.Pow(2, _doublings);
        _doublings = Math.Min(_doublings + 1, MostDoublings);
        return TimeSpan.FromMilliseconds(Math.Min(gap, most.TotalMilliseconds) * (1 - (Jitter * random.NextDouble())));
    }

    public void Reset() => _doublings = 0;
}

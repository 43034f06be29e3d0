namespace Naru.Engine.Tests.Limits;

/// <summary>Counts what went through a limit in any rolling second, and what was allowed meanwhile.</summary>
internal sealed class RollingWindow
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly List<(DateTimeOffset From, int? Rate)> _rates = [];
    private readonly Queue<DateTimeOffset> _uses = new();

    public int Uses { get; private set; }

    /// <summary>In force from this instant on; null = none.</summary>
    public void Set(int? rate, DateTimeOffset now) => _rates.Add((now, rate));

    /// <summary>Instants never go back.</summary>
    public void Use(DateTimeOffset now, string what)
    {
        Uses++;
        _uses.Enqueue(now);
        while (now - _uses.Peek() >= s_second)
        {
            _uses.Dequeue();
        }

        if (Allowed(now) is { } allowed)
        {
            _uses.Count.ShouldBeLessThanOrEqualTo(allowed, $"{what}: {_uses.Count} within a second at {now:O}, {allowed} allowed.");
        }
    }

    /// <summary>The highest rate that was in force at some instant of the second that ends now; null = for a while there was none.</summary>
    private int? Allowed(DateTimeOffset now)
    {
        int? highest = 0;
        for (var i = _rates.Count - 1; i >= 0 && highest is not null; i--)
        {
            highest = _rates[i].Rate is { } rate ? Math.Max(rate, highest.Value) : null;
            if (_rates[i].From <= now - s_second)
            {
                return highest;
            }
        }

        return highest;
    }
}

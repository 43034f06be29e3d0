namespace Naru.Carriers.Http;

/// <summary>
/// A dealer's limit of so many a second, kept by even slots: a slot costs what it carries, so that no second holds more. Thread-safe.
/// </summary>
internal sealed class RequestPace(double? perSecond, TimeProvider time)
{
    /// <summary>What clocks and the way there may take from a second.</summary>
    private const double Margin = 1.05;

    private readonly Lock _lock = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <param name="cost">How many of the limit's units go at once.</param>
    public async ValueTask WaitAsync(int cost, CancellationToken cancellationToken)
    {
        if (perSecond is not { } rate)
        {
            return;
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var at = _next > now ? _next : now;
            _next = at + TimeSpan.FromSeconds(cost * Margin / rate);
            wait = at - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }
}

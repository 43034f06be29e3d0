namespace Naru.Carriers.Http;

/// <summary>How a dealer is reached.</summary>
public sealed record DealerConnectionOptions
{
    public required Uri BaseUrl { get; init; }

    /// <summary>From the first byte to the last. Below the gateway's own time-out of an attempt, so that the answer is still waited for.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>All requests go through it; null = none, whatever the environment says.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Connections side by side.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>A dealer whose 503 says that it took nothing, with <c>Retry-After</c> or without.</summary>
    public bool UnavailableMeansRefused { get; init; }

    /// <summary>Outages within <see cref="BreakerWindow"/> that open the circuit, if they are at least half of the requests.</summary>
    public int BreakerFailures { get; init; } = 5;

    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long it stays open before one request tries.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(15);
}

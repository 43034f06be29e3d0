namespace Naru.Core.Timing;

/// <summary>
/// Sinch (contracts/sinch.md §4, Retry): 5xx, 429, time-outs and silence are tried again after 5 s, doubling up to 81,920 s: 15 retries, the last
/// after at most 45 h 31 min. What else is 4xx is final: the receiver will not like it better later.
/// </summary>
public sealed class DoublingPushSchedule : PushSchedule
{
    /// <summary>The share of a gap that chance takes away: 81,920 s stays the longest.</summary>
    public const double Jitter = 0.1;

    public const int Retries = 15;

    private const double FirstSeconds = 5;
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;

    public override int MaxRetries => Retries;

    public override bool IsFinal(int status) => status is >= 400 and < 500 and not RequestTimeout and not TooManyRequests;

    protected override TimeSpan Gap(int n, double chance) => TimeSpan.FromSeconds(FirstSeconds * (1L << n) * (1 - (Jitter * chance)));
}

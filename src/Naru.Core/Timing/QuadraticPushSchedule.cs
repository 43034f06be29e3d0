namespace Naru.Core.Timing;

/// <summary>
/// Infobip documents <c>1 min + 1 min × n²</c> for n = 0, 1, 2 …: gaps of 1, 2, 5, 10, 17 … minutes, 20 retries, the last after 41 h 30 min. Every
/// answer but 2xx is tried again.
/// </summary>
public sealed class QuadraticPushSchedule : PushSchedule
{
    /// <summary>The share of a gap that chance adds.</summary>
    public const double Jitter = 0.1;

    public const int Retries = 20;

    public override int MaxRetries => Retries;

    public override bool IsFinal(int status) => false;

    protected override TimeSpan Gap(int n, double chance) => TimeSpan.FromMinutes((1 + ((double)n * n)) * (1 + (Jitter * chance)));
}

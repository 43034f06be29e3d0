using Naru.Load.Machine;

namespace Naru.Load.Running;

/// <param name="Measured">How long the measured window really was.</param>
/// <param name="StartedAt">When the first request was sent, in stopwatch ticks.</param>
internal sealed record LoadOutcome(Tally Sum, TimeSpan Measured, long StartedAt)
{
    public double MessagesPerSecond => PerSecond(Sum.Messages);

    public double RequestsPerSecond => PerSecond(Sum.Requests);

    /// <summary>Everything that went wrong, by kind.</summary>
    public IEnumerable<string> Faults => Sum.Errors.Select(error => $"{Figures.Count(error.Value)} × {error.Key}");

    private double PerSecond(long count) => Measured > TimeSpan.Zero ? count / Measured.TotalSeconds : 0;
}

namespace Naru.Load.Running;

/// <param name="Measured">How long the measured window really was.</param>
/// <param name="StartedAt">When the first request was sent, in stopwatch ticks.</param>
internal sealed record LoadOutcome(Tally Sum, TimeSpan Measured, long StartedAt)
{
    public double MessagesPerSecond => PerSecond(Sum.Messages);

    public double RequestsPerSecond => PerSecond(Sum.Requests);

    public IEnumerable<string> Faults => Sum.Faults;

    private double PerSecond(long count) => Measured > TimeSpan.Zero ? count / Measured.TotalSeconds : 0;
}

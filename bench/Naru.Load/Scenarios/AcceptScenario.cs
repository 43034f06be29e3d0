using System.Diagnostics;
using System.Net;
using Naru.Load.Running;
using Naru.Load.Wire;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Scenarios;

/// <summary>How fast messages are accepted: made durable and answered.</summary>
/// <param name="Shape">Gateway, connections, bounds and what is sent.</param>
/// <param name="Beside">A second stream on connections of its own, whose pressure the first one feels; null for none.</param>
internal sealed record AcceptScenario(LoadPlan Shape, LoadPlan? Beside) : IScenario
{
    public string What =>
        (Shape.Alim.Messages == 1 ? "accept, single" : $"accept, bulk {Shape.Alim.Messages}")
        + (Shape.Alim.ClientIds ? ", client ids" : "")
        + (Shape.Rate > 0 ? $", at {Count(Shape.Rate)} msg/s" : "")
        + (Beside is null ? "" : $", while bulks of {Count(Beside.Alim.Messages)} stream in");

    public async Task<ScenarioResult> RunAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        await FirstMessage.SendAsync(gateway, Shape.Alim, cancellation);

        var cpuBefore = Environment.CpuUsage.TotalTime;
        var measured = new LoadRun(Shape with { Gateway = gateway }).RunAsync(cancellation);
        var beside = Beside is null ? null : new LoadRun(Beside with { Gateway = gateway }).RunAsync(cancellation);
        var outcome = await measured;
        var pressure = beside is null ? null : await beside;
        var cpu = Environment.CpuUsage.TotalTime - cpuBefore;

        var all = outcome.Sum.MessagesInAll + (pressure?.Sum.MessagesInAll ?? 0) + 1;
        return new ScenarioResult(
            outcome.MessagesPerSecond,
            outcome.Sum.Latency.Percentile(0.5),
            outcome.Sum.Latency.Percentile(0.99),
            all,
            [.. Lines(outcome, pressure), $"client      {cpu.TotalSeconds:F1} s of CPU, {cpu.TotalMicroseconds / all:F2} µs a message"],
            [.. outcome.Faults, .. pressure?.Faults.Select(fault => $"beside: {fault}") ?? []]);
    }

    private static IEnumerable<string> Lines(LoadOutcome outcome, LoadOutcome? pressure)
    {
        yield return $"accepted    {Count(outcome.MessagesPerSecond)} msg/s in {Count(outcome.RequestsPerSecond)} requests/s, "
            + $"{Count(outcome.Sum.Messages)} messages in {outcome.Measured.TotalSeconds:F1} s";
        yield return $"latency     {outcome.Sum.Latency}";
        if (pressure is not null)
            yield return $"beside      {Count(pressure.MessagesPerSecond)} msg/s in {Count(pressure.RequestsPerSecond)} requests/s; {pressure.Sum.Latency}";
    }
}

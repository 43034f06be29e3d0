using System.Diagnostics;
using System.Net;
using Naru.Load.Receiving;
using Naru.Load.Running;
using Naru.Load.Wire;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Scenarios;

/// <summary>
/// From the request to the delivery report in another process. Messages are sent for some seconds, then all reports are waited
/// for; the rate counts the time until the last one, the latency begins where the request was sent.
/// </summary>
internal sealed record EndToEndScenario(LoadPlan Shape) : IScenario
{
    public string What =>
        "end to end, "
        + (Shape.Alim.Report == ReportBy.Poll ? "reports polled" : "webhook")
        + (Shape.Alim.Messages == 1 ? ", single" : $", bulk {Shape.Alim.Messages}")
        + (Shape.Rate > 0 ? $", at {Count(Shape.Rate)} msg/s" : "");

    public async Task<ScenarioResult> RunAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        await FirstMessage.SendAsync(gateway, Shape.Alim, cancellation);

        var poll = Shape.Alim.Report == ReportBy.Poll ? new Uri($"http://{gateway}") : null;
        await using var receiver = await ReceiverProcess.StartAsync(Shape.Alim.Run, Shape.Alim.ApiKey, poll, cancellation);
        var plan = Shape with
        {
            Gateway = gateway,
            Alim = Shape.Alim with { ReportTo = poll is null ? new Uri($"http://127.0.0.1:{receiver.Port}/dlr") : null },
        };

        var accepted = new AcceptedMessages();
        var warmup = new LoadRun(plan with { Warmup = TimeSpan.Zero, Duration = plan.Warmup }, accepted);
        var warmed = await warmup.RunAsync(cancellation);
        await Drain.WaitAsync(receiver, Distinct, accepted.Count, cancellation);
        var before = accepted.Count;
        await receiver.ResetAsync(cancellation);

        var outcome = await new LoadRun(
            plan with { Warmup = TimeSpan.Zero, FirstSequence = warmup.NextSequence }, accepted).RunAsync(cancellation);
        await Drain.WaitAsync(receiver, Distinct, accepted.Count - before, cancellation);
        await Task.Delay(Drain.Afterwards, cancellation);

        var counts = await receiver.CountsAsync(cancellation);
        var gaps = await receiver.CompareAsync(accepted, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(outcome.StartedAt, Math.Max(counts.LastAt, outcome.StartedAt + 1));
        return new ScenarioResult(
            counts.Distinct / elapsed.TotalSeconds,
            counts.P50,
            counts.P99,
            accepted.Count + 1,
            [.. Lines(outcome, counts, gaps, elapsed), $"receiver    {receiver.Cpu.TotalSeconds:F1} s of CPU"],
            [.. warmed.Faults.Select(fault => $"warm-up: {fault}"), .. outcome.Faults, .. Faults(counts, gaps)]);
    }

    private static long Distinct(ReportCounts counts) => counts.Distinct;

    private static IEnumerable<string> Lines(LoadOutcome outcome, ReportCounts counts, ReportGaps gaps, TimeSpan elapsed)
    {
        yield return $"accepted    {Count(outcome.MessagesPerSecond)} msg/s for {outcome.Measured.TotalSeconds:F1} s; {outcome.Sum.Latency}";
        yield return $"end to end  {Count(counts.Distinct / elapsed.TotalSeconds)} msg/s: {Count(counts.Distinct)} messages, all reports after {elapsed.TotalSeconds:F1} s";
        yield return $"latency     p50 {Time(counts.P50)}, p99 {Time(counts.P99)}, max {Time(counts.Max)} from request to report";
        yield return $"reports     {Count(counts.Reports)} in {Count(counts.Carriers)} pushes or polls, "
            + $"{(double)counts.Reports / Math.Max(1, counts.Carriers):F1} each; {Count(counts.Duplicates)} repeated, "
            + $"{Count(gaps.Missing)} missing, {Count(counts.Foreign)} of other runs";
    }

    private static IEnumerable<string> Faults(ReportCounts counts, ReportGaps gaps)
    {
        if (gaps.Missing > 0)
            yield return $"{Count(gaps.Missing)} accepted messages have no report, the first is n{gaps.FirstMissing:D10}";
        if (gaps.Unasked > 0)
            yield return $"{Count(gaps.Unasked)} messages have a report and were not answered as accepted";
        if (counts.ChangedIds > 0)
            yield return $"{Count(counts.ChangedIds)} reports under another message id";
        if (counts.Unreadable > 0)
            yield return $"{Count(counts.Unreadable)} bodies could not be read";
        foreach (var (status, times) in counts.NotDelivered)
            yield return $"{Count(times)} messages {status}";
    }
}

using System.Diagnostics;
using System.Net;
using Naru.Load.Receiving;
using Naru.Load.Running;
using Naru.Load.Wire;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Scenarios;

/// <summary>
/// From <c>messages:send</c>, one message a request, to two signed callbacks in another process, which checks every signature. The rate counts the time
/// until the last callback; p50 and p99 are those of the answers.
/// </summary>
internal sealed record MessagesSendScenario(LoadPlan Shape) : IScenario
{
    private const string Secret = "load-secret";

    public string What => "messages:send, two signed callbacks each" + (Shape.Rate > 0 ? $", at {Count(Shape.Rate)} msg/s" : "");

    public async Task<ScenarioResult> RunAsync(IPEndPoint gateway, CancellationToken cancellation)
    {
        var run = Shape.Alim.Run;
        await using var receiver = await ReceiverProcess.StartAsync(run, Shape.Alim.ApiKey, poll: null, cancellation, Secret);
        var door = await SinchDoor.OpenAsync(gateway, run, new Uri($"http://127.0.0.1:{receiver.Port}/callbacks"), Secret, cancellation);
        var plan = Shape with { Gateway = gateway, Other = at => SinchRequest.Build(at, door, Shape.Alim.Recipients) };

        var accepted = new AcceptedMessages();
        var first = new LoadRun(plan with { Warmup = TimeSpan.Zero, Duration = TimeSpan.FromSeconds(15), MessageLimit = 1, Connections = 1 }, accepted);
        var tried = await first.RunAsync(cancellation);
        await Drain.WaitAsync(receiver, Told, accepted.Count, cancellation);
        if (accepted.Count != 1 || Told(await receiver.CountsAsync(cancellation)) != 1)
            throw new ScenarioRefusedException($"the first message was not accepted, or not told of twice: {string.Join("; ", tried.Faults)}");

        var warmup = new LoadRun(plan with { Warmup = TimeSpan.Zero, Duration = plan.Warmup, FirstSequence = first.NextSequence }, accepted);
        var warmed = await warmup.RunAsync(cancellation);
        await Drain.WaitAsync(receiver, Told, accepted.Count, cancellation);
        var before = accepted.Count;
        await receiver.ResetAsync(cancellation);

        var outcome = await new LoadRun(plan with { Warmup = TimeSpan.Zero, FirstSequence = warmup.NextSequence }, accepted).RunAsync(cancellation);
        await Drain.WaitAsync(receiver, Told, accepted.Count - before, cancellation);
        await Task.Delay(Drain.Afterwards, cancellation);

        var counts = await receiver.CountsAsync(cancellation);
        var gaps = await receiver.CompareAsync(accepted, cancellation);
        var elapsed = Stopwatch.GetElapsedTime(outcome.StartedAt, Math.Max(counts.LastAt, outcome.StartedAt + 1));
        return new ScenarioResult(
            Told(counts) / elapsed.TotalSeconds,
            outcome.Sum.Latency.Percentile(0.5),
            outcome.Sum.Latency.Percentile(0.99),
            accepted.Count,
            [.. Lines(outcome, counts, gaps, elapsed), $"receiver    {receiver.Cpu.TotalSeconds:F1} s of CPU"],
            [.. warmed.Faults.Select(fault => $"warm-up: {fault}"), .. outcome.Faults, .. Faults(counts, gaps, accepted.Count - before)]);
    }

    /// <summary>Messages of which both callbacks came, as far as the two counts tell.</summary>
    private static long Told(ReportCounts counts) => Math.Min(counts.Distinct, counts.Submitted);

    private static IEnumerable<string> Lines(LoadOutcome outcome, ReportCounts counts, ReportGaps gaps, TimeSpan elapsed)
    {
        yield return $"accepted    {Count(outcome.MessagesPerSecond)} msg/s for {outcome.Measured.TotalSeconds:F1} s; {outcome.Sum.Latency}";
        yield return $"end to end  {Count(Told(counts) / elapsed.TotalSeconds)} msg/s: {Count(counts.Distinct)} messages, all callbacks after {elapsed.TotalSeconds:F1} s";
        yield return $"latency     p50 {Time(counts.P50)}, p99 {Time(counts.P99)}, max {Time(counts.Max)} from request to delivery callback";
        yield return $"callbacks   {Count(counts.Carriers)}, every signature checked; {Count(counts.Duplicates)} deliveries repeated, {Count(gaps.Missing)} missing";
    }

    private static IEnumerable<string> Faults(ReportCounts counts, ReportGaps gaps, long expected)
    {
        if (gaps.Missing > 0)
            yield return $"{Count(gaps.Missing)} accepted messages have no delivery callback, the first is n{gaps.FirstMissing:D10}";
        if (counts.Submitted != expected)
            yield return $"{Count(counts.Submitted)} of {Count(expected)} messages have a submit callback";
        if (gaps.Unasked > 0)
            yield return $"{Count(gaps.Unasked)} messages have a callback and were not answered as accepted";
        if (counts.ChangedIds > 0)
            yield return $"{Count(counts.ChangedIds)} callbacks under another message id";
        if (counts.Unreadable > 0)
            yield return $"{Count(counts.Unreadable)} bodies could not be read";
        if (counts.BadSignatures > 0)
            yield return $"{Count(counts.BadSignatures)} signatures are missing or wrong";
        foreach (var (status, times) in counts.NotDelivered)
            yield return $"{Count(times)} messages {status}";
    }
}

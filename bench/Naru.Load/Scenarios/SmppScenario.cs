using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Smpp;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Time;
using Naru.Load.Machine;

namespace Naru.Load.Scenarios;

/// <summary>
/// The SMPP carrier of the gateway, in this process, handed one full batch after the other as the engine hands them; the SMSC is another process. Three seconds of
/// warming up come first.
/// </summary>
internal sealed class SmppScenario : ICarrierReportSink
{
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private long _sequence;
    private int _reports;

    public required int Port { get; init; }

    public required string Command { get; init; }

    public required string? CommandFolder { get; init; }

    public required string Folder { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int Window { get; init; }

    public required int Binds { get; init; }

    public required string Text { get; init; }

    public async Task<(IReadOnlyList<string> Lines, IReadOnlyList<string> Faults)> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, $"naru-smpp-{Environment.ProcessId}")).FullName;
        using var smsc = Port == 0 ? Start() : null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            var port = smsc is null ? Port : await PortOfAsync(smsc, cancellation);
            using var carrier = new SmppCarrier(
                new SmppOptions
                {
                    Name = "bench", DataFolder = folder, Host = "127.0.0.1", Port = port, SystemId = "naru", Password = "secret", Window = Window, Binds = Binds, Patience = Patience,
                },
                new GatewayClock(TimeProvider.System), new SystemRandomSource(), inbound: null, NullLogger<SmppCarrier>.Instance);
            var running = carrier.RunAsync(this, stop.Token);
            await SubmitAsync(carrier, Warmup, cancellation);
            var (taken, other, elapsed, slowest) = await SubmitAsync(carrier, Duration, cancellation);
            await stop.CancelAsync();
            await running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return (
                [
                    $"submitted   {Figures.Count(taken / elapsed.TotalSeconds)} a second, {Figures.Count(taken)} in {Figures.Time(elapsed)}; batches of {carrier.Traits.MaxBatch}, slowest {Figures.Time(slowest)}",
                    $"reported    {Figures.Count(_reports)}",
                ],
                other == 0 ? [] : [$"{other} submissions were not taken"]);
        }
        finally
        {
            smsc?.StandardInput.Close();
            Directory.Delete(folder, recursive: true);
        }
    }

    public ValueTask ReportAsync(IReadOnlyList<CarrierReport> reports, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _reports, reports.Count);
        return ValueTask.CompletedTask;
    }

    private async Task<(long Taken, long Other, TimeSpan Elapsed, TimeSpan Slowest)> SubmitAsync(SmppCarrier carrier, TimeSpan duration, CancellationToken cancellation)
    {
        var (taken, other, slowest) = (0L, 0L, TimeSpan.Zero);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var batchBegan = Stopwatch.GetTimestamp();
            foreach (var answer in await carrier.SubmitAsync([.. Enumerable.Range(0, carrier.Traits.MaxBatch).Select(_ => Next())], cancellation))
            {
                taken += answer.Kind == AnswerKind.Taken ? 1 : 0;
                other += answer.Kind == AnswerKind.Taken ? 0 : 1;
            }

            var took = Stopwatch.GetElapsedTime(batchBegan);
            slowest = took > slowest ? took : slowest;
        }

        return (taken, other, Stopwatch.GetElapsedTime(began), slowest);
    }

    private Handover Next()
    {
        var key = new MessageKey((byte)(_sequence % MessageKey.Partitions), ++_sequence);
        var to = Recipient.FromDigits(8210_1000_0000 + (_sequence % 30_000_000));
        return new Handover(
            new AttemptId(key, 1), new WorkspaceId(1), to, new Step("bench", "15771577", new SmsContent(Text, null), TimeSpan.FromHours(1)),
            _sequence.ToString(CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
    }

    private Process Start()
    {
        var words = Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = CommandFolder ?? "" };
        foreach (var word in words[1..])
            start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private static async Task<int> PortOfAsync(Process smsc, CancellationToken cancellation)
    {
        var line = await smsc.StandardOutput.ReadLineAsync(cancellation) ?? "";
        var digits = string.Concat(line.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var port) ? port : throw new ScenarioRefusedException($"the carrier said no port but: {line}");
    }
}

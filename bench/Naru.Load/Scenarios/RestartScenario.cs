using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Naru.Load.Hosting;
using Naru.Load.Machine;
using Naru.Load.Running;
using Naru.Load.Wire;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Scenarios;

/// <summary>
/// How long a gateway with many open messages takes from the start of its process until it sends again: until a new message is delivered. It is
/// filled, ended by SIGKILL (or asked to stop) and started anew.
/// </summary>
/// <param name="Command">The gateway's command line; it must keep its data between two starts.</param>
/// <param name="Graceful">Ask it to stop instead of killing it.</param>
internal sealed record RestartScenario(IReadOnlyList<string> Command, LoadPlan Filling, bool Graceful)
{
    // What came due meanwhile goes first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);

    public async Task<ScenarioResult> RunAsync(CancellationToken cancellation)
    {
        using var log = new TemporaryFile("server.log");
        var (gateway, probe) = (Filling.Gateway, Filling.Alim with { Recipients = Recipients.AtOnce });

        LoadOutcome filled;
        await using (var server = ServerProcess.Start(Command, gateway, log.Path))
        {
            await server.WaitUntilReadyAsync(cancellation);
            await FirstMessage.SendAsync(gateway, probe, cancellation);
            filled = await new LoadRun(Filling).RunAsync(cancellation);
            await Quiet.WaitAsync(server, cancellation);
            if (!Graceful)
                await server.KillAsync();
        }

        await using var again = ServerProcess.Start(Command, gateway, log.Path);
        await again.WaitUntilReadyAsync(cancellation);
        var ready = Stopwatch.GetElapsedTime(again.StartedAt);
        var first = await SendAsSoonAsItListensAsync(gateway, probe, cancellation);
        var accepted = Stopwatch.GetElapsedTime(again.StartedAt, first.AcceptedAt);
        var sent = Stopwatch.GetElapsedTime(again.StartedAt, first.ReportedAt);
        return new ScenarioResult(
            filled.MessagesPerSecond,
            accepted,
            sent,
            filled.Sum.MessagesInAll,
            [
                $"filled      {Count(filled.Sum.MessagesInAll)} open messages at {Count(filled.MessagesPerSecond)} msg/s",
                $"restart     after {(Graceful ? "a stop" : "SIGKILL")}: ready {Time(ready)}, first message accepted {Time(accepted)}, "
                    + $"delivered and reported {Time(sent)} after the start of the process",
                $"server      {Bytes(again.Figures().Resident)} resident after the restart",
            ],
            [.. filled.Faults]);
    }

    private static async Task<FirstMessage.Moments> SendAsSoonAsItListensAsync(
        IPEndPoint gateway, AlimPlan plan, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await FirstMessage.SendAsync(gateway, plan, cancellation, Patience);
            }
            catch (SocketException)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Naru.Load.Machine;
using Naru.Load.Wire;

namespace Naru.Load.Hosting;

/// <summary>A gateway that this program started, and ends by its own id.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);

    private readonly Process _process;
    private readonly IPEndPoint _gateway;
    private readonly string _log;

    private ServerProcess(Process process, IPEndPoint gateway, string log, long startedAt) =>
        (_process, _gateway, _log, StartedAt) = (process, gateway, log, startedAt);

    /// <summary>Just before the process was made, in stopwatch ticks.</summary>
    public long StartedAt { get; }

    /// <param name="command">Program and arguments.</param>
    /// <param name="gateway">Where it will listen.</param>
    /// <param name="log">The file its output is appended to.</param>
    /// <param name="environment">Added to this program's own.</param>
    public static ServerProcess Start(
        IReadOnlyList<string> command, IPEndPoint gateway, string log, IReadOnlyDictionary<string, string>? environment = null)
    {
        // The shell writes the output to a file without a pump of ours, and its exec keeps the process id.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false, RedirectStandardInput = true };
        string[] shell = ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log];
        foreach (var argument in shell.Concat(command))
            start.ArgumentList.Add(argument);
        foreach (var name in SocketTuning.Names)
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var startedAt = Stopwatch.GetTimestamp();
        return new ServerProcess(Process.Start(start)!, gateway, log, startedAt);
    }

    /// <summary>Waits until <c>/readyz</c> answers 200.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        var request = HttpPeer.Get(_gateway, "/readyz", AlimPlan.DemoKey);
        while (Stopwatch.GetElapsedTime(StartedAt) < ReadyWithin)
        {
            if (_process.HasExited)
                throw new Scenarios.ScenarioRefusedException($"the server ended with {_process.ExitCode}: {LastLines()}");
            try
            {
                using var peer = await HttpPeer.ConnectAsync(_gateway, cancellation);
                await peer.AskAsync(request);
                if (peer.Answer.Status == 200)
                    return;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // Not listening yet: that is what is waited for.
            }

            await Task.Delay(BetweenTries, cancellation);
        }

        throw new Scenarios.ScenarioRefusedException($"the server was not ready within {ReadyWithin.TotalSeconds:F0} s: {LastLines()}");
    }

    public ProcessFigures Figures() => ProcessFigures.Read(_process.Id);

    /// <summary>SIGTERM, as a service manager stops it; SIGKILL only when it does not end. False when it had to be killed.</summary>
    public async Task<bool> StopAsync()
    {
        if (_process.HasExited)
            return true;
        _ = NativeCalls.Kill(_process.Id, NativeCalls.Terminate);
        using var patience = new CancellationTokenSource(StopsWithin);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private string LastLines() => string.Join('\n', File.ReadLines(_log).TakeLast(12));
}

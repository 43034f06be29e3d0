using System.Net;
using Naru.Load.Machine;
using Naru.Load.Scenarios;
using static Naru.Load.Machine.Figures;

namespace Naru.Load.Hosting;

/// <summary>What a served run adds to a scenario: the gateway's memory, CPU and disk.</summary>
/// <param name="WrittenPerMessage">Bytes that went to the disk per message, from accepting to the last report.</param>
/// <param name="KeptPerMessage">Bytes by which the data folder grew per message, after a stop.</param>
internal sealed record ServedResult(
    ScenarioResult Scenario, long PeakResident, double WrittenPerMessage, double KeptPerMessage, IReadOnlyList<string> Lines)
{
    public IEnumerable<string> Faults => Scenario.Faults;
}

/// <summary>Starts a gateway in an empty folder, runs a scenario against it and stops it.</summary>
/// <param name="ServerDll">Path of Naru.Server.dll.</param>
/// <param name="Data">The folder in which the run's own folder is made.</param>
/// <param name="Keep">Leave data and log behind.</param>
internal sealed record ServedRun(string ServerDll, string Data, IPEndPoint Gateway, bool Keep)
{
    public async Task<ServedResult> RunAsync(IScenario scenario, TimeSpan? syncDelay, CancellationToken cancellation)
    {
        using var folder = new DataFolder(Data, Keep);
        using var slow = syncDelay is { } delay ? await SlowSync.BuildAsync(delay, cancellation) : null;
        string[] command = ["dotnet", Path.GetFullPath(ServerDll), "demo", "--urls", $"http://{Gateway}", "--data", folder.Store];
        await using var server = ServerProcess.Start(command, Gateway, folder.Log, slow?.Environment);
        await server.WaitUntilReadyAsync(cancellation);
        await Quiet.WaitAsync(server, cancellation);

        var (before, sizeBefore, syncsBefore) = (server.Figures(), folder.Size(), slow?.Count ?? 0);
        var result = await scenario.RunAsync(Gateway, cancellation);
        var loaded = server.Figures();
        var settled = await Quiet.WaitAsync(server, cancellation);
        var (after, walSize, syncs) = (server.Figures(), folder.LogSize(), (slow?.Count ?? 0) - syncsBefore);
        var stopped = await server.StopAsync();
        var kept = folder.Size() - sizeBefore;

        double messages = result.MessagesInAll;
        var faults = result.Faults.ToList();
        if (!settled)
            faults.Add("the server was still writing five minutes after the load");
        if (!stopped)
            faults.Add("the server did not stop when asked to");
        return new ServedResult(
            result with { Faults = faults },
            after.PeakResident,
            (after.ToDisk - before.ToDisk) / messages,
            kept / messages,
            [
                .. result.Lines,
                $"server      {Bytes(loaded.Resident)} resident, {Bytes(after.PeakResident)} at most; "
                    + $"{(loaded.Cpu - before.Cpu).TotalSeconds:F1} s of CPU under load, "
                    + $"{(after.Cpu - before.Cpu).TotalMicroseconds / messages:F2} µs a message in all",
                $"disk        {Count((after.ToDisk - before.ToDisk) / messages)} B written a message "
                    + $"({Count((after.Written - before.Written) / messages)} B in write calls), {Count(kept / messages)} B kept; "
                    + $"write-ahead log {Bytes(walSize)} before the stop",
                .. slow is null ? [] : new[] { $"syncs       {Count(syncs)}, each {Time(syncDelay!.Value)} longer; {messages / Math.Max(1, syncs):F1} messages a sync" },
                .. Keep ? new[] { $"kept        {folder.Path}" } : [],
            ]);
    }
}

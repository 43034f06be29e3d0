using System.CommandLine;
using System.Net;
using Naru.Load.Hosting;
using Naru.Load.Ledger;
using Naru.Load.Machine;

namespace Naru.Load.Commands;

/// <summary><c>serve-and-run … -- accept …</c>: starts the gateway, runs the load, says what both cost, stops it.</summary>
internal sealed class ServeAndRunCommand : Command
{
    private readonly Option<FileInfo> _server = new("--server-dll") { Description = "Path of Naru.Server.dll.", Required = true };
    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "A folder on the disk to measure; each run makes an empty one inside.",
        Required = true,
    };

    private readonly Option<int> _port = Inputs.Number("--port", "Where the gateway listens on loopback", 18080, 1024, 65535);
    private readonly Option<TimeSpan?> _syncDelay = Inputs.Duration("--sync-delay", "How much longer each fsync and fdatasync takes.");
    private readonly Option<TimeSpan?> _twin =
        Inputs.Duration("--twin", "Run again with this sync delay, and print the Markdown row of both for LEDGER.md.");
    private readonly Option<bool> _keep = new("--keep") { Description = "Leave data and server log behind." };
    private readonly Argument<string[]> _command = new("command")
    {
        Description = "After --: accept, end-to-end, messages-send or scheduled with its options.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ScenarioCommand[] _scenarios;

    public ServeAndRunCommand(params ScenarioCommand[] scenarios)
        : base("serve-and-run", "Starts a gateway in demo mode in an empty folder, runs a load against it and stops it.")
    {
        _scenarios = scenarios;
        foreach (var option in (Option[])[_server, _data, _port, _syncDelay, _twin, _keep])
            Options.Add(option);
        Arguments.Add(_command);
        SetAction((parsed, cancellation) => Reporting.RunAsync(() => RunAsync(parsed, cancellation)));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var words = parsed.GetValue(_command)!;
        var scenario = _scenarios.FirstOrDefault(command => command.Name == words[0]);
        if (scenario is null)
        {
            await Console.Error.WriteLineAsync($"after -- stands {string.Join(" or ", _scenarios.Select(command => command.Name))}, not {words[0]}");
            return 2;
        }

        var load = scenario.Parse(words[1..]);
        if (load.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', load.Errors.Select(error => error.Message)));
            return 2;
        }

        var data = parsed.GetValue(_data)!;
        data.Create();
        var machine = MachineLine.Read(data.FullName);
        Console.WriteLine(machine);
        var served = new ServedRun(
            parsed.GetValue(_server)!.FullName, data.FullName, new IPEndPoint(IPAddress.Loopback, parsed.GetValue(_port)), parsed.GetValue(_keep));

        var plain = await RunOnceAsync(served, scenario, load, parsed.GetValue(_syncDelay), cancellation);
        if (parsed.GetValue(_twin) is not { } delay)
            return plain.ExitCode;
        var twin = await RunOnceAsync(served, scenario, load, delay, cancellation);
        Console.WriteLine(LedgerRow.Of(scenario.Bind(load).What, machine, plain.Result, twin.Result));
        return Math.Max(plain.ExitCode, twin.ExitCode);
    }

    private static async Task<(ServedResult Result, int ExitCode)> RunOnceAsync(
        ServedRun served, ScenarioCommand command, ParseResult load, TimeSpan? delay, CancellationToken cancellation)
    {
        var scenario = command.Bind(load);
        Console.WriteLine(scenario.What + (delay is { } longer ? $", each sync {Figures.Time(longer)} longer" : ""));
        var result = await served.RunAsync(scenario, delay, cancellation);
        return (result, Reporting.Print(result.Lines, result.Faults));
    }
}

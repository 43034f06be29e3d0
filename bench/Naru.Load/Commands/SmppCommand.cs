using System.CommandLine;
using Naru.Load.Machine;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary><c>smpp</c>: see <see cref="SmppScenario"/>.</summary>
internal sealed class SmppCommand : Command
{
    private readonly Option<int> _port = Inputs.Number("--port", "The carrier on loopback; 0: one is started by --smsc", 0, 0, 65_535);
    private readonly Option<string> _smsc = new("--smsc")
    {
        Description = "Starts the carrier: a command that prints its port first, as a line or in a JSON document, and ends with its standard input.",
        DefaultValueFactory = _ => "dotnet tests/Fakes/Naru.Fakes.Smsc/bin/Release/net10.0/Naru.Fakes.Smsc.dll --port 0 --fast --receipt none",
    };

    private readonly Option<string?> _in = new("--in") { Description = "The folder in which that command runs." };
    private readonly Option<int> _seconds = Inputs.Number("--seconds", "How long is measured", 10, 1, 60);
    private readonly Option<int> _window = Inputs.Number("--window", "Unanswered submissions of a bind", 100, 1, 1_000);
    private readonly Option<int> _binds = Inputs.Number("--binds", "Binds", 1, 1, 32);
    private readonly Option<string> _text = new("--text") { Description = "The text.", DefaultValueFactory = _ => "[나루] 인증번호는 123456 입니다." };
    private readonly Option<DirectoryInfo?> _data = new("--data") { Description = "A folder on the disk where message ids are kept; a temporary one if it is not named." };

    public SmppCommand()
        : base("smpp", "Submits texts over SMPP as the gateway does, message ids on disk before each answer.")
    {
        foreach (var option in (Option[])[_port, _smsc, _in, _seconds, _window, _binds, _text, _data])
            Options.Add(option);
        SetAction((parsed, cancellation) => Reporting.RunAsync(() => RunAsync(parsed, cancellation)));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = parsed.GetValue(_data)?.FullName ?? Path.GetTempPath();
        Console.WriteLine(MachineLine.Read(folder));
        var scenario = new SmppScenario
        {
            Port = parsed.GetValue(_port),
            Command = parsed.GetValue(_smsc)!,
            CommandFolder = parsed.GetValue(_in),
            Folder = folder,
            Duration = TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
            Window = parsed.GetValue(_window),
            Binds = parsed.GetValue(_binds),
            Text = parsed.GetValue(_text)!,
        };
        var outcome = await scenario.RunAsync(cancellation);
        return Reporting.Print(outcome.Lines, outcome.Faults);
    }
}

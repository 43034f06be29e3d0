using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Naru.Load.Machine;
using Naru.Load.Running;
using Naru.Load.Scenarios;
using Naru.Load.Wire;

namespace Naru.Load.Commands;

/// <summary><c>restart</c>: see <see cref="RestartScenario"/>.</summary>
internal sealed class RestartCommand : Command
{
    // Even a gateway that accepts 4,000 a second is filled with a million within this.
    private static readonly TimeSpan LongestFilling = TimeSpan.FromSeconds(LoadPlan.MostSeconds);

    private readonly Option<IPEndPoint> _url = Inputs.Url(port: 18080);
    private readonly Option<int> _messages = Inputs.Number("--messages", "Open messages to fill it with", 1_000_000, 1, 5_000_000);
    private readonly Option<string> _server = new("--server")
    {
        Description = "The gateway's command line, which must say --urls as in --url and a --data folder that is kept.",
        HelpName = "dotnet PATH/Naru.Server.dll demo --urls http://127.0.0.1:18080 --data DIR",
        Required = true,
    };

    private readonly Option<bool> _graceful = new("--graceful") { Description = "Ask it to stop instead of killing it." };
    private readonly Option<bool> _phonesOff = new("--phones-off")
    {
        Description = "Phones that are off, whose messages come due again and again, instead of reports that come late.",
    };

    private readonly Option<string> _text = new("--text")
    {
        Description = "The text of package_template, variables included.",
        DefaultValueFactory = _ => AlimPlan.DemoText,
    };

    public RestartCommand()
        : base("restart", "Fills a gateway with messages that stay open, kills it, and measures until it sends again.")
    {
        foreach (var option in (Option[])[_url, _messages, _server, _graceful, _phonesOff, _text])
            Options.Add(option);
        SetAction((parsed, cancellation) => Reporting.RunAsync(async () =>
        {
            Console.WriteLine(MachineLine.Read(Path.GetTempPath()));
            var result = await Bind(parsed).RunAsync(cancellation);
            return Reporting.Print(result.Lines, result.Faults);
        }));
    }

    private RestartScenario Bind(ParseResult parsed)
    {
        const int bulk = 100;
        var filling = new LoadPlan
        {
            Gateway = parsed.GetValue(_url)!,
            Connections = 8,
            Duration = LongestFilling,
            MessageLimit = parsed.GetValue(_messages),
            Alim = new AlimPlan(bulk)
            {
                Run = RunNumber.Next(),
                Recipients = parsed.GetValue(_phonesOff) ? Recipients.SwitchedOff : Recipients.Late,
                Text = parsed.GetValue(_text)!,
            },
        };
        return new RestartScenario([.. CommandLineParser.SplitCommandLine(parsed.GetValue(_server)!)], filling, parsed.GetValue(_graceful));
    }
}

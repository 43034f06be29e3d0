using System.CommandLine;
using System.Net;
using Naru.Load.Machine;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary>A command that runs one scenario against a gateway that is already there, or that <c>serve-and-run</c> starts.</summary>
internal abstract class ScenarioCommand : Command
{
    protected ScenarioCommand(string name, string description)
        : base(name, description) =>
        SetAction(async (parsed, cancellation) =>
        {
            var scenario = Bind(parsed);
            var gateway = Gateway(parsed);
            return await Reporting.RunAsync(async () =>
            {
                Console.WriteLine(MachineLine.Read(Path.GetTempPath()));
                Console.WriteLine($"{scenario.What}, http://{gateway}");
                var result = await scenario.RunAsync(gateway, cancellation);
                return Reporting.Print(result.Lines, result.Faults);
            });
        });

    public abstract IScenario Bind(ParseResult parsed);

    protected abstract IPEndPoint Gateway(ParseResult parsed);
}

using System.CommandLine;
using System.Net;
using Naru.Load.Running;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary><c>accept</c>: see <see cref="AcceptScenario"/>.</summary>
internal sealed class AcceptCommand : ScenarioCommand
{
    private readonly LoadOptions _load;
    private readonly Option<bool> _mixed = new("--mixed") { Description = "Measure singles while bulks of 1,000 stream in." };
    private readonly Option<int> _bulkConnections =
        Inputs.Number("--bulk-connections", "With --mixed: connections of the bulks", 2, 1, LoadPlan.MostConnections);

    public AcceptCommand()
        : base("accept", "Sends AlimTalk and measures how fast it is accepted.")
    {
        _load = new LoadOptions(this, bulk: 1);
        Options.Add(_mixed);
        Options.Add(_bulkConnections);
    }

    public override IScenario Bind(ParseResult parsed)
    {
        var load = _load.Read(parsed);
        return new AcceptScenario(load, parsed.GetValue(_mixed) ? Bulks(load, parsed.GetValue(_bulkConnections)) : null);
    }

    protected override IPEndPoint Gateway(ParseResult parsed) => _load.Gateway(parsed);

    private static LoadPlan Bulks(LoadPlan load, int connections) => load with
    {
        Connections = connections,
        Rate = 0,
        Alim = load.Alim with { Messages = 1_000, Run = RunNumber.Next() },
    };
}

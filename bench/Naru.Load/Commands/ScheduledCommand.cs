using System.CommandLine;
using System.Net;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary><c>scheduled</c>: see <see cref="ScheduledScenario"/>.</summary>
internal sealed class ScheduledCommand : ScenarioCommand
{
    private readonly LoadOptions _load;
    private readonly Option<int> _pending = Inputs.Number("--pending", "Scheduled messages that wait", 1_000_000, 1_000, 5_000_000);

    public ScheduledCommand()
        : base("scheduled", "Accepts with a million scheduled messages waiting, and changes them.")
    {
        _load = new LoadOptions(this, bulk: 100);
        Options.Add(_pending);
    }

    public override IScenario Bind(ParseResult parsed) => new ScheduledScenario(_load.Read(parsed), parsed.GetValue(_pending));

    protected override IPEndPoint Gateway(ParseResult parsed) => _load.Gateway(parsed);
}

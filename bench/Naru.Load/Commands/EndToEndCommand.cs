using System.CommandLine;
using System.Net;
using Naru.Load.Scenarios;
using Naru.Load.Wire;

namespace Naru.Load.Commands;

/// <summary><c>end-to-end</c>: see <see cref="EndToEndScenario"/>.</summary>
internal sealed class EndToEndCommand : ScenarioCommand
{
    private readonly LoadOptions _load;
    private readonly Option<bool> _noWebhook = new("--no-webhook") { Description = "Poll the reports instead of being pushed to." };

    public EndToEndCommand()
        : base("end-to-end", "Sends AlimTalk and measures when the delivery reports arrive in another process.")
    {
        _load = new LoadOptions(this, bulk: 100);
        Options.Add(_noWebhook);
    }

    public override IScenario Bind(ParseResult parsed)
    {
        var load = _load.Read(parsed);
        return new EndToEndScenario(load with
        {
            Alim = load.Alim with { Report = parsed.GetValue(_noWebhook) ? ReportBy.Poll : ReportBy.Push },
        });
    }

    protected override IPEndPoint Gateway(ParseResult parsed) => _load.Gateway(parsed);
}

using System.CommandLine;
using System.Net;
using Naru.Load.Running;
using Naru.Load.Wire;

namespace Naru.Load.Commands;

/// <summary>The options that every load has.</summary>
internal sealed class LoadOptions
{
    private readonly Option<IPEndPoint> _url = Inputs.Url();
    private readonly Option<int>? _bulk;
    private readonly Option<int?> _connections =
        Inputs.NumberOrNone("--connections", "Connections, one request in flight on each; 64 for singles, 8 for bulks", 1, LoadPlan.MostConnections);
    private readonly Option<int> _seconds = Inputs.Number("--seconds", "How long is measured", 10, 1, LoadPlan.MostSeconds);
    private readonly Option<int> _warmup = Inputs.Number("--warmup", "Seconds of load before that", 3, 0, LoadPlan.MostSeconds);
    private readonly Option<int> _rate =
        Inputs.Number("--rate", "Messages a second over all connections; 0: as fast as answers come", 0, 0, 10_000_000);
    private readonly Option<int> _recipients = Inputs.Number("--recipients", "Numbers the messages go to", 1_000_000, 1, 30_000_000);
    private readonly Option<bool> _clientIds = new("--client-ids") { Description = "Every message brings its own messageId." };
    private readonly Option<string> _key = new("--key") { Description = "API key.", DefaultValueFactory = _ => AlimPlan.DemoKey };
    private readonly Option<string> _text = new("--text")
    {
        Description = "The text of package_template, variables included.",
        DefaultValueFactory = _ => AlimPlan.DemoText,
    };

    private readonly int _singleConnections;

    /// <param name="bulk">Messages in a request unless the option says otherwise; null: always one, and no option.</param>
    public LoadOptions(Command command, int? bulk = null, int singleConnections = 64)
    {
        _singleConnections = singleConnections;
        _bulk = bulk is { } standard ? Inputs.Number("--bulk", "Messages in a request", standard, 1, 10_000) : null;
        foreach (var option in (Option?[])[_url, _bulk, _connections, _seconds, _warmup, _rate, _recipients])
        {
            if (option is not null)
                command.Options.Add(option);
        }

        if (_bulk is null)
            return;
        foreach (var option in (Option[])[_clientIds, _key, _text])
            command.Options.Add(option);
    }

    public IPEndPoint Gateway(ParseResult parsed) => parsed.GetValue(_url)!;

    public LoadPlan Read(ParseResult parsed)
    {
        var bulk = _bulk is null ? 1 : parsed.GetValue(_bulk);
        return new LoadPlan
        {
            Gateway = Gateway(parsed),
            Connections = parsed.GetValue(_connections) ?? (bulk == 1 ? _singleConnections : 8),
            Warmup = TimeSpan.FromSeconds(parsed.GetValue(_warmup)),
            Duration = TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
            Rate = parsed.GetValue(_rate),
            Alim = new AlimPlan(bulk)
            {
                Run = RunNumber.Next(),
                ClientIds = _bulk is not null && parsed.GetValue(_clientIds),
                ApiKey = _bulk is null ? AlimPlan.DemoKey : parsed.GetValue(_key)!,
                Text = _bulk is null ? AlimPlan.DemoText : parsed.GetValue(_text)!,
                Recipients = Recipients.Ordinary(parsed.GetValue(_recipients)),
            },
        };
    }
}

using System.CommandLine;
using System.Net;
using Naru.Load.Receiving;
using Naru.Load.Wire;

namespace Naru.Load.Commands;

/// <summary><c>receive</c>: the other process of <c>end-to-end</c>; see <see cref="ReceiverConversation"/> for what it is told.</summary>
internal sealed class ReceiveCommand : Command
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(30);

    private readonly Option<int> _port = Inputs.Number("--port", "Where pushes are taken on loopback; 0: any free port", 0, 0, 65535);
    private readonly Option<int> _run = Inputs.Number("--run", "The run whose reports are counted", 0, 0, 99_999_999);
    private readonly Option<IPEndPoint?> _poll = new("--poll");
    private readonly Option<string> _key = new("--key") { Description = "API key.", DefaultValueFactory = _ => AlimPlan.DemoKey };

    private readonly Option<string?> _secret = new("--secret") { Description = "Take callbacks of the Sinch door, each signed with this." };

    public ReceiveCommand()
        : base("receive", "Receives delivery reports and counts them; started by end-to-end, ends with its standard input.")
    {
        _poll = PollOption();
        foreach (var option in (Option[])[_port, _run, _poll, _key, _secret])
            Options.Add(option);
        SetAction(RunAsync);
    }

    private static Option<IPEndPoint?> PollOption()
    {
        var url = Inputs.Url("--poll");
        return new Option<IPEndPoint?>("--poll") { Description = "Fetch reports from this gateway.", CustomParser = url.CustomParser };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        life.CancelAfter(LongestLife);
        var tally = new ReportTally(parsed.GetValue(_run));
        IPushTaker taker = parsed.GetValue(_secret) is { } secret ? new SinchCallbacks(tally, secret) : new InfobipPushes(tally);
        using var listener = new ReportListener(taker, parsed.GetValue(_port));
        Console.WriteLine(listener.Start());

        var receiving = parsed.GetValue(_poll) is { } gateway
            ? new ReportPoller(tally, gateway, parsed.GetValue(_key)!, connections: 2).RunAsync(life.Token)
            : listener.RunAsync(life.Token);
        var talking = ReceiverConversation.RunAsync(tally, Console.In, Console.Out, life.Token);
        await Task.WhenAny(receiving, talking);
        await life.CancelAsync();
        try
        {
            await Task.WhenAll(receiving, talking);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}

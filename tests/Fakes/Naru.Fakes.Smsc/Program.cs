using System.CommandLine;
using Naru.Carriers.Smpp.Protocol;
using Naru.Fakes.Smsc;

var port = new Option<int>("--port") { Description = "Where it listens on loopback; 0: any free port.", DefaultValueFactory = _ => 2775 };
var id = new Option<string>("--system-id") { DefaultValueFactory = _ => "naru" };
var password = new Option<string>("--password") { DefaultValueFactory = _ => "secret" };
var journal = new Option<string?>("--journal") { Description = "Writes what happens into this file, one JSON document a line." };
var fast = new Option<bool>("--fast") { Description = "Checks and writes nothing: for measurements." };
var state = new Option<string>("--receipt") { Description = "The state in receipts; 'none' for none.", DefaultValueFactory = _ => "DELIVRD" };
var throttle = new Option<int>("--throttle-every") { Description = "Every n-th submission is answered with ESME_RTHROTTLED; 0: none." };
var program = new RootCommand("A mobile carrier's SMSC for tests: strict about SMPP 3.4. Ends with its standard input.") { port, id, password, journal, fast, state, throttle };
program.SetAction(async (parsed, cancellation) =>
{
    var every = parsed.GetValue(throttle);
    var delivers = parsed.GetValue(state) is "none" ? new SmscReaction { Receipts = [] } : new SmscReaction { Receipts = [parsed.GetValue(state)!] };
    await using var server = new SmscServer(new SmscOptions
    {
        Port = parsed.GetValue(port),
        SystemId = parsed.GetValue(id)!,
        Password = parsed.GetValue(password)!,
        JournalPath = parsed.GetValue(journal),
        IsFast = parsed.GetValue(fast),
        React = submission => every > 0 && submission.Number % every == 0 ? new SmscReaction { Status = SmppStatus.Throttled } : delivers,
    });
    Console.WriteLine(server.Port);
    while (await Console.In.ReadLineAsync(cancellation) is not null)
    {
        Console.WriteLine(server.Submissions);
    }
});
return await program.Parse(args).InvokeAsync();

using System.CommandLine;
using Naru.Load.Commands;
using Naru.Load.Machine;

SocketTuning.Apply();

var accept = new AcceptCommand();
var endToEnd = new EndToEndCommand();
var messagesSend = new MessagesSendCommand();
var scheduled = new ScheduledCommand();
var program = new RootCommand("Puts a Naru gateway on this machine under load and measures it. Loads end by themselves.")
{
    accept,
    endToEnd,
    messagesSend,
    scheduled,
    new ServeAndRunCommand(accept, endToEnd, messagesSend, scheduled),
    new RestartCommand(),
    new ReceiveCommand(),
    new SmppCommand(),
    new FsyncCommand(),
    new MatchCommand(),
};

return await program.Parse(args).InvokeAsync();

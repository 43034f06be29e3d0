using System.CommandLine;
using Naru.Load.Commands;
using Naru.Load.Machine;

SocketTuning.Apply();

var accept = new AcceptCommand();
var endToEnd = new EndToEndCommand();
var messagesSend = new MessagesSendCommand();
var program = new RootCommand("Puts a Naru gateway on this machine under load and measures it. Loads end by themselves.")
{
    accept,
    endToEnd,
    messagesSend,
    new ServeAndRunCommand(accept, endToEnd, messagesSend),
    new RestartCommand(),
    new ReceiveCommand(),
    new FsyncCommand(),
};

return await program.Parse(args).InvokeAsync();

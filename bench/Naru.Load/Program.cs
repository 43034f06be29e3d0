using System.CommandLine;
using Naru.Load.Commands;
using Naru.Load.Machine;

SocketTuning.Apply();

var accept = new AcceptCommand();
var endToEnd = new EndToEndCommand();
var program = new RootCommand("Puts a Naru gateway on this machine under load and measures it. Loads end by themselves.")
{
    accept,
    endToEnd,
    new ServeAndRunCommand(accept, endToEnd),
    new RestartCommand(),
    new ReceiveCommand(),
    new FsyncCommand(),
};

return await program.Parse(args).InvokeAsync();

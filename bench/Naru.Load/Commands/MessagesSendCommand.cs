using System.CommandLine;
using System.Net;
using Naru.Load.Scenarios;

namespace Naru.Load.Commands;

/// <summary><c>messages-send</c>: see <see cref="MessagesSendScenario"/>.</summary>
internal sealed class MessagesSendCommand : ScenarioCommand
{
    private readonly LoadOptions _load;

    public MessagesSendCommand()
        : base("messages-send", "Sends AlimTalk through the Sinch door and measures when both signed callbacks arrive in another process.") =>
        _load = new LoadOptions(this);

    public override IScenario Bind(ParseResult parsed) => new MessagesSendScenario(_load.Read(parsed));

    protected override IPEndPoint Gateway(ParseResult parsed) => _load.Gateway(parsed);
}

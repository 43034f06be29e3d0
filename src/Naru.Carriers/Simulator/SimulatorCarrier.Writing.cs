using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>Texts that are written on the phones.</summary>
public sealed partial class SimulatorCarrier
{
    public async ValueTask<bool> WriteAsync(WorkspaceId workspace, Recipient from, string number, string text, CancellationToken cancellationToken)
    {
        if (_inbound is null || !from.IsPhone || _registry.FindNumber(number, workspace) is not { Number: var registered })
        {
            return false;
        }

        // First to the company, then onto the screen: what a phone shows as sent has been received. And what has been received it shows, whether the writer waits for it or not.
        var at = _clock.Now;
        var reference = _registry.NewUlid();
        await _inbound.ReceiveAsync([new InboundSms(Name, from.Value, registered, text, at, reference, Workspace: workspace)], cancellationToken);
        var card = new Card
        {
            Channel = Channel.Sms,
            Sender = registered,
            ChannelName = registered,
            DisplayName = registered,
            TemplateCode = null,
            Emphasis = Emphasis.None,
            Title = null,
            Subtitle = null,
            ImageUrl = null,
            Text = text,
            Variables = new Dictionary<string, string>(StringComparer.Ordinal),
            Buttons = [],
            Reference = reference,
            IsOwn = true,
        };
        var id = await _store.WriteAsync(() => _store.Handsets.Add(workspace, from, at, card), CancellationToken.None);
        _feed.Publish(workspace, new HandsetEvent(HandsetEventKind.Arrived, card.Arrived(id, workspace, from, at, [])));
        return true;
    }
}

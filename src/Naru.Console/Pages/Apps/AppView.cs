using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Apps;

/// <summary>An app as its pages show it.</summary>
/// <param name="Channels">In the app's order.</param>
/// <param name="Absent">The channels that it could have, and whether anything would carry them.</param>
/// <param name="Webhooks">Oldest first.</param>
public sealed record AppView(App App, IReadOnlyList<ChannelView> Channels, IReadOnlyList<(Channel Channel, bool Carried)> Absent, IReadOnlyList<WebhookEndpoint> Webhooks);

/// <param name="Sender">Null where the workspace has no such sender.</param>
public sealed record ChannelView(AppChannel Channel, Sender? Sender, AppChannelState State);

/// <summary>Reads apps with the state of their channels. Thread-safe.</summary>
public sealed class AppReader(WorkspaceDirectory directory, IEnumerable<ICarrier> carriers)
{
    private readonly ICarrier[] _carriers = [.. carriers];

    public AppView Read(App app) => new(
        app,
        [.. app.Channels.Select(channel => Read(app, channel))],
        [.. AppChannelRoutes.Possible.Where(possible => app.ChannelFor(possible) is null).Select(absent => (absent, IsCarried(absent)))],
        directory.SubscriptionsOf(app.Id));

    private ChannelView Read(App app, AppChannel channel)
    {
        var sender = directory.SenderOf(app.Workspace, channel);
        var state = AppChannelState.Judge(channel, app.Workspace, sender, IsCarried(channel.Channel), directory.FindWorkspace(app.Workspace)?.Settings.SmsNumbers.Count ?? 0);
        return new ChannelView(channel, sender?.Workspace == app.Workspace ? sender : null, state);
    }

    private bool IsCarried(Channel channel) => Array.Exists(_carriers, carrier => carrier.Carries(channel));
}

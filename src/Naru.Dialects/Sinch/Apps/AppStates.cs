using Naru.Core.Content;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>What is shown of an app and is not part of it: how its channels do, how full its queue is.</summary>
internal sealed class AppStates(WorkspaceDirectory directory, IEnumerable<ICarrier> carriers, IGateway gateway)
{
    private readonly ICarrier[] _carriers = [.. carriers];

    public ShownApp Show(App app) => new(app, [.. app.Channels.Select(channel => Show(app, channel))], gateway.QueuedOf(app.Id));

    private ShownChannel Show(App app, AppChannel channel)
    {
        var sender = directory.SenderOf(app.Workspace, channel);
        var numbers = directory.FindWorkspace(app.Workspace)?.Settings.SmsNumbers ?? [];
        var state = AppChannelState.Judge(channel, app.Workspace, sender, IsCarried(channel.Channel), numbers.Count);
        return new ShownChannel(channel, state, state.Status == AppChannelStatus.Failing ? "" : channel.Channel == Channel.Sms ? numbers[0].Number : sender!.ChannelName);
    }

    private bool IsCarried(Channel channel) => Array.Exists(_carriers, carrier => carrier.Carries(channel));
}

/// <param name="Queued">Messages that were accepted and have not ended.</param>
internal sealed record ShownApp(App App, IReadOnlyList<ShownChannel> Channels, int Queued);

/// <param name="KnownId">What the channel itself calls the business; empty while it does not know it.</param>
internal sealed record ShownChannel(AppChannel Channel, AppChannelState State, string KnownId);

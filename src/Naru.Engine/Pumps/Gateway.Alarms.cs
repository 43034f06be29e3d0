using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Registry;

namespace Naru.Engine.Pumps;

/// <summary>What somebody should look at.</summary>
public sealed partial class Gateway : IAlarms
{
    private event Action? AlarmsChanged;

    event Action? IAlarms.Changed
    {
        add => AlarmsChanged += value;
        remove => AlarmsChanged -= value;
    }

    IReadOnlyList<Alarm> IAlarms.All => _machine?.Alarms ?? [];

    async ValueTask<bool> IAlarms.TakeAsync(IReadOnlyList<AlarmStep> steps, CancellationToken cancellationToken)
    {
        var done = new Signal();
        var durable = Watch(done);
        return IsReady && _events.Writer.TryWrite(new EngineEvent.Alarmed(steps, done)) && await durable.WaitAsync(cancellationToken);
    }

    /// <summary>Who is told of an alarm: the installation and the workspace, each where it named a URL; of an endpoint that is rested not that endpoint itself.</summary>
    private (string Body, IReadOnlyList<WebhookEndpoint> Endpoints) AlarmNoticeOf(AlarmNews news)
    {
        var (key, endpoints) = (news.Alarm.Key, new List<WebhookEndpoint>(2));
        if (_directory.FindWorkspace(key.Workspace)?.Kind != WorkspaceKind.Disposable && _directory.AlarmEndpointOf(AlarmKey.Installation) is { } everybody)
        {
            endpoints.Add(everybody);
        }

        if (!key.IsOfInstallation && _directory.AlarmEndpointOf(key.Workspace) is { } own)
        {
            endpoints.Add(own);
        }

        endpoints.RemoveAll(endpoint => endpoint.Id == EndpointAlarms.EndpointOf(key));
        return endpoints.Count == 0 ? ("", endpoints) : (AlarmNotice.Of(news, _directory).Write(), endpoints);
    }
}

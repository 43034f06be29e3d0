using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Where alarms are told: one URL of each workspace, and one of the installation.</summary>
public sealed partial class WorkspaceDirectory
{
    private static readonly ReportEvent[] s_alarmEvents = [ReportEvent.AlarmRaised, ReportEvent.AlarmCleared];

    /// <param name="workspace"><see cref="AlarmKey.Installation"/>: that of the installation.</param>
    public WebhookEndpoint? AlarmEndpointOf(WorkspaceId workspace) =>
        _endpoints.Values.Where(endpoint => endpoint.Workspace == workspace && endpoint.Subscription is { IsOfAlarms: true }).MinBy(static endpoint => endpoint.Id);

    /// <summary>From now on alarms are told there. Another URL is another endpoint: what waits for the old one is given up.</summary>
    /// <param name="url">Null = nowhere.</param>
    /// <param name="secret">Null keeps the one that is known; there is none for a first URL.</param>
    /// <returns>False where the workspace has gone.</returns>
    public async ValueTask<bool> SaveAlarmEndpointAsync(WorkspaceId workspace, string? url, string? secret, CancellationToken cancellationToken)
    {
        var isThere = true;
        await ChangeAsync(
            () =>
            {
                isThere = workspace == AlarmKey.Installation || _workspaces.ContainsKey(workspace);
                return isThere ? AlarmEndpointChange(workspace, url, secret) : null;
            },
            cancellationToken);
        return isThere;
    }

    private DirectoryChange? AlarmEndpointChange(WorkspaceId workspace, string? url, string? secret)
    {
        var known = AlarmEndpointOf(workspace);
        var wanted = secret ?? known?.Subscription?.Secret;
        if (string.Equals(known?.Url, url, StringComparison.Ordinal) && string.Equals(known?.Subscription?.Secret, wanted, StringComparison.Ordinal))
        {
            return null;
        }

        var change = new DirectoryChange();
        if (known is not null && string.Equals(known.Url, url, StringComparison.Ordinal))
        {
            change.Endpoints.Add(known with { Subscription = known.Subscription! with { Secret = wanted } });
            return change;
        }

        if (known is not null)
        {
            change.RemovedEndpoints.Add(known.Id);
        }

        if (url is not null)
        {
            var subscription = new Subscription(NewUlid(), 0, true, wanted, [], s_alarmEvents, null);
            change.Endpoints.Add(new WebhookEndpoint(++_lastEndpoint, workspace, url, "application/json", _clock.Now, Subscription: subscription));
        }

        return change;
    }
}

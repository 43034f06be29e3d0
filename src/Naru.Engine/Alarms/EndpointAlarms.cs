using System.Globalization;
using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Engine.Alarms;

/// <summary>Which alarm says that an endpoint is rested.</summary>
public static class EndpointAlarms
{
    public static AlarmKey KeyOf(WebhookEndpoint endpoint) => KeyOf(endpoint.Workspace, endpoint.Id);

    public static AlarmKey KeyOf(WorkspaceId workspace, int endpoint) => new(AlarmKind.EndpointRested, workspace, endpoint.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number of the endpoint that an alarm of this kind is about; 0, which none has, where it is about many.</summary>
    public static int EndpointOf(in AlarmKey key) =>
        key.Kind == AlarmKind.EndpointRested && int.TryParse(key.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

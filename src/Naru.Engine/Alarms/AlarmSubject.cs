using Naru.Core.Alarms;
using Naru.Engine.Registry;

namespace Naru.Engine.Alarms;

/// <summary>What an alarm is about, in the words of people.</summary>
public static class AlarmSubject
{
    /// <summary>A sender's channel name, an endpoint's address (without its query, which may hold a key), else what the key says.</summary>
    public static string Of(Alarm alarm, WorkspaceDirectory directory) => alarm.Key.Kind switch
    {
        AlarmKind.CallerFault or AlarmKind.StaffMessageFailed =>
            // Where there is no such sender it is whatever the caller wrote: perhaps the key of another workspace's.
            directory.FindSender(alarm.Key.Subject) is { } sender && sender.Workspace == alarm.Key.Workspace ? sender.ChannelName : alarm.Key.Subject,
        AlarmKind.EndpointRested => directory.FindEndpoint(EndpointAlarms.EndpointOf(alarm.Key)) is { } endpoint ? new Uri(endpoint.Url).GetLeftPart(UriPartial.Path) : alarm.Key.Subject,
        _ => alarm.Key.Subject,
    };
}

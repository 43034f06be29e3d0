using System.Globalization;
using Naru.Console.Tests.Hosting;
using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Tests.Pages.Alarms;

internal static class AlarmCompany
{
    /// <summary>One of each kind, one acknowledged and one cleared; and an alarm of another workspace.</summary>
    public static async Task FillAlarmsAsync(this ConsoleHost host)
    {
        var other = await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        var endpoint = await host.Directory.EndpointIdAsync(host.Workspace.Id, "https://shop.example.com/naru/reports?key=s3cr3t", "application/json", default);
        host.Alarms.Put(AlarmKind.CallerFault, host.Workspace.Id, "15881234", "SMS_INVALID_SENDER", 3, "Sms", cleared: true);
        host.Alarms.Put(AlarmKind.CarrierDown, AlarmKey.Installation, "played", detail: "the dealer does not answer; the circuit is open");
        host.Alarms.Put(AlarmKind.UnknownOutcomes, AlarmKey.Installation, "smsc", "", 1_204, "31 within 10 min");
        host.Alarms.Put(AlarmKind.DiskNearlyFull, AlarmKey.Installation, "/var/lib/naru", detail: "812 MiB free; less than 1,024 MiB is an alarm");
        host.Alarms.Put(AlarmKind.StaffMessageFailed, other.Id, "@ops", "3016");
        host.Alarms.Put(AlarmKind.EndpointRested, host.Workspace.Id, endpoint.ToString(CultureInfo.InvariantCulture), "", 14, "HTTP 503");
        var fault = host.Alarms.Put(AlarmKind.CallerFault, host.Workspace.Id, host.Sender.Key, "3016", 12_873, "AlimTalk");
        await host.Alarms.TakeAsync([new AlarmStep.Acknowledge(fault.Id, "김운영")], default);
    }

    /// <summary>As after a bad night: a page has to stay a page.</summary>
    public static void CrowdAlarms(this ConsoleHost host)
    {
        for (var i = 0; i < 130; i++)
        {
            host.Alarms.Put(AlarmKind.CallerFault, host.Workspace.Id, host.Sender.Key, (3000 + i).ToString(CultureInfo.InvariantCulture), i + 1);
            host.Alarms.Put(AlarmKind.CarrierDown, AlarmKey.Installation, "played", cleared: true);
        }
    }
}

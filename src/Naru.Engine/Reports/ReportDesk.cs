using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Reports;

/// <summary>Sends a final report its way, in the same commit as the end of the message.</summary>
internal static class ReportDesk
{
    public static void Add(Flush flush, Message message)
    {
        var target = message.Envelope.Reports;
        switch (target.Route)
        {
            case ReportRoute.Silent:
                break;
            case ReportRoute.Pull:
                flush.Batch.PullAdds.Add(PullOf(message));
                break;
            case ReportRoute.Endpoint:
                var key = (target.EndpointId, message.Envelope.Dialect, message.Envelope.Route[0].Channel);
                if (!flush.Reports.TryGetValue(key, out var list))
                {
                    list = [];
                    flush.Reports.Add(key, list);
                }

                list.Add(message);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message), target.Route, "No such route for reports.");
        }
    }

    /// <summary>The pushes of these reports ran out: whoever polls finds them from now on.</summary>
    public static void Return(Flush flush, Push push, DateTimeOffset now)
    {
        foreach (var key in push.Reports)
        {
            flush.Batch.PullAdds.Add(new PulledReport(push.Workspace, push.Dialect, push.Channel, key, now));
        }
    }

    /// <summary>The subscriber has taken these reports after all.</summary>
    public static void Withdraw(Flush flush, Push push)
    {
        foreach (var key in push.Reports)
        {
            flush.Batch.PullConsumed.Add(new PulledReport(push.Workspace, push.Dialect, push.Channel, key, push.OpenedAt));
        }
    }

    private static PulledReport PullOf(Message message) => new(
        message.Workspace, message.Envelope.Dialect, message.Envelope.Route[0].Channel, message.Key, message.DoneAt ?? message.AcceptedAt);
}

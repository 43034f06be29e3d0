using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Reports;

/// <summary>Sends what a message's owner is told its way, in the same commit as what happened to the message.</summary>
internal static class ReportDesk
{
    /// <summary>A carrier took a step for the first time.</summary>
    public static void Submitted(Flush flush, Message message) => flush.Told.Add(new Happening(message, ReportEvent.Submitted));

    /// <summary>A step failed, and the next one begins.</summary>
    public static void StepFailed(Flush flush, int step, Message message)
    {
        if (message.Envelope.TellsFailedSteps && ReportEvents.StepFailed(step) is { } happened)
        {
            flush.Told.Add(new Happening(message, happened));
        }
    }

    /// <summary>The journey ended.</summary>
    public static void Ended(Flush flush, Message message)
    {
        switch (message.Envelope.Reports.Route)
        {
            case ReportRoute.Silent:
                break;
            case ReportRoute.Pull:
                flush.Batch.PullAdds.Add(PullOf(message));
                break;
            case ReportRoute.Endpoint:
            case ReportRoute.Subscribers:
                flush.Told.Add(new Happening(message, ReportEvent.Final));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message), message.Envelope.Reports.Route, "No such route for reports.");
        }
    }

    /// <summary>
    /// The pushes of these reports ran out: whoever polls finds them from now on, where the front door has a pull queue. Only final reports are pulled:
    /// that a carrier took a message is not worth telling afterwards.
    /// </summary>
    public static void Return(Flush flush, Push push, DateTimeOffset now)
    {
        if (!push.Dialect.HasPullQueue())
        {
            return;
        }

        foreach (var item in push.Items.Where(static i => i.Event == ReportEvent.Final))
        {
            flush.Batch.PullAdds.Add(new PulledReport(push.Workspace, push.Dialect, push.Dialect.QueueOf(push.Channel), item.Message, now));
        }
    }

    /// <summary>The subscriber has taken these reports after all.</summary>
    public static void Withdraw(Flush flush, Push push)
    {
        if (!push.Dialect.HasPullQueue())
        {
            return;
        }

        foreach (var item in push.Items.Where(static i => i.Event == ReportEvent.Final))
        {
            flush.Batch.PullConsumed.Add(new PulledReport(push.Workspace, push.Dialect, push.Dialect.QueueOf(push.Channel), item.Message, push.OpenedAt));
        }
    }

    private static PulledReport PullOf(Message message) => new(
        message.Workspace, message.Envelope.Dialect, message.Envelope.Dialect.QueueOf(message.Envelope.Route[0].Channel), message.Key, message.DoneAt ?? message.AcceptedAt);
}

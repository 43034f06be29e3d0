using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// Texts from a number that their workspace has not registered leave by no carrier: one of a later step could not be refused when the message was accepted, and a number can
/// be taken away meanwhile.
/// </summary>
internal static class UnregisteredNumbers
{
    private const string Code = "SMS_SENDER_UNREGISTERED";

    /// <param name="handOver">Called with what may leave, if anything may.</param>
    public static async ValueTask<IReadOnlyList<CarrierAnswer>> KeepBackAsync(
        IReadOnlyList<Message> messages, Handover[] handovers, Func<WorkspaceId, Step, bool> ownsSender, DateTimeOffset now, Func<Handover[], ValueTask<IReadOnlyList<CarrierAnswer>>> handOver)
    {
        if (!Array.Exists(handovers, static handover => handover.Step.Channel == Channel.Sms)
            || Enumerable.Range(0, handovers.Length).Where(IsKept).ToHashSet() is not { Count: > 0 } kept)
        {
            return await handOver(handovers);
        }

        var left = kept.Count == handovers.Length ? [] : await handOver([.. handovers.Where((_, i) => !kept.Contains(i))]);
        var next = 0;
        return [.. handovers.Select((_, i) => kept.Contains(i) ? CarrierAnswer.Done(Code, now) : left[next++])];

        // What is handed over again has perhaps left before: only the carrier can say what became of it.
        bool IsKept(int i) => handovers[i] is { Step.Channel: Channel.Sms } handover && messages[i].Resends == 0 && !ownsSender(handover.Workspace, handover.Step);
    }
}

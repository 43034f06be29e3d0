using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Dispatch;

namespace Naru.Engine.Intake;

/// <summary>Why a message can never be sent, as far as it is known when it is accepted. The dry run asks the same.</summary>
/// <param name="knows">Whether there is a way out of this name.</param>
internal sealed class IntakeRefusals(JourneyPolicy policy, Func<string, bool> knows, Func<WorkspaceId, Step, bool> ownsSender)
{
    /// <returns><see cref="EndReason.ResultCode"/> where nothing is against it.</returns>
    public EndReason Of(Submission submission, SubmittedMessage submitted, DateTimeOffset acceptedAt)
    {
        if (submitted.Refusal != EndReason.ResultCode)
        {
            return submitted.Refusal;
        }

        var step = submitted.Envelope.Route[0];
        if (!knows(step.Carrier))
        {
            return EndReason.NoCarrier;
        }

        if (step.Channel != Channel.ConsultationTalk && !submitted.To.IsPhone)
        {
            return EndReason.UnusableNumber;
        }

        return ownsSender(submission.Workspace, step) ? OfItsTime(submission.SendAt is { } asked && asked > acceptedAt ? asked : acceptedAt, submitted.Envelope) : EndReason.UnknownSender;
    }

    /// <summary>Something of the message leaves: the first step, or where that is refused, another.</summary>
    public static bool Leaves(EndReason refusal, SubmittedMessage submitted) => refusal == EndReason.ResultCode || Journey.GoesOnAfter(refusal, submitted.Envelope);

    private EndReason OfItsTime(DateTimeOffset start, Envelope envelope)
    {
        if (!envelope.IsAdvertisement)
        {
            return EndReason.ResultCode;
        }

        if (envelope.Openings.Next(start) is null)
        {
            return EndReason.NeverOpen;
        }

        return policy.RefuseAdvertisementsAtNight && !AdvertisingHours.Allowed.IsOpen(start) ? EndReason.AdvertisingHours : EndReason.ResultCode;
    }
}

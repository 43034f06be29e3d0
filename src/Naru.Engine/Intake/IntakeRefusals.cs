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
        var refusal = OfFirstStep(submission.Workspace, submitted);
        return Leaves(refusal, submitted) && OfAllSteps(submission, submitted, acceptedAt) is var always and not EndReason.ResultCode ? always : refusal;
    }

    private EndReason OfFirstStep(WorkspaceId workspace, SubmittedMessage submitted)
    {
        var step = submitted.Envelope.Route[0];
        return submitted.Refusal != EndReason.ResultCode ? submitted.Refusal
            : !knows(step.Carrier) ? EndReason.NoCarrier
            : NeedsPhone(step) && !submitted.To.IsPhone ? EndReason.UnusableNumber
            : ownsSender(workspace, step) ? EndReason.ResultCode
            : EndReason.UnknownSender;
    }

    /// <summary>Where the first step is refused and another could be tried: what is wrong with that one too.</summary>
    private EndReason OfAllSteps(Submission submission, SubmittedMessage submitted, DateTimeOffset acceptedAt) =>
        !submitted.To.IsPhone && submitted.Envelope.Route.All(NeedsPhone)
            ? EndReason.UnusableNumber
            : OfItsTime(submission.SendAt is { } asked && asked > acceptedAt ? asked : acceptedAt, submitted.Envelope);

    private static bool NeedsPhone(Step step) => step.Channel != Channel.ConsultationTalk;

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

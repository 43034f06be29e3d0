using Naru.Core.Messages;

namespace Naru.Engine.Intake;

/// <summary>What would become of a submission.</summary>
internal sealed partial class IntakeDesk
{
    /// <summary>Touches nothing of the desk: may be asked from any thread.</summary>
    public SubmissionPlan Plan(Submission submission, DateTimeOffset at)
    {
        var messages = submission.Messages;
        var lines = new BulkLines(messages);
        var refused = new EndReason[messages.Count];
        var lineOf = new int[messages.Count];
        for (var i = 0; i < refused.Length; i++)
        {
            refused[i] = refusals.Of(submission, messages[i], at);
            lineOf[i] = IntakeRefusals.Leaves(refused[i], messages[i]) ? lines.Of(i) : -1;
        }

        var isStartAsked = submission.SendAt > at;
        var times = BulkLinePlanner.Plan(
            lines.All, lineOf, [.. messages.Select(Validity)], submission.Pace, isStartAsked ? submission.SendAt!.Value : at, isStartAsked);
        return new SubmissionPlan(at, [.. messages.Select((message, i) => new MessagePlan(times[i], refused[i], message.RefusalNote) { Carriers = [.. message.Envelope.Route.Select(static step => step.Carrier)] })]);
    }
}

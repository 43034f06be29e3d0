using Naru.Core.Messages;
using Naru.Core.Timing;

namespace Naru.Engine.Intake;

/// <summary>What would become of a submission if it were handed in: nothing of it is stored, and its ids mean nothing.</summary>
/// <param name="Messages">In the order of the submission.</param>
public sealed record SubmissionPlan(DateTimeOffset At, IReadOnlyList<MessagePlan> Messages);

/// <param name="Time">When it would begin and until when it would be tried; null where it can never be sent.</param>
/// <param name="Refusal">Why it can never be sent; <see cref="EndReason.ResultCode"/> = nothing is against it.</param>
/// <param name="RefusalNote">Which of its parts is at fault, in plain English.</param>
public sealed record MessagePlan(PlannedTime? Time, EndReason Refusal, string? RefusalNote)
{
    /// <summary>Which carrier would take each step of its route, by the routes as they are now.</summary>
    public IReadOnlyList<string> Carriers { get; init; } = [];
}

using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>What is asked about time: plans by the planner itself, and bulks as a test puts them there.</summary>
internal sealed partial class FakeGateway
{
    /// <summary>How the bulks stand, by their public ids.</summary>
    public Dictionary<(WorkspaceId Workspace, string PublicId), BulkStanding> Standings { get; } = [];

    /// <summary>What was done with them, in order.</summary>
    public List<(string PublicId, BulkChange Change)> Changes { get; } = [];

    /// <summary>Submissions that were only looked at, and the instant as of which.</summary>
    public List<(Submission Submission, DateTimeOffset? At)> Looks { get; } = [];

    /// <summary>The senders that the workspace has; null = every one.</summary>
    public IReadOnlyCollection<string>? Senders { get; set; }

    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null)
    {
        Looks.Add((submission, at));
        var now = at ?? clock.Now;
        return new SubmissionPlan(now, [.. submission.Messages.Select((message, index) => Plan(submission, message, index, now) with { Carriers = [.. message.Envelope.Route.Select(static _ => "simulator")] })]);
    }

    public ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Standings.GetValueOrDefault((workspace, publicBulkId)));

    public ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken)
    {
        if (Always is not null)
        {
            return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.Refused, null));
        }

        if (!Standings.TryGetValue((workspace, publicBulkId), out var standing))
        {
            return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.NotFound, null));
        }

        if (standing.Status is BulkStatus.Finished or BulkStatus.Cancelled)
        {
            return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.TooLate, standing));
        }

        Changes.Add((publicBulkId, change));
        standing = change switch
        {
            BulkChange.Pause => standing with { Status = BulkStatus.Paused },
            BulkChange.Resume => standing with { Status = standing.SendAt > clock.Now ? BulkStatus.Pending : BulkStatus.Processing },
            BulkChange.Cancel => standing with { Status = BulkStatus.Cancelled },
            BulkChange.Reschedule to => standing with { SendAt = to.SendAt },
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "No such change."),
        };
        Standings[(workspace, publicBulkId)] = standing;
        return ValueTask.FromResult(new BulkChangeResult(BulkChangeResultKind.Done, standing));
    }

    public ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) =>
        throw NotAsked();

    private MessagePlan Plan(Submission submission, SubmittedMessage message, int index, DateTimeOffset now)
    {
        var envelope = message.Envelope;
        if (Senders?.Contains(envelope.Route[0].Sender) == false)
        {
            return new MessagePlan(null, EndReason.UnknownSender, null);
        }

        if (!message.To.IsPhone)
        {
            return new MessagePlan(null, EndReason.UnusableNumber, null);
        }

        var timetable = new Timetable(
            submission.SendAt, envelope.Window, envelope.IsAdvertisement, submission.Pace, message.Validity ?? JourneyPolicy.Default.MaxValidity);
        return Planner.Plan(timetable, now, index) is { } time
            ? new MessagePlan(time, EndReason.ResultCode, null)
            : new MessagePlan(null, EndReason.NeverOpen, null);
    }
}

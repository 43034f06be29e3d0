using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Webhooks;

namespace Naru.Engine.Tests.Simulation;

/// <summary>What is written.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<MessageKey, Message> _rows = [];
    private readonly HashSet<long> _pushIds = [];

    /// <summary>Messages whose final report was recorded, as a push or in the pull queue.</summary>
    private readonly HashSet<MessageKey> _recorded = [];

    /// <summary>A flush is on its way to the disk.</summary>
    public void Submitted(CommitBatch batch)
    {
        var rows = batch.Appends.Sum(a => a.Messages.Count);
        rows.ShouldBeLessThan(world.Settings.FlushRows + world.Settings.ChunkRows);
        batch.Appends.ForEach(a => a.Messages.Count.ShouldBeLessThanOrEqualTo(world.Settings.ChunkRows));
    }

    /// <summary>Just before it is durable.</summary>
    public void Landing(CommitBatch batch)
    {
        var merged = batch.PushesRemoved.SelectMany(id => world.Disk.Pushes.Where(p => p.Id == id)).SelectMany(p => p.Messages()).ToHashSet();
        var exhausted = batch.Pushes.Where(p => p.State == PushState.Exhausted).SelectMany(p => p.Messages()).ToHashSet();
        foreach (var push in batch.Pushes.Where(p => _pushIds.Add(p.Id)))
        {
            foreach (var report in push.Messages().Where(r => !merged.Contains(r)))
            {
                _recorded.Add(report).ShouldBeTrue($"The report of {report} was recorded twice.");
            }
        }

        foreach (var report in batch.PullAdds.Where(r => !exhausted.Contains(r.Key)))
        {
            _recorded.Add(report.Key).ShouldBeTrue($"The report of {report.Key} was recorded twice.");
        }
    }

    /// <summary>Just after it is durable.</summary>
    public void Landed(CommitBatch batch, CommitOutcome outcome)
    {
        outcome.StaleTransitions.ShouldBeEmpty("The only owner decided on something that was not the latest version.");
        for (var i = 0; i < batch.Appends.Count; i++)
        {
            if (outcome.Appends[i].Kind != SubmissionOutcomeKind.Stored)
            {
                continue;
            }

            foreach (var (message, _) in batch.Appends[i].Messages.Where((_, at) => !outcome.Appends[i].Duplicates.Contains(at)))
            {
                Began(message);
            }
        }

        foreach (var (message, from) in batch.Transitions)
        {
            Moved(_rows[message.Key], message, from);
            _rows[message.Key] = message;
        }

        _consumed.UnionWith(batch.PullConsumed.Select(r => r.Key));
    }

    private void Began(Message message)
    {
        message.IsFinal.ShouldBeFalse($"{message.Key} ended before it began: who reports it?");
        _rows[message.Key] = message;
        _began[message.Key] = message.Lane.Kind == LaneKind.Bulk ? message.Lane : LaneId.None;
    }

    private void Moved(Message before, Message after, int from)
    {
        from.ShouldBe(before.Version);
        after.Version.ShouldBe(before.Version + 1);
        (after.AttemptOpen && after.IsFinal).ShouldBeFalse("A final message has an open attempt.");
        ((int)after.StepIndex).ShouldBeInRange(before.StepIndex, before.StepIndex + 1);
        after.Attempt.ShouldBeInRange(before.Attempt, before.Attempt + 1);
        if (after.Attempt > before.Attempt)
        {
            before.AttemptOpen.ShouldBeFalse($"{after.Key} has two attempts open.");
            after.Timeline[^1].At.ShouldBeLessThan(after.ExpiresAt, $"{after.Key} began an attempt after its validity.");
        }

        if (before.IsFinal)
        {
            after.ShouldBe(before with { Version = after.Version, Timeline = after.Timeline }, "What ended has moved.");
        }
        else if (after.IsFinal && after.Envelope.Reports.Route != ReportRoute.Silent)
        {
            _recorded.ShouldContain(after.Key, "A message ended and its report was not recorded with it.");
        }
    }
}

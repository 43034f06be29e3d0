using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Webhooks;

namespace Naru.Engine.Tests.Simulation;

/// <summary>What is written.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<MessageKey, Message> _rows = [];
    private readonly HashSet<long> _pushIds = [];

    /// <summary>Messages whose final report was recorded, and for whom.</summary>
    private readonly HashSet<(MessageKey, int Endpoint)> _recorded = [];

    /// <summary>How often it was recorded that a carrier took a step.</summary>
    private readonly Dictionary<(int Endpoint, MessageKey), int> _submitted = [];

    private readonly HashSet<(MessageKey, int Endpoint, int Step)> _failedSteps = [];
    private readonly HashSet<(MessageKey, int Endpoint, int Step)> _takenSteps = [];

    /// <summary>Of how many steps a carrier said anything.</summary>
    private readonly Dictionary<MessageKey, int> _taken = [];

    /// <summary>Messages of pushes that are done.</summary>
    private readonly HashSet<MessageKey> _taken2xx = [];

    /// <summary>Crashes before it was accepted.</summary>
    private readonly Dictionary<MessageKey, int> _crashesBefore = [];

    /// <summary>In the place of an endpoint: the pull queue.</summary>
    private const int Nobody = 0;

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
        var merged = batch.PushesRemoved.Select(world.Disk.FindPush).OfType<Push>().SelectMany(p => p.Messages()).ToHashSet();
        var exhausted = batch.Pushes.Where(p => p.State == PushState.Exhausted).SelectMany(p => p.Messages()).ToHashSet();
        foreach (var push in batch.Pushes.Where(p => _pushIds.Add(p.Id)))
        {
            for (var item = 0; item < push.Items.Length; item++)
            {
                Recorded(push, item, merged.Contains(push.Items[item].Message));
            }
        }

        batch.PullAdds.TrueForAll(static r => r.Dialect == DialectName.Infobip).ShouldBeTrue("The other front doors have no pull queue.");
        foreach (var report in batch.PullAdds.Where(r => !exhausted.Contains(r.Key)))
        {
            _recorded.Add((report.Key, Nobody)).ShouldBeTrue($"The report of {report.Key} was recorded twice.");
        }
    }

    private void Recorded(Push push, int item, bool merged)
    {
        var (message, happened) = push.Items[item];
        var line = (push.EndpointId, message);
        if (push.Dialect == DialectName.Sinch)
        {
            if (!_toTell.TryGetValue(line, out var told))
            {
                _toTell.Add(line, told = []);
            }

            told.Add((push.Id, item));
        }

        if (happened.FailedStep() is { } step)
        {
            push.Dialect.ShouldBe(DialectName.Sinch, "The others are told the end only.");
            _failedSteps.Add((message, push.EndpointId, step)).ShouldBeTrue($"{message} is told twice that step {step} failed.");
            _recorded.ShouldNotContain((message, push.EndpointId), $"{message} is told that a step failed after its end.");
        }
        else if (happened.TakenStep() is { } taken)
        {
            push.Dialect.ShouldBe(DialectName.Sinch, "The others are told the end only.");
            _recorded.ShouldNotContain((message, push.EndpointId), $"{message} is told to be submitted after its end.");
            _takenSteps.Add((message, push.EndpointId, taken)).ShouldBeTrue($"{message} is told twice that a carrier took step {taken}.");
            _submitted[line] = _submitted.GetValueOrDefault(line) + 1;
        }
        else if (!merged)
        {
            _recorded.Add((message, push.EndpointId)).ShouldBeTrue($"The report of {message} was recorded twice.");
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

        foreach (var (message, _) in batch.Transitions)
        {
            foreach (var endpoint in world.Audience(message).Where(_ => message.Envelope.TellsSubmitted))
            {
                _submitted.GetValueOrDefault((endpoint, message.Key)).ShouldBe(
                    _taken.GetValueOrDefault(message.Key), $"{message.Key}: not every step that was taken was recorded for endpoint {endpoint}, once.");
            }
        }

        Listed(batch);
        foreach (var push in batch.Pushes.Where(p => p.State == PushState.Done))
        {
            _taken2xx.UnionWith(push.Messages());
        }

        if (batch.Appends.Count > 0 && world.Chance.Hit(0.2))
        {
            Queued();
        }

        _consumed.UnionWith(batch.PullConsumed.Select(r => r.Key));
    }

    private void Began(Message message)
    {
        message.IsFinal.ShouldBeFalse($"{message.Key} ended before it began: who reports it?");
        _rows[message.Key] = message;
        _crashesBefore[message.Key] = world.Crashes;
        if (message.Envelope.Openings != Openings.Always || (message.State == MessageState.Scheduled && IsTimed(message)))
        {
            // It has an instant of its own: what was accepted later may leave before.
            _moved.Add(message.Key);
        }

        _began[message.Key] = message.Lane.Kind is LaneKind.Bulk or LaneKind.Limit ? message.Lane : LaneId.None;
    }

    private void Moved(Message before, Message after, int from)
    {
        from.ShouldBe(before.Version);
        after.Version.ShouldBe(before.Version + 1);
        if ((after.Attempt == 0 && after.Lane != before.Lane) || (before.AttemptOpen && after.Lane.Kind == LaneKind.Bulk))
        {
            _moved.Add(after.Key);
        }

        (after.AttemptOpen && after.IsFinal).ShouldBeFalse("A final message has an open attempt.");
        ((int)after.StepIndex).ShouldBeInRange(after.State == MessageState.Delivered ? 0 : before.StepIndex, before.StepIndex + 1);
        after.Attempt.ShouldBeInRange(before.Attempt, before.Attempt + 1);
        if (after.Attempt > before.Attempt)
        {
            if (world.Gateway is { IsAlive: true })
            {
                _openedIn.Add(after.AttemptId, world.Crashes);
            }

            before.AttemptOpen.ShouldBeFalse($"{after.Key} has two attempts open.");
            after.Timeline[^1].At.ShouldBeLessThan(after.ExpiresAt, $"{after.Key} began an attempt after its validity.");
        }

        if (before.IsFinal)
        {
            after.ShouldBe(before with { Version = after.Version, Timeline = after.Timeline }, "What ended has moved.");
        }
        else if (after.IsFinal)
        {
            foreach (var endpoint in after.Envelope.Reports.Route == ReportRoute.Pull ? [Nobody] : world.Audience(after))
            {
                _recorded.ShouldContain((after.Key, endpoint), "A message ended and its report was not recorded with it.");
            }
        }

        _taken[after.Key] = StepsTaken(after);
    }

    /// <summary>Of how many steps a carrier said anything.</summary>
    private static int StepsTaken(Message message) =>
        message.Timeline.Where(line => line.Kind is TimelineKind.Taken or TimelineKind.Result).Select(line => line.Step).Distinct().Count();
}

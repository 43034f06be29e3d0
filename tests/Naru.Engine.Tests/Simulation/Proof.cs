using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Sees everything that is said and done, and fails where it breaks a promise (design §3).</summary>
internal sealed partial class Proof(World world)
{
    private readonly Dictionary<(WorkspaceId, Recipient, string Sender, string Carrier, int App, MessageClass, LaneId), long> _lastFirst = [];
    private readonly HashSet<MessageKey> _handedOver = [];
    private readonly HashSet<(MessageKey, byte Step)> _delivered = [];

    /// <summary>Messages that were accepted, by the lane they began in: order is promised within one.</summary>
    private readonly Dictionary<MessageKey, LaneId> _began = [];

    /// <summary>Messages that were put into another lane because limits had changed, that were given back, or that have a time of their own: those that came later may be before them.</summary>
    private readonly HashSet<MessageKey> _moved = [];

    public int Messages => _began.Count;

    /// <summary>The machine wants these handed over: the attempt of each must be durable by now.</summary>
    public void Ordered(CarrierOrder order)
    {
        foreach (var message in order.Messages)
        {
            var row = world.Disk.Find(message.Key).ShouldNotBeNull($"{message.Key} is handed over and not durable.");
            row.Attempt.ShouldBeGreaterThanOrEqualTo(message.Attempt, $"Attempt {message.AttemptId} is handed over and not durable.");
            message.State.ShouldBe(MessageState.Submitting, $"{message.Key} is handed over without an open attempt.");
            message.Step.Carrier.ShouldBe(order.Carrier);
            InItsOwnersTime(message);
            _ordered.Add(message.AttemptId);
        }
    }

    /// <summary>A hand-over reached the carrier's door.</summary>
    public void HandedOver(string carrier, Handover handover)
    {
        var key = handover.Id.Message;
        if (!_handedOver.Add(key))
        {
            return;
        }

        // A second crash meets those that the first recovery handed over again at a later instant than those it did not come to.
        var message = world.Disk.Find(key).ShouldNotBeNull();
        if (_moved.Contains(key) || message.Resends > 1 || message.StepIndex > 0)
        {
            return;
        }

        var line = (message.Workspace, message.To, handover.Step.Sender, carrier, message.Envelope.App, message.Class, _began[key]);
        _lastFirst.GetValueOrDefault(line).ShouldBeLessThan(key.Sequence, $"{key} was overtaken by a later message of the same sender to the same recipient: {string.Join(", ", message.Timeline.Select(l => $"{l.At:HH:mm:ss.ffff} {l.Kind} {l.Note}"))}; {_began[key].Kind}, {world.Disk.FindBulk(message.Bulk)?.Timing}.");
        _lastFirst[line] = key.Sequence;
    }

    /// <summary>The carrier accepted an attempt as new.</summary>
    public void Taken(string carrier, Handover handover)
    {
        var row = world.Disk.Find(handover.Id.Message).ShouldNotBeNull();
        row.Attempt.ShouldBe(handover.Id.Number, $"{carrier} took {handover.Id}, which is not the latest attempt.");
        world.Loop.Now.ShouldBeLessThan(row.ExpiresAt, $"{handover.Id} was submitted after its validity.");
        _delivered.Contains((handover.Id.Message, row.StepIndex)).ShouldBeFalse($"A step of {handover.Id.Message} arrived and was submitted again.");
        row.Timeline.TakeWhile(line => line.Kind != TimelineKind.AttemptStarted || line.Attempt != row.Attempt).Any(line => ResultCodes.Find(line.Code ?? "")?.Class == ResultClass.Success).ShouldBeFalse(
            $"It is known that {handover.Id.Message} arrived, and {carrier} was given it all the same.");
    }

    /// <summary>A phone shows it.</summary>
    public void Delivered(string carrier, Handover handover) =>
        _delivered.Add((handover.Id.Message, StepOf(handover.Id))).ShouldBeTrue($"{handover.Id.Message} was delivered twice, now by {carrier}.");

    private byte StepOf(AttemptId attempt) => world.Disk.Find(attempt.Message).ShouldNotBeNull()
        .Timeline.First(line => line.Kind == TimelineKind.AttemptStarted && line.Attempt == attempt.Number).Step;

    /// <summary>The carrier was told that its report is durable, and forgets it.</summary>
    public void Acknowledged(CarrierReport report)
    {
        var row = world.Disk.Find(report.Attempt.Message);
        if (row is not null && row.Timeline.Length < 38)
        {
            row.Timeline.Any(l => l.Attempt == report.Attempt.Number && l.Code == report.Code)
                .ShouldBeTrue($"A report for {report.Attempt} was acknowledged and is not durable.");
        }
    }

    /// <summary>An answer is on its way to a client.</summary>
    public void Answering(ClientRequest request, SubmissionResultKind result, SubmissionReceipt? receipt)
    {
        if (result is not (SubmissionResultKind.Stored or SubmissionResultKind.Replayed))
        {
            return;
        }

        receipt.ShouldNotBeNull().Messages.Count.ShouldBe(request.Count);
        foreach (var line in receipt.Messages.Where(l => !l.Duplicate))
        {
            world.Disk.Find(line.Key).ShouldNotBeNull($"{line.Key} was accepted and is not durable.");
        }

        if (request is { IdempotencyKey: not null, Given: { } given })
        {
            result.ShouldBe(SubmissionResultKind.Replayed);
            receipt.BulkId.ShouldBe(given.BulkId);
            receipt.Messages.ShouldBe(given.Messages, "A replay said something else.");
        }

        request.Given ??= receipt;
    }

    public void Holds(int working, int reports)
    {
        var bound = world.Settings.MaxWorking + world.Settings.FlushRows + world.Settings.ChunkRows + reports;
        working.ShouldBeLessThanOrEqualTo(bound, "More messages in memory than allowed.");
    }

    /// <summary>The gateway has been up for a while: nothing may be waiting that was due long ago.</summary>
    public void NothingForgotten(TimeSpan lag)
    {
        var late = world.Disk.Messages.FirstOrDefault(m => !m.IsFinal && !IsHeldByItsBulk(m) && m.LookAt < world.Loop.Now - (m.Lane.Kind == LaneKind.Limit ? 8 * lag : lag));
        late.ShouldBeNull($"{late?.Key} in state {late?.State} was due at {late?.LookAt:O} and nobody looks at it; {world.Gateway?.Working} of {world.Settings.MaxWorking} messages are in memory.");
    }
}

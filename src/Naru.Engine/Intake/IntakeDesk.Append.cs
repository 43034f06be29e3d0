using System.Runtime.InteropServices;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Intake;

/// <summary>Makes the rows of a chunk.</summary>
internal sealed partial class IntakeDesk
{
    private int Append(SubmissionTicket ticket, Flush flush, DateTimeOffset now)
    {
        var submission = ticket.Submission;
        var first = ticket.Taken == 0;
        var count = Math.Min(settings.ChunkRows, ticket.Keys.Length - ticket.Taken);
        ticket.ChunkStart = ticket.Taken;
        if (first && ticket.NeedsBulkRow)
        {
            ticket.Bulk = BulkKey.AtOrAfter(_nextBulk, submission.ClientBulkId is not null);
            _nextBulk = ticket.Bulk.Value + 1;
        }

        if (first && WaitsInItsBulk(ticket))
        {
            ticket.Lines = new BulkLines(submission.Messages);
            ticket.Timing = TimingOf(ticket);
        }

        var firstSequence = _nextSequence;
        var rows = new AppendedMessage[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = Row(ticket, ticket.Taken + i, i == 0 ? default : rows[i - 1], count, now);
        }

        ticket.Taken += count;
        ticket.LastSequence = _nextSequence - 1;
        var complete = ticket.Taken == ticket.Keys.Length;
        if (first && ticket.Bulk.Exists)
        {
            ticket.Row = BulkRow(ticket, firstSequence, complete);
        }

        if (submission.IdempotencyKey is null)
        {
            NoteUntimed(ticket, flush);
        }

        flush.Batch.Appends.Add(new SubmissionAppend
        {
            Workspace = submission.Workspace,
            Messages = rows,
            Bulk = first ? ticket.Row : null,
            Idempotency = first && submission.IdempotencyKey is { } key
                ? new IdempotencyClaim(key, submission.BodyHash ?? [], now + settings.IdempotencyLifetime)
                : null,
            Receipt = complete && submission.IdempotencyKey is { } claimed
                ? new ReceiptAppend(claimed, Receipt.Of(ticket, ids), ticket.ChunkStart)
                : null,
        });
        flush.Tickets.Add(ticket);
        if (complete && !first)
        {
            flush.Batch.Seals.Add(new BulkSeal(ticket.Bulk, ticket.LastSequence));
        }

        return count;
    }

    /// <summary>All of a bulk without a time begins when it is stored. Where its key could turn out to be known, that is certain only afterwards.</summary>
    private static void NoteUntimed(SubmissionTicket ticket, Flush flush)
    {
        if (ticket is { Row: { } bulk, Timing: null, Submission.App: not 0 })
        {
            flush.BulkNews.Add(new BulkNews(bulk.Workspace, ticket.Submission.App, bulk.PublicId, BulkStatus.Pending, BulkStatus.Finished, bulk.CreatedAt));
        }
    }

    private AppendedMessage Row(SubmissionTicket ticket, int index, AppendedMessage before, int count, DateTimeOffset now)
    {
        var submission = ticket.Submission;
        var submitted = submission.Messages[index];
        var key = new MessageKey(Partition.Of(submission.Workspace, submitted.To), _nextSequence++);
        ticket.Keys[index] = key;
        var refusal = refusals.Of(submission, submitted, ticket.AcceptedAt);
        var bulkLane = ticket.Lines is { } lines ? LaneId.Bulk(ticket.Bulk, submitted.Class, lines.Of(index)) : (LaneId?)null;
        var message = new Message
        {
            Key = key,
            Workspace = submission.Workspace,
            To = submitted.To,
            Envelope = submitted.Envelope,
            ClientId = submitted.ClientId,
            Bulk = ticket.Bulk,
            AcceptedAt = ticket.AcceptedAt,
            ExpiresAt = ticket.AcceptedAt + Validity(submitted),
            Class = submitted.Class,
        };
        message = bulkLane is null && submission.IsTimed && IntakeRefusals.Leaves(refusal, submitted) && Plan(submission, submitted, ticket.AcceptedAt) is { } plan && plan.At > ticket.AcceptedAt
            ? InItsLimitLane(Journey.BeginAt(message with { EndReason = refusal }, plan, submitted.Remark))
            : Journey.Begin(message, refusal, bulkLane, submitted.Remark);

        if (bulkLane is null && message is { EndReason: EndReason.ResultCode, State: MessageState.Queued })
        {
            message = StartAtOnce(message, count, now);
        }

        if (message.State == MessageState.Queued)
        {
            _waitedFor.Add(message.Lane);
        }

        return new AppendedMessage(message, EnvelopeId(ticket, index, before));
    }

    /// <summary>Where a limit hangs on its way, it waits in the limit's lane.</summary>
    private Message InItsLimitLane(Message message) => dispatcher.LimitLaneOf(message) is var lane && lane != LaneId.None ? message with { Lane = lane } : message;

    private Message StartAtOnce(Message message, int count, DateTimeOffset now)
    {
        message = InItsLimitLane(message);
        if (_waitedFor.Contains(message.Lane) || !dispatcher.MayStartAtOnce(message, count, now))
        {
            return message;
        }

        // A flush can come too late for a short validity: that one waits in its lane, where its end gets a report like any other.
        var decision = Journey.Decide(message, JourneyEvent.Due.Instance, now, dispatcher.TraitsOf(message.Step.Carrier)!, settings.Journey);
        return decision.Has(Effects.Submit) ? decision.Message : message;
    }

    /// <summary>
    /// A message that comes alone holds its own instant: a million of them are rows like any other. Several that are timed are drawn by their bulk, and so is
    /// what is stored in several chunks: nothing of that may begin before the last. A bulk that an app named is one even where it has one message: its subscribers are
    /// told how it stands.
    /// </summary>
    private bool WaitsInItsBulk(SubmissionTicket ticket) =>
        IsStaged(ticket) || (ticket.Submission.IsTimed && (ticket.Keys.Length > 1 || ticket.Submission is { App: not 0, ClientBulkId: not null }));

    private static BulkTiming TimingOf(SubmissionTicket ticket)
    {
        var submission = ticket.Submission;
        var start = submission.SendAt is { } asked && asked > ticket.AcceptedAt ? asked : ticket.AcceptedAt;
        var envelope = submission.Messages[0].Envelope;
        return new BulkTiming(
            BulkState.Running, 0, submission.SendAt, submission.Pace, start, start, ticket.Lines!.All, envelope.Route[0].Carrier, envelope.App);
    }

    /// <summary>Null where it can never be sent, which <see cref="IntakeRefusals"/> says.</summary>
    private PlannedTime? Plan(Submission submission, SubmittedMessage submitted, DateTimeOffset acceptedAt) => Planner.Plan(
        new Timetable(submission.SendAt, submitted.Envelope.Window, submitted.Envelope.IsAdvertisement, null, Validity(submitted)), acceptedAt);

    private TimeSpan Validity(SubmittedMessage submitted)
    {
        var longest = settings.Journey.MaxValidity;
        return submitted.Validity is { } asked && asked < longest ? asked : longest;
    }

    /// <summary>
    /// Messages of one envelope stand beside each other: the first of several gives it a row of its own. Where routes mixed them, each envelope has a row that its
    /// messages find again.
    /// </summary>
    private long EnvelopeId(SubmissionTicket ticket, int index, AppendedMessage before)
    {
        var submission = ticket.Submission;
        var envelope = submission.Messages[index].Envelope;
        if (submission.IsMixed)
        {
            var known = ticket.EnvelopeIds ??= new Dictionary<Envelope, long>(ReferenceEqualityComparer.Instance);
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, envelope, out var isKnown);
            return isKnown ? id : id = _nextEnvelope++;
        }

        if (before.Message is not null && ReferenceEquals(before.Message.Envelope, envelope))
        {
            return before.EnvelopeId;
        }

        return index + 1 < submission.Messages.Count && ReferenceEquals(submission.Messages[index + 1].Envelope, envelope) ? _nextEnvelope++ : 0;
    }

    private Bulk BulkRow(SubmissionTicket ticket, long firstSequence, bool complete) => new(
        ticket.Bulk,
        ticket.Submission.Workspace,
        Receipt.BulkIdOf(ticket, ids),
        ticket.Submission.ClientBulkId is not null,
        firstSequence,
        complete ? ticket.LastSequence : 0,
        ticket.Keys.Length,
        ticket.AcceptedAt,
        complete,
        ticket.Timing);
}

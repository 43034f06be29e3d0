using Naru.Core.Content;
using Naru.Core.Messages;
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

        var firstSequence = _nextSequence;
        var rows = new AppendedMessage[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = Row(ticket, ticket.Taken + i, i == 0 ? default : rows[i - 1], count, now);
        }

        ticket.Taken += count;
        ticket.LastSequence = _nextSequence - 1;
        var complete = ticket.Taken == ticket.Keys.Length;
        flush.Batch.Appends.Add(new SubmissionAppend
        {
            Workspace = submission.Workspace,
            Messages = rows,
            Bulk = first && ticket.Bulk.Exists ? BulkRow(ticket, firstSequence, complete) : null,
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

    private AppendedMessage Row(SubmissionTicket ticket, int index, AppendedMessage before, int count, DateTimeOffset now)
    {
        var submission = ticket.Submission;
        var submitted = submission.Messages[index];
        var key = new MessageKey(Partition.Of(submission.Workspace, submitted.To), _nextSequence++);
        ticket.Keys[index] = key;
        var longest = settings.Journey.MaxValidity;
        var validity = submitted.Validity is { } asked && asked < longest ? asked : longest;
        var staged = IsStaged(ticket);
        var message = Journey.Begin(new Message
        {
            Key = key,
            Workspace = submission.Workspace,
            To = submitted.To,
            Envelope = submitted.Envelope,
            ClientId = submitted.ClientId,
            Bulk = ticket.Bulk,
            AcceptedAt = ticket.AcceptedAt,
            ExpiresAt = ticket.AcceptedAt + validity,
            Class = submitted.Class,
        }, Refusal(submission, submitted), staged, submitted.Remark);

        if (!staged && message.EndReason == EndReason.ResultCode && dispatcher.LimitLaneOf(message) is var lane && lane != LaneId.None)
        {
            message = message with { Lane = lane };
        }

        if (!staged && message.EndReason == EndReason.ResultCode && !_waitedFor.Contains(message.Lane) && dispatcher.MayStartAtOnce(message, count, now))
        {
            // A flush can come too late for a short validity: that one waits in its lane, where its end gets a report like any other.
            var decision = Journey.Decide(message, JourneyEvent.Due.Instance, now, dispatcher.TraitsOf(message.Step.Carrier)!, settings.Journey);
            message = decision.Has(Effects.Submit) ? decision.Message : message;
        }

        if (message.State != MessageState.Submitting)
        {
            _waitedFor.Add(message.Lane);
        }

        return new AppendedMessage(message, EnvelopeId(submission, index, before));
    }

    /// <summary>Messages of one envelope stand beside each other: the first of several gives it a row of its own.</summary>
    private long EnvelopeId(Submission submission, int index, AppendedMessage before)
    {
        var envelope = submission.Messages[index].Envelope;
        if (before.Message is not null && ReferenceEquals(before.Message.Envelope, envelope))
        {
            return before.EnvelopeId;
        }

        return index + 1 < submission.Messages.Count && ReferenceEquals(submission.Messages[index + 1].Envelope, envelope) ? _nextEnvelope++ : 0;
    }

    private EndReason Refusal(Submission submission, SubmittedMessage submitted)
    {
        if (submitted.Refusal != EndReason.ResultCode)
        {
            return submitted.Refusal;
        }

        var step = submitted.Envelope.Route[0];
        if (!dispatcher.Knows(step.Carrier))
        {
            return EndReason.NoCarrier;
        }

        if (step.Channel != Channel.ConsultationTalk && !submitted.To.IsPhone)
        {
            return EndReason.UnusableNumber;
        }

        return ownsSender(submission.Workspace, step) ? EndReason.ResultCode : EndReason.UnknownSender;
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
        complete);
}

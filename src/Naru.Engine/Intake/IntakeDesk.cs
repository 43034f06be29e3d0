using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Dispatch;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Intake;

/// <summary>
/// Takes submissions and puts them into flushes. One that fits a flush goes whole, in the order of arrival. A larger one is staged:
/// a chunk a flush, behind the small ones, so that a single message never waits for a big neighbour; its last chunk seals it.
/// </summary>
internal sealed partial class IntakeDesk(
    EngineSettings settings, StoreOpening opening, MessageIdCodec ids, IntakeRefusals refusals, Dispatcher dispatcher, AppQueues queues)
{
    private readonly Queue<SubmissionTicket> _small = new();
    private readonly Queue<SubmissionTicket> _large = new();
    private readonly HashSet<(WorkspaceId Workspace, string Key)> _keysInFlight = [];

    /// <summary>Lanes in which a row of the flush that is being filled waits for its turn: what comes later waits behind it.</summary>
    private readonly HashSet<LaneId> _waitedFor = [];

    private long _nextSequence = opening.NextSequence;
    private long _nextBulk = opening.NextBulk;
    private long _nextEnvelope = opening.NextEnvelope;

    public bool HasWaiting => _small.Count > 0 || _large.Count > 0;

    public void Arrive(SubmissionTicket ticket, DateTimeOffset now, EngineCommands commands)
    {
        var submission = ticket.Submission;
        if (dispatcher.IsGone(submission.Workspace))
        {
            ticket.Result = SubmissionResultKind.Refused;
            commands.Answered.Add(ticket);
            return;
        }

        if (submission.IdempotencyKey is { } key && !_keysInFlight.Add((submission.Workspace, key)))
        {
            ticket.Result = SubmissionResultKind.InFlight;
            commands.Answered.Add(ticket);
            return;
        }

        if (!queues.TryEnter(submission.App, submission.Messages.Count))
        {
            Answer(ticket, SubmissionResultKind.QueueFull, commands);
            return;
        }

        ticket.AcceptedAt = now;
        ticket.Keys = new MessageKey[submission.Messages.Count];
        (submission.Messages.Count <= settings.ChunkRows ? _small : _large).Enqueue(ticket);
    }

    /// <summary>Fills a flush: small submissions first, then a chunk of each staged one, up to the flush's bound.</summary>
    public void Fill(Flush flush, DateTimeOffset now)
    {
        var rows = 0;
        _waitedFor.Clear();
        while (_small.Count > 0 && rows < settings.FlushRows)
        {
            rows += Append(_small.Dequeue(), flush, now);
        }

        for (var turns = _large.Count; turns > 0 && rows < settings.FlushRows; turns--)
        {
            rows += Append(_large.Dequeue(), flush, now);
        }
    }

    /// <summary>A chunk is durable: the submission is answered, or its next chunk waits for the next flush.</summary>
    public void Committed(SubmissionTicket ticket, SubmissionAppend append, SubmissionOutcome outcome, Flush next, EngineCommands commands)
    {
        switch (outcome.Kind)
        {
            case SubmissionOutcomeKind.Replayed:
                queues.Leave(ticket.Submission.App, ticket.Keys.Length);
                ticket.Earlier = outcome.Receipt;
                Answer(ticket, SubmissionResultKind.Replayed, commands);
                return;
            case SubmissionOutcomeKind.KeyReused:
                queues.Leave(ticket.Submission.App, ticket.Keys.Length);
                Answer(ticket, SubmissionResultKind.KeyReused, commands);
                return;
        }

        queues.Leave(ticket.Submission.App, outcome.Duplicates.Count);
        foreach (var index in outcome.Duplicates)
        {
            (ticket.Duplicates ??= new bool[ticket.Keys.Length])[ticket.ChunkStart + index] = true;
        }

        var complete = ticket.Taken == ticket.Keys.Length;
        if (ticket.Submission.IdempotencyKey is not null)
        {
            NoteUntimed(ticket, next);
        }

        if (ticket.Timing is not null)
        {
            if (complete)
            {
                dispatcher.BulkStored(ticket.Row!);
            }
        }
        else
        {
            for (var i = 0; i < append.Messages.Count; i++)
            {
                if (ticket.Duplicates is null || !ticket.Duplicates[ticket.ChunkStart + i])
                {
                    dispatcher.Stored(append.Messages[i].Message);
                }
            }
        }

        if (!complete)
        {
            _large.Enqueue(ticket);
            return;
        }

        Answer(ticket, SubmissionResultKind.Stored, commands);
    }

    public void FailAll(EngineCommands commands)
    {
        foreach (var ticket in _small.Concat(_large))
        {
            Answer(ticket, SubmissionResultKind.Refused, commands);
        }

        _small.Clear();
        _large.Clear();
    }

    public void Failed(SubmissionTicket ticket, EngineCommands commands) => Answer(ticket, SubmissionResultKind.Refused, commands);

    private bool IsStaged(SubmissionTicket ticket) => ticket.Keys.Length > settings.ChunkRows;

    private void Answer(SubmissionTicket ticket, SubmissionResultKind result, EngineCommands commands)
    {
        ticket.Result = result;
        if (ticket.Submission.IdempotencyKey is { } key)
        {
            _keysInFlight.Remove((ticket.Submission.Workspace, key));
        }

        commands.Answered.Add(ticket);
    }
}

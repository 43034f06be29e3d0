using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>What owners change of their messages.</summary>
internal sealed partial class Dispatcher
{
    private readonly Dictionary<long, WaitingAmendments> _waitingAmendments = [];

    public void Amend(AmendTicket ticket, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var sequence = ticket.Key.Sequence;
        if (_working.TryGetValue(sequence, out var work))
        {
            Amend(work, ticket, flush, now);
        }
        else if (_waitingAmendments.TryGetValue(sequence, out var waiting))
        {
            waiting.Tickets.Add(ticket);
        }
        else
        {
            _waitingAmendments.Add(sequence, new WaitingAmendments(_departures.Begin(), [ticket]));
            commands.Loads.Add(ticket.Key);
        }
    }

    /// <summary>The store failed: what waits for a message to be loaded will not happen.</summary>
    public void FailAmendments(EngineCommands commands)
    {
        commands.Failed.AddRange(_waitingAmendments.Values.SelectMany(waiting => waiting.Tickets).Select(ticket => ticket.Done));
        _waitingAmendments.Clear();
    }

    private void AmendLoaded(MessageKey key, Dictionary<long, Message> found, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (!_waitingAmendments.Remove(key.Sequence, out var waiting))
        {
            return;
        }

        var work = _working.GetValueOrDefault(key.Sequence);
        var isOld = work is null && _departures.LeftSince(waiting.Read, key.Sequence);
        _departures.End(waiting.Read);
        if (isOld)
        {
            _waitingAmendments.Add(key.Sequence, waiting with { Read = _departures.Begin() });
            commands.Loads.Add(key);
            return;
        }

        work ??= found.TryGetValue(key.Sequence, out var message) ? new Work(message) : null;
        foreach (var ticket in waiting.Tickets)
        {
            if (work is null)
            {
                commands.Signals.Add(ticket.Done);
            }
            else
            {
                Amend(work, ticket, flush, now);
            }
        }
    }

    private void Amend(Work work, AmendTicket ticket, Flush flush, DateTimeOffset now)
    {
        var before = work.Message;
        if (ticket.Happening is { } happening)
        {
            var decision = Journey.Decide(before, happening, now, TraitsOf(before.Step.Carrier) ?? NoCarrier, _settings.Journey);
            (ticket.Done.Value, ticket.Changed) = (decision.Message, decision.Changed);
            if (decision.Changed)
            {
                Write(work, decision, flush, null, ticket);
            }
            else
            {
                flush.Signals.Add(ticket.Done);
            }

            return;
        }

        var after = ticket.Amendment!.ApplyTo(before);
        ticket.Done.Value = after;
        if (ReferenceEquals(after, before))
        {
            // What it says already may not be durable yet: answered with the next flush.
            flush.Signals.Add(ticket.Done);
            return;
        }

        work.Message = after;
        work.Pins++;
        _working.TryAdd(before.Key.Sequence, work);
        flush.Batch.Transitions.Add(new Transition(after, before.Version));
        flush.Changes.Add(new Change(work, Effects.None, null, ticket));
    }

    private sealed record WaitingAmendments(long Read, List<AmendTicket> Tickets);
}

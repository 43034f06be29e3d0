using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>What happens to messages, and what is written for it.</summary>
internal sealed partial class Dispatcher
{
    private static readonly CarrierTraits NoCarrier = new(false, 1);

    public void LaneRead(EngineEvent.LaneRead read, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (read.Recovery)
        {
            Recover(read.Page, flush, now, commands);
            return;
        }

        var lane = LaneOf(read.Lane);
        _expected -= lane.Limit;
        _limited.Came(lane);
        lane.EndRead(read.Page);
        foreach (var message in read.Page.Messages)
        {
            if (_working.TryGetValue(message.Key.Sequence, out var work))
            {
                work.PassedBy = true;
            }
            else if (_departures.LeftSince(lane.Read, message.Key.Sequence))
            {
                // It came and went while the page was read: the page may be older than what became of it.
                lane.Note(message.LookAt);
            }
            else if (!_gone.Contains(message.Workspace))
            {
                if (lane.Bulk is { } bulk)
                {
                    Draw(bulk, lane, message, flush, now);
                }
                else
                {
                    LookAt(message, flush, now);
                }
            }
        }

        _departures.End(lane.Read);
        if (lane.Bulk is { } drawn)
        {
            Wake(drawn, now);
            DropIfEmpty(lane);
            NoteEnd(drawn, flush);
        }
        else
        {
            DropIfEmpty(lane);
        }
    }

    /// <summary>Its turn has come: where a limit hangs on its way, in the limit's lane.</summary>
    private void LookAt(Message message, Flush flush, DateTimeOffset now)
    {
        if (_limits.Any && message.State is (MessageState.Queued or MessageState.Scheduled) && message.EndReason == EndReason.ResultCode && message.ExpiresAt > now
            && _limits.LaneOf(message) is var lane && lane != LaneId.None && lane != message.Lane)
        {
            // The limit was set, or another one was, since the message was put there.
            Write(new Work(message), new Decision(Journey.MoveTo(message, lane), Effects.None, true), flush, null);
            return;
        }

        Decide(new Work(message), JourneyEvent.Due.Instance, flush, now, null);
    }

    /// <summary>
    /// Attempts that the last run left open. Those of this run are in memory and are not asked. What such an attempt's bulk has for a pace must be known before: handed
    /// over again, it takes a slot like others.
    /// </summary>
    private void Recover(LanePage page, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var unknown = page.Messages.Select(static m => m.Bulk).Where(bulk => bulk.Exists && !_bulks.ContainsKey(bulk) && !_unpaced.Contains(bulk)).Distinct().ToArray();
        if (unknown.Length == 0)
        {
            RecoverPage(page, flush, now);
            return;
        }

        _recovery!.Waiting = page;
        _unpaced.UnionWith(unknown);
        commands.BulkLoads.AddRange(unknown);
    }

    private void RecoverPage(LanePage page, Flush flush, DateTimeOffset now)
    {
        var recovery = _recovery!;
        var recalled = new List<(OpenBulk Bulk, Work Work)>();
        _expected -= recovery.Limit;
        foreach (var message in page.Messages)
        {
            recovery.After = new LanePosition(message.LookAt, message.Key.Sequence);
            if (message.State == MessageState.Submitting && message.Key.Sequence < recovery.Below && recovery.Seen.Add(message.Key.Sequence)
                && !_working.ContainsKey(message.Key.Sequence) && !_departures.LeftSince(recovery.Read, message.Key.Sequence))
            {
                var work = new Work(message);
                if (_bulks.TryGetValue(message.Bulk, out var bulk))
                {
                    Bind(work, bulk);
                }

                if (bulk?.FindRecalled(message) is { } attempt)
                {
                    work.Planned = attempt.Planned;
                    recalled.Add((bulk, work));
                }
                else
                {
                    Decide(work, JourneyEvent.Recovered.Instance, flush, now, null);
                }
            }
        }

        foreach (var group in recalled.GroupBy(static r => r.Bulk, static r => r.Work))
        {
            Close(group.Key, [.. group], flush, now);
        }

        _departures.End(recovery.Read);
        recovery.Reading = false;
        if (page.NextLookAt is not { } next || next > recovery.Until)
        {
            _recovery = null;
            _unpaced.Clear();
            Array.ForEach([.. _bulks.Values], DropIfDone);
        }
    }

    public void Answered(EngineEvent.CarrierAnswered answered, Flush flush, DateTimeOffset now)
    {
        var works = _carriers[answered.Carrier].TakeOut();
        for (var i = 0; i < works.Count; i++)
        {
            var work = works[i];
            if (!work.Stale)
            {
                Decide(work, new JourneyEvent.Answered(work.Message.Attempt, answered.Answers[i]), flush, now, null);
            }

            Unpin(work);
        }
    }

    /// <summary>The batch did not get to the carrier in the time of its slots, and never left: it waits for others.</summary>
    public void HeldUp(string carrier, Flush flush)
    {
        var desk = _carriers[carrier];
        var changed = new HashSet<OpenBulk>();
        foreach (var work in desk.Out)
        {
            Claim(work);
            if (work.IsOutdated)
            {
                changed.Add(work.Bulk!);
            }
        }

        desk.PutBack();
        foreach (var bulk in changed)
        {
            Recall(bulk, flush);
        }
    }

    public void Reported(ReportTicket ticket, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        if (ticket.Reports.Count == 0)
        {
            commands.Signals.Add(ticket.Done);
            return;
        }

        foreach (var report in ticket.Reports)
        {
            Apply(new PendingReport(ticket, report), flush, now, commands);
        }
    }

    public void Loaded(EngineEvent.Loaded loaded, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var found = loaded.Found.ToDictionary(m => m.Key.Sequence);
        foreach (var key in loaded.Asked)
        {
            AmendLoaded(key, found, flush, now, commands);
            if (!_waitingReports.Remove(key.Sequence, out var waiting))
            {
                continue;
            }

            var work = _working.GetValueOrDefault(key.Sequence);
            var isOld = work is null && _departures.LeftSince(waiting.Read, key.Sequence);
            _departures.End(waiting.Read);
            if (isOld)
            {
                _waitingReports.Add(key.Sequence, new WaitingReports(_departures.Begin(), waiting.Reports));
                commands.Loads.Add(key);
                continue;
            }

            work ??= found.TryGetValue(key.Sequence, out var message) ? new Work(message) : null;
            foreach (var report in waiting.Reports)
            {
                if (work is null)
                {
                    // The message is gone: purged with its workspace, or past its retention.
                    Settle(report.Ticket, commands);
                }
                else
                {
                    Decide(work, new JourneyEvent.Reported(report.Report.Attempt.Number, report.Report.Code, report.Report.At), flush, now, report);
                }
            }
        }
    }

    /// <summary>The change is durable, or its row had moved: then nothing of it happened.</summary>
    public void Committed(Change change, bool stale, Flush next, DateTimeOffset now, EngineCommands commands)
    {
        var work = change.Work;
        if (stale)
        {
            work.Stale = true;
            Unpin(work);
            Leave(work);
            if (change.Cause is { } cause)
            {
                Apply(cause, next, now, commands);
            }

            if (change.Amendment is { } again)
            {
                Amend(again, next, now, commands);
            }

            return;
        }

        if (!work.Stale)
        {
            var message = work.Message;
            if (change.Effects.HasFlag(Effects.Submit) && message is { State: MessageState.Submitting, AttemptOpen: true })
            {
                Depart(work, next, now);
            }
            else if (change.Effects.HasFlag(Effects.Submit))
            {
                work.ReleaseClaims();
            }

            if (!message.IsFinal)
            {
                Note(message);
            }
        }

        if (change.Cause is { } settled)
        {
            Settle(settled.Ticket, commands);
        }

        if (change.Amendment is { } amendment)
        {
            commands.Signals.Add(amendment.Done);
        }

        Unpin(work);
    }

    private void Apply(PendingReport report, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var key = report.Report.Attempt.Message;
        if (_working.TryGetValue(key.Sequence, out var work))
        {
            Decide(work, new JourneyEvent.Reported(report.Report.Attempt.Number, report.Report.Code, report.Report.At), flush, now, report);
            return;
        }

        if (_waitingReports.TryGetValue(key.Sequence, out var waiting))
        {
            waiting.Reports.Add(report);
            return;
        }

        _waitingReports.Add(key.Sequence, new WaitingReports(_departures.Begin(), [report]));
        commands.Loads.Add(key);
    }

    public static void Settle(ReportTicket ticket, EngineCommands commands)
    {
        if (--ticket.Outstanding == 0)
        {
            commands.Signals.Add(ticket.Done);
        }
    }

    private void Decide(Work work, JourneyEvent happened, Flush flush, DateTimeOffset now, PendingReport? cause)
    {
        var before = work.Message;
        var traits = TraitsOf(before.Step.Carrier) ?? NoCarrier;
        var decision = Journey.Decide(before, happened, now, traits, _settings.Journey);
        if (!decision.Changed)
        {
            if (cause is not null)
            {
                // What it repeats may have come a moment ago and not be durable: it is settled with the next flush, not at once.
                flush.Repeated.Add(cause.Ticket);
            }

            return;
        }

        if (decision.Has(Effects.Submit))
        {
            Claim(work);
        }

        if (_limits.Any && decision.Message.Lane.Kind == LaneKind.Plain && _limits.LaneOf(decision.Message) is var lane && lane != LaneId.None)
        {
            decision = decision with { Message = decision.Message with { Lane = lane } };
        }

        Write(work, decision, flush, cause);
    }

    private void Write(Work work, Decision decision, Flush flush, PendingReport? cause, AmendTicket? amendment = null)
    {
        var before = work.Message;
        work.Message = decision.Message;
        work.Pins++;
        _working.TryAdd(before.Key.Sequence, work);
        flush.Batch.Transitions.Add(new Transition(decision.Message, before.Version));
        flush.Changes.Add(new Change(work, decision.Effects, cause, amendment));
        if (decision.Has(Effects.Alarm))
        {
            flush.Alarms.Add(AlarmStep.OfMessage(before, decision.Message));
        }

        if (decision.Has(Effects.Unclear) && before.Envelope.Dialect != DialectName.Naru)
        {
            flush.Alarms.Add(new AlarmStep.Unclear(before.Step.Carrier));
        }

        if (decision.Has(Effects.Submitted))
        {
            Reports.ReportDesk.Submitted(flush, decision.Message);
        }

        if (decision.Has(Effects.StepFailed))
        {
            Reports.ReportDesk.StepFailed(flush, before.StepIndex, decision.Message);
        }

        if (decision.Has(Effects.Report))
        {
            Reports.ReportDesk.Ended(flush, decision.Message);
        }
    }

    /// <summary>Reports for a message that is being loaded.</summary>
    private sealed record WaitingReports(long Read, List<PendingReport> Reports);
}

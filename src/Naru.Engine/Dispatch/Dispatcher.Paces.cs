using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;

namespace Naru.Engine.Dispatch;

/// <summary>Bulks with a pace give their messages slots.</summary>
/// <remarks>
/// What begins is written down together with the bulk's row: the attempt, and how far the slots are given away. A slot is taken a moment before it comes, so that the
/// commit is done when it does; the attempt leaves at its slot or up to <see cref="EvenPace.Lateness"/> later, else it is given back and another slot is
/// taken for it. So the far side never sees more than the pace allows, and a restart begins after the last slot that can have been used.
/// </remarks>
internal sealed partial class Dispatcher
{
    /// <summary>A slot is taken so long before it comes, and the time of two commits.</summary>
    private static readonly TimeSpan s_lead = TimeSpan.FromMilliseconds(5);

    /// <summary>What a slow store adds to it.</summary>
    private static readonly TimeSpan s_mostForCommits = TimeSpan.FromSeconds(5);

    /// <summary>Messages are read so long before their slots.</summary>
    private static readonly TimeSpan s_readAhead = TimeSpan.FromMilliseconds(300);

    private const int MostReadAhead = 256;

    /// <summary>Bulks for whose next messages there was no room.</summary>
    private readonly HashSet<OpenBulk> _starved = [];

    private TimeSpan _commitTook;

    /// <summary>Longer than the lead, whatever a commit takes.</summary>
    private TimeSpan Ahead => s_readAhead + (4 * _commitTook);

    public void CommitTook(TimeSpan took)
    {
        _commitTook = took < TimeSpan.Zero ? TimeSpan.Zero : took < s_mostForCommits ? took : s_mostForCommits;
        _bound.Committed(took);
    }

    /// <summary>Gives slots that come soon to those that want one, and reads ahead.</summary>
    /// <returns>When there is something to do for the next slot although nothing happens.</returns>
    private DateTimeOffset? DrawSlots(OpenBulk bulk, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var next = GiveSlots(bulk, flush, now, commands);
        while (DistantLine(bulk, now) is { } lane)
        {
            LetGoOfDrawn(bulk, lane);
        }

        return next;
    }

    private DateTimeOffset? GiveSlots(OpenBulk bulk, Flush flush, DateTimeOffset now, EngineCommands commands)
    {
        var lead = s_lead + (2 * _commitTook);
        while (NextSlot(bulk, now) is { } next)
        {
            var (lane, slot) = next;
            if (lane is null)
            {
                if (slot - lead > now)
                {
                    return slot - lead;
                }

                DrawAgain(bulk, slot, flush);
                continue;
            }

            ReadAhead(bulk, lane, slot, now, commands);
            var isRead = bulk.Drawn.ContainsKey(lane);
            if (slot - lead > now)
            {
                return !isRead && slot - Ahead > now ? slot - Ahead : slot - lead;
            }

            if (isRead)
            {
                Draw(bulk, lane, slot, flush, now);
            }
            else if (_starved.Contains(bulk) && FirstLine(bulk, slot, onlyRead: true) is { } read && read.Slot - lead <= now)
            {
                // Its own messages of another line may be what takes the room: they go first.
                Draw(bulk, read.Lane, read.Slot, flush, now);
            }
            else
            {
                // Its page comes back as an event, or there will be room for it.
                return null;
            }
        }

        return null;
    }

    /// <summary>The next slot, and the lane whose message takes it; no lane: an attempt that is handed over again, before all others. Null when nobody wants one.</summary>
    private (Lane? Lane, DateTimeOffset Slot)? NextSlot(OpenBulk bulk, DateTimeOffset now)
    {
        var from = OnTime(bulk.Timing.Next, now);
        return bulk.Again.Count > 0 ? (null, from) : FirstLine(bulk, from) is { } first ? first : null;
    }

    private static void DrawAgain(OpenBulk bulk, DateTimeOffset slot, Flush flush)
    {
        var work = bulk.Again.Dequeue();
        work.Slot = slot;
        bulk.Write(bulk.Timing with { Next = slot + bulk.Timing.Pace!.Spacing }, flush);
        flush.Slotted.Add((bulk, work));
    }

    /// <summary>The next message of a line takes a slot, or ends without one.</summary>
    private void Draw(OpenBulk bulk, Lane lane, DateTimeOffset slot, Flush flush, DateTimeOffset now)
    {
        var (timing, line) = (bulk.Timing, bulk.LineOf(lane));
        var work = TakeDrawn(bulk, lane);
        if (IsWanting(work))
        {
            // Until when it was to be sent had the line gone on: what is over by then is not sent late.
            var planned = line.Openings.Next(timing.Next) ?? slot;
            var isOver = planned + work.Message.Validity <= now;
            var isRefused = work.Message.EndReason != EndReason.ResultCode;
            if (isOver && !isRefused)
            {
                bulk.Write(timing with { Next = planned + timing.Pace!.Spacing }, flush);
            }
            else if (!isRefused)
            {
                bulk.Write(timing with { Next = slot + timing.Pace!.Spacing }, flush);
            }

            Begin(bulk, work, isOver ? planned : slot, isOver || isRefused ? null : slot, flush, now);
        }

        Unpin(work);
        DropIfEmpty(lane);
        NoteEnd(bulk, flush);
    }

    /// <summary>Slots that came too long ago are lost: the line begins again now, that is when what is decided now is durable.</summary>
    private DateTimeOffset OnTime(DateTimeOffset next, DateTimeOffset now) =>
        now + _commitTook - next > EvenPace.Lateness - TimeSpan.FromMilliseconds(20) ? now + _commitTook : next;

    /// <summary>Of the lines of which something waits the one that is open first, and when; of several the one whose head was accepted first.</summary>
    private static (Lane Lane, DateTimeOffset Slot)? FirstLine(OpenBulk bulk, DateTimeOffset from, bool onlyRead = false)
    {
        if (bulk.Timing.State != BulkState.Running)
        {
            return null;
        }

        (Lane Lane, DateTimeOffset Slot)? first = null;
        foreach (var lane in bulk.Lanes)
        {
            var has = bulk.Drawn.TryGetValue(lane, out var drawn);
            if ((has || (!onlyRead && !lane.IsEmpty))
                && SlotOf(bulk, lane, from) is { } slot
                && (first is null || slot < first.Value.Slot || (slot == first.Value.Slot && ComesBefore(bulk, drawn, first.Value.Lane))))
            {
                first = (lane, slot);
            }
        }

        return first;
    }

    private static DateTimeOffset? SlotOf(OpenBulk bulk, Lane lane, DateTimeOffset from) =>
        bulk.LineOf(lane).Openings.Next(from > bulk.Timing.Start ? from : bulk.Timing.Start);

    /// <summary>Whether the head of one line was accepted before the other's. One that was not read yet must be, before that can be said.</summary>
    private static bool ComesBefore(OpenBulk bulk, Queue<Work>? drawn, Lane other) =>
        bulk.Drawn.TryGetValue(other, out var others) && (drawn is null || drawn.Peek().Message.Key.Sequence < others.Peek().Message.Key.Sequence);

    /// <summary>A line of which messages were read ahead and whose slots are not near any more: they would be in memory, in others' place, until they come.</summary>
    private Lane? DistantLine(OpenBulk bulk, DateTimeOffset now)
    {
        var from = OnTime(bulk.Timing.Next, now);
        foreach (var lane in bulk.Drawn.Keys)
        {
            if (bulk.Timing.State != BulkState.Running || SlotOf(bulk, lane, from) > now + Ahead)
            {
                return lane;
            }
        }

        return null;
    }

    /// <summary>What was read ahead of a line is left to its lane: it may be long until its slot.</summary>
    private void LetGoOfDrawn(OpenBulk bulk, Lane lane)
    {
        while (bulk.Drawn.ContainsKey(lane))
        {
            var work = TakeDrawn(bulk, lane);
            if (IsWanting(work))
            {
                Note(work.Message);
            }

            Unpin(work);
        }

        DropIfEmpty(lane);
    }

    private void ReadAhead(OpenBulk bulk, Lane lane, DateTimeOffset slot, DateTimeOffset now, EngineCommands commands)
    {
        var pace = bulk.Timing.Pace!;
        var wanted = (int)Math.Clamp(Ahead / pace.Spacing, 1, MostReadAhead);
        var held = bulk.Drawn.TryGetValue(lane, out var drawn) ? drawn.Count : 0;
        if (lane.Reading || lane.NextLookAt is null || held > wanted / 2 || slot - Ahead > now)
        {
            return;
        }

        wanted = Math.Min(wanted, Room(lane.Id.Class));
        if (_recovery is not null || wanted == 0)
        {
            _starved.Add(bulk);
            return;
        }

        _expected += wanted;
        Read(lane, wanted, now, commands);
    }

    private static Work TakeDrawn(OpenBulk bulk, Lane lane)
    {
        var drawn = bulk.Drawn[lane];
        var work = drawn.Dequeue();
        if (drawn.Count == 0)
        {
            bulk.Drawn.Remove(lane);
        }

        return work;
    }

    /// <summary>Nothing has become of it while it waited for its slot.</summary>
    private bool IsWanting(Work work) =>
        !work.Stale && work.Message is { State: MessageState.Scheduled or MessageState.Queued, AttemptOpen: false, Lane.Kind: LaneKind.Bulk } && !_gone.Contains(work.Message.Workspace);

    /// <summary>The slots that were taken for attempts to be handed over again are durable.</summary>
    public void Slotted(Flush flush, DateTimeOffset now)
    {
        foreach (var (bulk, work) in flush.Slotted)
        {
            bulk.Ready.Enqueue(work);
            Wake(bulk, now);
        }
    }
}

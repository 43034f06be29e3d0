using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>A bulk of which something waits in its own lanes, or is on its way from there.</summary>
internal sealed class OpenBulk(Bulk bulk)
{
    /// <summary>
    /// So many of its messages may have begun and not come back: what is paused then is little. A carrier that answers within 10 ms is given 100,000 a second by it.
    /// </summary>
    private const int MostBegun = 1_000;

    private Flush? _writtenIn;
    private int _writtenAt;

    public BulkKey Key => bulk.Key;

    public WorkspaceId Workspace => bulk.Workspace;

    /// <summary>As decided last; it may not be durable yet.</summary>
    public BulkTiming Timing { get; private set; } = bulk.Timing ?? throw new ArgumentException("A bulk without a time is not drawn from.", nameof(bulk));

    /// <summary>Those of its lines of which something waits.</summary>
    public List<Lane> Lanes { get; } = [];

    /// <summary>With a pace: messages that were read and wait for their slots, by lane.</summary>
    public Dictionary<Lane, Queue<Work>> Drawn { get; } = [];

    /// <summary>Messages whose attempt is written down and whose slot has not come.</summary>
    public Queue<Work> Ready { get; } = new();

    /// <summary>Attempts to be handed over again that need a slot for it.</summary>
    public Queue<Work> Again { get; } = new();

    /// <summary>Messages in memory that it began.</summary>
    public int Begun { get; set; }

    public bool IsBusy => Begun >= MostBegun;

    /// <summary>When it is looked at although nothing happens; null = only when something does.</summary>
    public DateTimeOffset? TurnAt { get; set; }

    /// <summary>Its messages are drawn slot by slot.</summary>
    public bool IsPaced => Timing is { Pace: not null, State: not BulkState.Cancelled };

    public BulkLine LineOf(Lane lane) => Timing.Lines[lane.Id.Line];

    /// <summary>The message's open attempt, where it is one that was recalled and is not closed yet; else null.</summary>
    public RecalledAttempt? FindRecalled(Message message)
    {
        foreach (var recalled in Timing.Recalled)
        {
            if (recalled.Sequence == message.Key.Sequence)
            {
                return recalled.Attempt == message.Attempt ? recalled : null;
            }
        }

        return null;
    }

    /// <summary>Those of <see cref="Ready"/> that were begun before it was changed. Afterwards they are not in it any more.</summary>
    public List<Work> TakeOutdatedReady()
    {
        var taken = new List<Work>();
        for (var count = Ready.Count; count > 0; count--)
        {
            var work = Ready.Dequeue();
            if (work.IsOutdated)
            {
                taken.Add(work);
            }
            else
            {
                Ready.Enqueue(work);
            }
        }

        return taken;
    }

    /// <summary>Puts its time as it is from now on into the flush: one row, however often it changes there.</summary>
    public void Write(BulkTiming timing, Flush flush)
    {
        if (_writtenIn == flush)
        {
            flush.Batch.Bulks[_writtenAt] = flush.Batch.Bulks[_writtenAt] with { Timing = timing };
        }
        else
        {
            (_writtenIn, _writtenAt) = (flush, flush.Batch.Bulks.Count);
            flush.Batch.Bulks.Add(new BulkUpdate(Key, timing, Timing.Revision));
        }

        var before = Timing;
        Timing = timing;
        if (timing.App != 0 && StatusOf(before) is var was && StatusOf(timing) is var stands && was != stands)
        {
            flush.BulkNews.Add(new BulkNews(Workspace, timing.App, bulk.PublicId, was, stands, timing.SendAt ?? bulk.CreatedAt));
        }
    }

    /// <summary>As <see cref="BulkStandings"/> has it, from what the row alone says.</summary>
    private static BulkStatus StatusOf(BulkTiming timing) => timing switch
    {
        { State: BulkState.Cancelled } => BulkStatus.Cancelled,
        { Progress: BulkProgress.All } => BulkStatus.Finished,
        { State: BulkState.Paused } => BulkStatus.Paused,
        { Progress: BulkProgress.Some } => BulkStatus.Processing,
        _ => BulkStatus.Pending,
    };
}

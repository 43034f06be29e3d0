using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;

namespace Naru.Engine.Dispatch;

/// <summary>What had begun when its bulk was changed, and had not left.</summary>
/// <remarks>
/// A change writes its bulk's row and no other, however much of the bulk stands at a desk, waits for its slot or is still being written down: all of that is taken out
/// of the way at once and listed in that row. When it is durable, the next flush closes the attempts, strikes them off the list, and the messages wait in their lanes
/// again. After a crash in between, the list says which open attempts never left.
/// </remarks>
internal sealed partial class Dispatcher
{
    private void Recall(OpenBulk bulk, Flush flush)
    {
        var recalled = new List<Work>();
        foreach (var work in bulk.TakeOutdatedReady().Concat(_carriers.Values.SelectMany(desk => desk.TakeOutdated(bulk)).ToArray()))
        {
            if (IsWanted(work))
            {
                recalled.Add(work);
            }
            else
            {
                Unpin(work);
            }
        }

        // What is not durable yet stands nowhere but here.
        var elsewhere = _carriers.Values.SelectMany(static desk => desk.Out).Concat(recalled).ToHashSet();
        foreach (var work in _working.Values)
        {
            if (work.Bulk == bulk && work is { IsOutdated: true, IsRecalled: false } && IsWanted(work) && !elsewhere.Contains(work))
            {
                work.Pins++;
                recalled.Add(work);
            }
        }

        if (recalled.Count == 0)
        {
            return;
        }

        foreach (var work in recalled)
        {
            work.IsRecalled = true;
            work.ReleaseClaims();
        }

        var added = recalled.Select(static work => new RecalledAttempt(work.Message.Key.Sequence, work.Message.Attempt, work.Planned));
        bulk.Write(bulk.Timing with { Recalled = [.. bulk.Timing.Recalled.Concat(added).OrderBy(static r => r.Sequence)] }, flush);
        flush.Recalls.Add((bulk, recalled));
    }

    /// <summary>The change is durable: what it recalled goes back.</summary>
    public void Recalled(Flush flush, Flush next, DateTimeOffset now)
    {
        foreach (var (bulk, works) in flush.Recalls)
        {
            if (!_gone.Contains(bulk.Workspace))
            {
                Close(bulk, works, next, now);
            }

            foreach (var work in works)
            {
                Unpin(work);
            }
        }
    }

    /// <summary>Closes recalled attempts and strikes them off the bulk's list, in one commit: what is on the list and open never left.</summary>
    private void Close(OpenBulk bulk, IReadOnlyList<Work> works, Flush flush, DateTimeOffset now)
    {
        foreach (var work in works)
        {
            if (!work.Stale)
            {
                GiveBack(work, "its bulk was changed before it left", flush, now);
            }
        }

        var closed = works.Select(static work => work.Message.Key.Sequence).ToHashSet();
        bulk.Write(bulk.Timing with { Recalled = [.. bulk.Timing.Recalled.Where(r => !closed.Contains(r.Sequence))] }, flush);
    }
}

using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Memory;

/// <summary>
/// The hot store in memory: complete, deterministic, and every call completes before it returns. It is the disk of the engine's simulation: what
/// <see cref="CommitAsync"/> carried out is on the <see cref="MemoryDisk"/>, and a crash is a new store on that disk.
/// </summary>
public sealed partial class MemoryMessageStore(MemoryDisk disk) : IMessageStore
{
    public MemoryMessageStore()
        : this(new MemoryDisk())
    {
    }

    public MemoryDisk Disk => disk;

    public ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken)
    {
        lock (disk.Gate)
        {
            RemoveUnsealed();
            return ValueTask.FromResult(new StoreOpening(
                disk.NextSequence, disk.NextBulk, disk.NextPush, disk.NextEnvelope, [.. disk.InstallationKey], disk.NextContact, disk.NextConversation)
            {
                Limits = [.. disk.Limits.Values],
                Alarms = [.. disk.Alarms.Values],
                OpenByApp = disk.Messages.Values.Where(m => m.Envelope.App != 0 && m.Lane != LaneId.None).CountBy(m => m.Envelope.App).ToDictionary(),
            });
        }
    }

    public ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (disk.Gate)
        {
            Check(batch);
            var appends = batch.Appends.ConvertAll(Append);
            foreach (var seal in batch.Seals)
            {
                if (disk.Bulks.TryGetValue(seal.Bulk.Value, out var row))
                {
                    disk.Bulks[seal.Bulk.Value] = row with { Sealed = true, LastSequence = seal.LastSequence };
                }
            }

            var staleBulks = Update(batch.Bulks);
            var stale = Update(batch.Transitions);
            foreach (var report in batch.PullAdds)
            {
                if (disk.Messages.ContainsKey(report.Key.Sequence))
                {
                    disk.Pulls.TryAdd(report.Key.Sequence, report);
                }
            }

            batch.PullConsumed.ForEach(report => disk.Pulls.Remove(report.Key.Sequence));
            foreach (var push in batch.Pushes)
            {
                disk.Pushes[push.Id] = push;
                disk.NextPush = Math.Max(disk.NextPush, push.Id + 1);
            }

            batch.PushesRemoved.ForEach(id => disk.Pushes.Remove(id));
            batch.LimitsRemoved.ForEach(id => disk.Limits.Remove(id.Value));
            batch.Limits.ForEach(row => disk.Limits[row.Id.Value] = row);
            batch.Talks.ForEach(Write);
            batch.AlarmsRemoved.ForEach(id => disk.Alarms.Remove(id));
            batch.Alarms.ForEach(alarm => disk.Alarms[alarm.Id] = alarm);
            return ValueTask.FromResult(new CommitOutcome { Appends = appends, StaleTransitions = stale, StaleBulks = staleBulks, Removed = batch.Removals.ConvertAll(Remove) });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public long SearchLag => 0;

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>What a database would refuse with an error is refused before anything has changed: a batch is carried out whole or not at all.</summary>
    private void Check(CommitBatch batch)
    {
        var seen = new HashSet<long>();
        foreach (var (message, _) in batch.Appends.SelectMany(append => append.Messages))
        {
            if (disk.Messages.ContainsKey(message.Key.Sequence) || !seen.Add(message.Key.Sequence))
            {
                throw new InvalidOperationException($"Sequence {message.Key.Sequence} is used twice.");
            }
        }

        foreach (var append in batch.Appends)
        {
            if (append.Bulk is { } bulk && disk.Bulks.ContainsKey(bulk.Key.Value))
            {
                throw new InvalidOperationException($"Bulk {bulk.Key.Value} is used twice.");
            }
        }
    }

    private List<int> Update(List<BulkUpdate> updates)
    {
        var stale = new List<int>();
        for (var i = 0; i < updates.Count; i++)
        {
            if (disk.Bulks.TryGetValue(updates[i].Bulk.Value, out var row) && (row.Timing?.Revision ?? 0) == updates[i].FromRevision)
            {
                disk.Bulks[updates[i].Bulk.Value] = row with { Timing = updates[i].Timing };
            }
            else
            {
                stale.Add(i);
            }
        }

        return stale;
    }

    private List<int> Update(List<Transition> transitions)
    {
        var stale = new List<int>();
        for (var i = 0; i < transitions.Count; i++)
        {
            var message = transitions[i].Message;
            if (disk.Messages.TryGetValue(message.Key.Sequence, out var row) && row.Version == transitions[i].FromVersion)
            {
                disk.Put(message);
            }
            else
            {
                stale.Add(i);
            }
        }

        return stale;
    }

    private void Write(TalkWrites talks)
    {
        // Those that go first: what they leave (an address, say) another may take in the same commit.
        talks.ContactsRemoved.ForEach(disk.RemoveContact);
        talks.ConversationsRemoved.ForEach(id => disk.Conversations.Remove(id));
        talks.Contacts.ForEach(disk.Put);
        talks.Conversations.ForEach(disk.Put);
    }

    private bool Exists(Message message) => !Hidden(message.Bulk);

    private bool Hidden(BulkKey bulk) => bulk.Exists && disk.Bulks.TryGetValue(bulk.Value, out var row) && !row.Sealed;
}

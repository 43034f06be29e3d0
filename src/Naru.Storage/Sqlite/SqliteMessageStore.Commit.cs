using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>One batch, one transaction.</summary>
public sealed partial class SqliteMessageStore
{
    public async ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await database.Writer.RunAsync(session =>
        {
            var tables = database.Written;
            session.BeginWrite();
            CommitOutcome outcome;
            try
            {
                database.Claims.EnsureLoaded(tables.Claims);
                outcome = Write(tables, batch);
                database.Claims.Move(tables.Claims);
                session.Commit();
            }
            catch
            {
                database.Claims.Invalidate();
                session.RollBack();
                throw;
            }

            database.Claims.Committed();

            TellOthers(session, batch);
            return outcome;
        });
    }

    /// <summary>Still before the caller learns of it: what it reads next must hold what it wrote.</summary>
    private void TellOthers(Session session, CommitBatch batch)
    {
        database.Checkpoints.Committed(session.PagesWritten());
        if (batch.Appends.Count > 0)
        {
            var (lowest, highest) = (long.MaxValue, 0L);
            foreach (var append in batch.Appends)
            {
                foreach (var (message, _) in append.Messages)
                {
                    lowest = Math.Min(lowest, message.Key.Sequence);
                    highest = Math.Max(highest, message.Key.Sequence);
                }
            }

            database.Feeder.Cursor.Committed(lowest, highest);
        }

        if (batch.Appends.Count > 0 || batch.Removals.Count > 0)
        {
            database.Feeder.Committed();
        }
    }

    private CommitOutcome Write(StoreTables tables, CommitBatch batch)
    {
        var appends = Append(tables, batch.Appends);
        foreach (var seal in batch.Seals)
        {
            tables.Bulks.Seal(seal);
        }

        List<int>? staleBulks = null;
        for (var i = 0; i < batch.Bulks.Count; i++)
        {
            if (!tables.Bulks.TryUpdate(batch.Bulks[i]))
            {
                (staleBulks ??= []).Add(i);
            }
        }

        var stale = Update(tables, batch.Transitions);
        foreach (var report in batch.PullAdds)
        {
            tables.Pulls.Add(report);
        }

        foreach (var report in batch.PullConsumed)
        {
            tables.Pulls.Consume(report.Workspace, report.Dialect, report.Channel, report.Key.Sequence);
        }

        foreach (var push in batch.Pushes)
        {
            tables.Pushes.Write(push);
        }

        batch.LimitsRemoved.ForEach(tables.Limits.Delete);
        batch.Limits.ForEach(tables.Limits.Write);
        WriteTalks(tables, batch);
        batch.AlarmsRemoved.ForEach(tables.Alarms.Delete);
        batch.Alarms.ForEach(tables.Alarms.Write);
        return new CommitOutcome { Appends = appends, StaleTransitions = stale, StaleBulks = staleBulks ?? [], Removed = Remove(tables, batch) };
    }

    private static IReadOnlyList<int> Update(StoreTables tables, List<Transition> transitions)
    {
        List<int>? stale = null;
        for (var i = 0; i < transitions.Count; i++)
        {
            if (!tables.Messages.TryUpdate(transitions[i].Message, transitions[i].FromVersion))
            {
                (stale ??= []).Add(i);
            }
        }

        return stale ?? (IReadOnlyList<int>)[];
    }
}

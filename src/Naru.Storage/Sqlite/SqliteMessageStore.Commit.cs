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
            var tables = Written;
            session.BeginWrite();
            CommitOutcome outcome;
            try
            {
                outcome = Write(tables, batch);
                session.Commit();
            }
            catch
            {
                session.RollBack();
                throw;
            }

            database.Checkpoints.Committed(session.PagesWritten());
            return outcome;
        });
    }

    private CommitOutcome Write(StoreTables tables, CommitBatch batch)
    {
        var appends = Append(tables, batch.Appends);
        foreach (var seal in batch.Seals)
        {
            tables.Bulks.Seal(seal);
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

        return new CommitOutcome { Appends = appends, StaleTransitions = stale, Removed = Remove(tables, batch) };
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

using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>One batch, one transaction.</summary>
public sealed partial class PostgresMessageStore
{
    public async ValueTask<CommitOutcome> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await database.Writer.RunAsync(async connection =>
        {
            _messages.Clear();
            _envelopes.Clear();
            database.Numbers.Use(batch);
            var outcome = await WriteAsync(connection, batch);
            _envelopes.Committed();
            TellOthers(batch);
            return outcome;
        });
    }

    private async Task<CommitOutcome> WriteAsync(NpgsqlConnection connection, CommitBatch batch)
    {
        var appends = new AppendWork(batch.Appends, _messages, _envelopes);
        await appends.DecideAsync(connection);
        var talks = new TalkWriting(batch.Talks);
        await talks.PrepareAsync(connection);

        var begun = false;
        if (appends.ClaimsIds)
        {
            await using var claiming = Begin(connection, ref begun);
            appends.Claim(claiming);
            await claiming.RunAsync(CancellationToken.None);
        }

        // Removals ask and answer; all other batches end with this trip.
        var removes = batch.Removals.Count > 0;
        await using var writing = removes ? Begin(connection, ref begun) : new RoundTrip(connection);
        appends.Write(writing);
        BulkTable.Seal(writing, batch.Seals);
        var bulks = new HashSet<int>();
        BulkTable.Update(writing, batch.Bulks, place => bulks.Add(place));
        var written = new HashSet<int>();
        _messages.Update(writing, batch.Transitions, number => written.Add(number));
        PullTable.Add(writing, batch.PullAdds);
        PullTable.Consume(writing, batch.PullConsumed);
        PushTable.Write(writing, batch.Pushes);
        LimitTable.Write(writing, batch);
        talks.WriteTo(writing);
        AlarmTable.Write(writing, batch);
        PushTable.Delete(writing, batch.PushesRemoved);
        var keeps = removes || batch.PushesRemoved.Count > 0 || talks.Removes;
        if (keeps)
        {
            database.Numbers.Keep(writing);
        }

        if (begun && !removes)
        {
            writing.Add("COMMIT");
        }

        await writing.RunAsync(CancellationToken.None);
        var removed = removes ? await RemoveAsync(connection, batch.Removals) : [];
        if (keeps)
        {
            database.Numbers.Kept();
        }

        return new CommitOutcome
        {
            Appends = appends.Outcomes,
            StaleTransitions = written.Count == batch.Transitions.Count ? [] : [.. Enumerable.Range(0, batch.Transitions.Count).Where(i => !written.Contains(i))],
            StaleBulks = bulks.Count == batch.Bulks.Count ? [] : [.. Enumerable.Range(0, batch.Bulks.Count).Where(i => !bulks.Contains(i))],
            Removed = removed,
        };
    }

    /// <summary>The first trip of a transaction begins it; the others go on.</summary>
    private static RoundTrip Begin(NpgsqlConnection connection, ref bool begun)
    {
        var trip = new RoundTrip(connection);
        if (!begun)
        {
            trip.Add("BEGIN");
            begun = true;
        }

        return trip;
    }

    /// <summary>Still before the caller learns of it: what it reads next must hold what it wrote.</summary>
    private void TellOthers(CommitBatch batch)
    {
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

            Cursor.Committed(lowest, highest);
        }

        if (batch.Appends.Count > 0 || batch.Removals.Count > 0)
        {
            database.Feeder.Committed();
        }
        else
        {
            database.Feeder.Wrote();
        }
    }
}

using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Search;

namespace Naru.Storage.Postgres;

/// <summary>
/// The hot store on PostgreSQL. A commit is one transaction on the writer's session, in as few round trips as its contents allow; readings run on
/// connections of their own and never wait for it. Rows of a statement cross the network as columns, never one by one.
/// </summary>
public sealed partial class PostgresMessageStore(PostgresDatabase database) : IMessageStore
{
    private readonly MessageWriting _messages = new();
    private readonly EnvelopeWriting _envelopes = new(database.Envelopes);

    public async ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken)
    {
        await database.EnsureOpenAsync(cancellationToken);
        await RemoveUnsealedAsync();
        database.Feeder.Committed();
        var next = database.Numbers.Next;
        return await database.ReadSnapshotAsync(
            async reading => new StoreOpening(next.Sequence, next.Bulk, next.Push, next.Envelope, database.InstallationKey, next.Contact, next.Conversation)
            {
                Limits = await reading.AskAsync("SELECT id, workspace, next_free FROM rate_limit ORDER BY id", LimitTable.Of),
                Alarms = await reading.AskAsync("SELECT id, workspace, body FROM alarm ORDER BY id", AlarmTable.Of),
                OpenByApp = (await reading.AskAsync(
                    "SELECT app, count(*) FROM message WHERE app <> 0 AND lane <> 0 GROUP BY app", static row => (App: row.GetInt32(0), Count: row.GetInt64(1))))
                    .ToDictionary(of => of.App, of => (int)of.Count),
            },
            cancellationToken);
    }

    /// <summary>The database stays open: the directory may use it too.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SearchCursor Cursor => database.Feeder.Cursor;
}

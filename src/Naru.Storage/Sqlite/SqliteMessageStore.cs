using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>
/// The hot store on SQLite. A commit is one transaction on the writer's thread; readings run on connections of their own, in one snapshot
/// each, and never wait for the writer. SQL stands in the classes of <c>Tables</c>, one for each table.
/// </summary>
public sealed partial class SqliteMessageStore(SqliteDatabase database) : IMessageStore
{
    public async ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        var opening = await database.Writer.CommitAsync(_ =>
        {
            var tables = database.Written;
            var highest = HighWater.Of(tables);
            database.Claims.EnsureLoaded(tables.Claims);
            RemoveUnsealed(tables);
            highest.Keep(tables);
            return OpeningOf(tables);
        });
        database.Claims.Committed();
        database.Feeder.Committed();
        return opening;
    }

    private StoreOpening OpeningOf(StoreTables tables)
    {
        var next = HighWater.Next(tables);
        var open = new Dictionary<int, int>();
        using (var rows = tables.Messages.OpenOfApps())
        {
            while (rows.Next())
            {
                open.Add((int)rows.Number(0), (int)rows.Number(1));
            }
        }

        return new StoreOpening(next.Sequence, next.Bulk, next.Push, next.Envelope, database.InstallationKey, next.Contact, next.Conversation)
        {
            Limits = tables.Limits.All(),
            Alarms = tables.Alarms.All(),
            OpenByApp = open,
        };
    }

    /// <summary>The database stays open: the directory may use it too.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ValueTask<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(reader => read(reader.Tables), cancellationToken);
}

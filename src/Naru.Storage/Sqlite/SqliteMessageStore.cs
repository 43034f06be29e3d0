using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>
/// The hot store on SQLite. A commit is one transaction on the writer's thread; readings run on connections of their own, in one snapshot
/// each, and never wait for the writer. SQL stands in the classes of <c>Tables</c>, one for each table.
/// </summary>
public sealed partial class SqliteMessageStore(SqliteDatabase database) : IMessageStore
{
    /// <summary>Of the writer's session; touched on its thread only.</summary>
    private StoreTables? _written;

    public async ValueTask<StoreOpening> OpenAsync(CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        var next = await database.Writer.CommitAsync(session =>
        {
            _written = new StoreTables(session, database.Envelopes);
            var highest = HighWater.Of(_written);
            RemoveUnsealed(_written);
            highest.Keep(_written);
            return HighWater.Next(_written);
        });
        return new StoreOpening(next.Sequence, next.Bulk, next.Push, next.Envelope, database.InstallationKey);
    }

    /// <summary>The database stays open: the directory may use it too.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StoreTables Written => _written ?? throw new InvalidOperationException("The store is used before it was opened.");

    private ValueTask<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(reader => read(reader.Tables), cancellationToken);
}

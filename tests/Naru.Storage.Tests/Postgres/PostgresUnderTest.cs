using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Postgres;

internal sealed class PostgresUnderTest : IStoreUnderTest
{
    private string? _place;
    private PostgresDatabase? _database;

    public PostgresDatabase Database => _database!;

    public async ValueTask<(IMessageStore Store, StoreOpening Opening)> OpenAsync()
    {
        _place ??= await PostgresServerForTests.NewDatabaseAsync();
        await CrashAsync();
        _database = PostgresServerForTests.Open(_place);
        var store = new PostgresMessageStore(_database);
        return (store, await store.OpenAsync(CancellationToken.None));
    }

    /// <summary>What a commit returned is in the database; the lock has to be let go, which a dead process does.</summary>
    public async ValueTask CrashAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
            _database = null;
        }
    }

    public async ValueTask<long> CountRowsAsync()
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        var tables = await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'meta'");
        long rows = 0;
        foreach (var table in tables)
        {
            rows += await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        if (_place is not null)
        {
            await PostgresServerForTests.LeaveAsync(_place);
        }
    }
}

using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

internal sealed class SqliteUnderTest : IStoreUnderTest
{
    /// <summary>Tables of the installation, of full-text search itself, and counters.</summary>
    private const string OwnTables = "('meta', 'sqlite_sequence', 'sqlite_stat1')";

    private readonly SqliteFolder _folder = new();
    private SqliteDatabase? _database;
    private SqliteMessageStore? _store;

    public SqliteDatabase Database => _database!;

    public async ValueTask<(IMessageStore Store, StoreOpening Opening)> OpenAsync()
    {
        await CrashAsync();
        _database = _folder.NewDatabase();
        _store = new SqliteMessageStore(_database);
        return (_store, await _store.OpenAsync(CancellationToken.None));
    }

    /// <summary>What a commit returned is in the file, also where nothing is closed; the folder's lock has to be let go, which a dead process does.</summary>
    public async ValueTask CrashAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
            await _database!.DisposeAsync();
            (_store, _database) = (null, null);
        }
    }

    public ValueTask<long> CountRowsAsync()
    {
        long rows = 0;
        foreach (var file in new[] { _folder.File, _folder.SearchFile }.Where(File.Exists))
        {
            using var connection = SqliteFolder.Connect(file);
            var tables = connection.Query<string>(
                $"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN {OwnTables} AND name NOT LIKE '%!_text!_%' ESCAPE '!' AND sql NOT LIKE 'CREATE VIRTUAL%'");
            rows += tables.Sum(table => connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}"));
        }

        return ValueTask.FromResult(rows);
    }

    public async ValueTask DisposeAsync()
    {
        await CrashAsync();
        _folder.Dispose();
    }
}

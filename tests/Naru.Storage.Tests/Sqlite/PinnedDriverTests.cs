using Dapper;
using Microsoft.Data.Sqlite;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>
/// The driver is held at an old version (see Directory.Packages.props). These are the things the storage counts on
/// that a wrong pair of packages, or a too old SQLite, would take away.
/// </summary>
public sealed class PinnedDriverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("naru-storage-").FullName;

    [Fact]
    public void A_file_database_takes_a_write_ahead_log_with_full_sync()
    {
        using var database = Open();

        database.ExecuteScalar<string>("PRAGMA journal_mode = WAL").ShouldBe("wal");
        database.Execute("PRAGMA synchronous = FULL");
        database.ExecuteScalar<int>("PRAGMA synchronous").ShouldBe(2);
    }

    [Fact]
    public void Rows_can_be_returned_by_the_statement_that_changes_them()
    {
        using var database = Open();
        database.Execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        database.Execute("INSERT INTO word (text) VALUES ('나루'), ('뱃사공')");

        database.Query<string>("UPDATE word SET text = text || '!' WHERE id = 2 RETURNING text").ShouldBe(["뱃사공!"]);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "naru.db")}");
        database.Open();
        return database;
    }
}

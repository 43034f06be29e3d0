using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Engine.Time;
using Naru.Storage.Sqlite;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>A data folder of its own, gone afterwards.</summary>
internal sealed class SqliteFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("naru-storage-").FullName;

    public string File => System.IO.Path.Combine(Path, "naru.db");

    public string SearchFile => System.IO.Path.Combine(Path, "naru-search.db");

    public SqliteDatabase NewDatabase(int claimsInMemory = 100) =>
        new(new SqliteStoreOptions { Folder = Path, ClaimsInMemory = claimsInMemory }, TimeProvider.System, new SystemRandomSource(), NullLogger<SqliteDatabase>.Instance);

    /// <summary>A connection of a stranger's, for looking and for spoiling.</summary>
    public static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Naru.Server.Tests.Hosting;

/// <summary>
/// Which store the gateways of the tests have: SQLite in the data folder; or, with <c>NARU_TEST_STORE=postgres</c>, a database of its own for each data
/// folder, on the server that <c>NARU_TEST_POSTGRES</c> names. Every test is run on either.
/// </summary>
internal static class StoreUnderTest
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> s_databases = new(StringComparer.Ordinal);
    private static int s_made;

    public static bool IsPostgres => Environment.GetEnvironmentVariable("NARU_TEST_STORE") == "postgres";

    /// <summary>The connection string for a data folder, whose database is made at the first call; null where the store lies in the folder.</summary>
    public static string? SettingFor(string dataFolder) =>
        IsPostgres ? s_databases.GetOrAdd(dataFolder, static _ => new Lazy<string>(Create)).Value : null;

    /// <summary>What a start says of the store, wherever it is: a file, or the name of the database.</summary>
    public static string NameOf(string dataFolder) =>
        SettingFor(dataFolder) is { } database ? new NpgsqlConnectionStringBuilder(database).Database! : "naru.db";

    /// <summary>A connection to the store of a gateway that was stopped.</summary>
    public static DbConnection Connect(string dataFolder) => SettingFor(dataFolder) is { } database
        ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString)
        : new SqliteConnection($"Data Source={Path.Combine(dataFolder, "naru.db")};Pooling=False");

    /// <summary>Changes what a stopped gateway left behind. Returns the number of rows.</summary>
    public static async Task<int> ChangeAsync(string dataFolder, string sql)
    {
        await using var connection = Connect(dataFolder);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The data folder is gone, and so is its database.</summary>
    public static void Forget(string dataFolder)
    {
        if (s_databases.TryRemove(dataFolder, out var database) && database is { IsValueCreated: true, Value: var made })
        {
            Run($"DROP DATABASE {new NpgsqlConnectionStringBuilder(made).Database} WITH (FORCE)");
        }
    }

    private static string Create()
    {
        var name = $"naru_server_{Environment.ProcessId}_{Interlocked.Increment(ref s_made)}";
        Run($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    private static string Server => Environment.GetEnvironmentVariable("NARU_TEST_POSTGRES")
        ?? throw new InvalidOperationException("NARU_TEST_STORE=postgres needs a server, named by NARU_TEST_POSTGRES: eng/postgres.sh start DIR prints it.");

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

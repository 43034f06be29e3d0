using Microsoft.Data.Sqlite;
using Naru.Server.Tests.Hosting;
using Npgsql;

namespace Naru.Server.Tests.Isolation;

/// <summary>What lies in the SQLite files of a data folder whose gateway was stopped, and in the database that belongs to it. They are only read.</summary>
internal static class StoredRows
{
    /// <summary>
    /// The number of rows of every table, by file and table; <c>meta</c> holds single values of the file itself. A full-text index is counted by the terms that it holds; its inner tables, which
    /// </summary>
    public static IReadOnlyDictionary<string, long> Count(string folder)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.db"))
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            foreach (var (table, isIndex) in Tables(connection))
                counts.Add($"{Path.GetFileName(file)}: {table}", isIndex ? CountTerms(connection, table) : (long)Ask(connection, $"SELECT count(*) FROM \"{table}\"")!);
        }

        if (StoreUnderTest.SettingFor(folder) is { } database)
            AddDatabase(counts, database);
        return counts;
    }

    private static void AddDatabase(SortedDictionary<string, long> counts, string database)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        connection.Open();
        var tables = new List<string>();
        using (var named = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'meta'", connection))
        using (var reader = named.ExecuteReader())
        {
            while (reader.Read())
                tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            using var counted = new NpgsqlCommand($"SELECT count(*) FROM {table}", connection);
            counts.Add($"database: {table}", (long)counted.ExecuteScalar()!);
        }
    }

    private static long CountTerms(SqliteConnection connection, string index)
    {
        Ask(connection, $"CREATE VIRTUAL TABLE temp.\"{index}_terms\" USING fts5vocab(main, \"{index}\", row)");
        return (long)Ask(connection, $"SELECT count(*) FROM temp.\"{index}_terms\"")!;
    }

    private static List<(string Name, bool IsIndex)> Tables(SqliteConnection connection)
    {
        var all = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'meta'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                all.Add((reader.GetString(0), reader.GetString(1)));
        }

        var indexes = all.Where(table => table.Sql.StartsWith("CREATE VIRTUAL TABLE", StringComparison.OrdinalIgnoreCase)).Select(table => table.Name + "_").ToArray();
        return
        [
            .. all.Where(table => !Array.Exists(indexes, index => table.Name.StartsWith(index, StringComparison.Ordinal)))
                .Select(table => (table.Name, indexes.Contains(table.Name + "_"))),
        ];
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

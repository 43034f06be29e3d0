using Microsoft.Data.Sqlite;

namespace Naru.Server.Tests.Isolation;

/// <summary>What lies in the SQLite files of a data folder whose gateway was stopped. They are only read.</summary>
internal static class StoredRows
{
    /// <summary>
    /// The number of rows of every table, by file and table. The inner tables of a full-text index are left out: they hold its structure, not rows;
    /// what it indexes is counted through the index itself.
    /// </summary>
    public static IReadOnlyDictionary<string, long> Count(string folder)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.db"))
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            foreach (var table in Tables(connection))
                counts.Add($"{Path.GetFileName(file)}: {table}", (long)Ask(connection, $"SELECT count(*) FROM \"{table}\""));
        }

        return counts;
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        var all = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                all.Add((reader.GetString(0), reader.GetString(1)));
        }

        var indexes = all.Where(table => table.Sql.StartsWith("CREATE VIRTUAL TABLE", StringComparison.OrdinalIgnoreCase)).Select(table => table.Name + "_").ToArray();
        return [.. all.Select(table => table.Name).Where(name => !Array.Exists(indexes, index => name.StartsWith(index, StringComparison.Ordinal)))];
    }

    private static object Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }
}

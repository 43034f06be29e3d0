using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// Brings a database to the schema of this program: numbered scripts, embedded, each in a transaction of its own together with its number. Who runs
/// them holds the lock of the database. There is no way down: a newer schema is refused.
/// </summary>
internal static class PostgresMigrations
{
    private static readonly Lazy<SortedList<int, string>> s_scripts = new(() => EmbeddedScripts.Of("Postgres"));

    /// <summary>The schema of this program.</summary>
    public static int Newest => s_scripts.Value.Keys[^1];

    public static async Task RunAsync(NpgsqlConnection connection, string name)
    {
        var schema = await SchemaOfAsync(connection, name);
        if (schema > Newest)
        {
            throw new StoreRefusedException(
                $"The database {name} has schema {schema}; this program knows schemas up to {Newest}. It was written by a newer Naru: run that version, or restore a backup made before the upgrade.");
        }

        foreach (var (number, script) in s_scripts.Value)
        {
            if (number > schema)
            {
                await ApplyAsync(connection, number, script);
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, int number, string script)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(script, commandTimeout: 0);
        await connection.ExecuteAsync(
            "INSERT INTO meta (name, number) VALUES ('schema', @number) ON CONFLICT (name) DO UPDATE SET number = @number", new { number = (long)number });
        await transaction.CommitAsync();
    }

    private static async Task<long> SchemaOfAsync(NpgsqlConnection connection, string name)
    {
        if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()") == 0)
        {
            return 0;
        }

        try
        {
            return await connection.ExecuteScalarAsync<long?>("SELECT number FROM meta WHERE name = 'schema'") ?? throw Foreign(name, null);
        }
        catch (PostgresException unknown) when (unknown.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn)
        {
            throw Foreign(name, unknown);
        }
    }

    private static StoreRefusedException Foreign(string name, Exception? cause) => new($"The database {name} has tables that are none of Naru's. Give Naru a database of its own.", cause!);
}

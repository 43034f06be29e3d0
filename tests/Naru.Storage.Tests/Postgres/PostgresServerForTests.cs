using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Engine.Time;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Postgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServerForTests))]

namespace Naru.Storage.Tests.Postgres;

/// <summary>
/// The server on which databases may be made (<c>NARU_TEST_POSTGRES</c>; eng/test.sh starts one). The schema is built once, in a template; a test gets a
/// copy of it, or one that another test has left: making and dropping one takes a second, emptying it some milliseconds.
/// </summary>
public sealed class PostgresServerForTests : IAsyncLifetime
{
    private const string Setting = "NARU_TEST_POSTGRES";

    private static readonly string? s_server = Environment.GetEnvironmentVariable(Setting);
    private static readonly SemaphoreSlim s_building = new(1, 1);
    private static readonly string s_run = $"naru_test_{Environment.ProcessId}";
    private static readonly ConcurrentBag<string> s_empty = [];
    private static string? s_template;
    private static int s_made;

    public static void Require() => Assert.SkipUnless(s_server is { Length: > 0 }, $"{Setting} names no PostgreSQL server: eng/test.sh starts one, or eng/postgres.sh start DIR.");

    /// <summary>A database with the newest schema and nothing in it. Returns its connection string.</summary>
    internal static async Task<string> NewDatabaseAsync() => s_empty.TryTake(out var left) ? left : await CreateAsync(await TemplateAsync());

    /// <summary>It has the newest schema, and nobody uses it any more.</summary>
    internal static async Task LeaveAsync(string database)
    {
        await using (var connection = await ConnectAsync(database))
        {
            foreach (var table in await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
            {
                await connection.ExecuteAsync($"DELETE FROM {table}{(table == "meta" ? " WHERE name <> 'schema'" : "")}");
            }
        }

        s_empty.Add(database);
    }

    /// <summary>A database without any table.</summary>
    internal static Task<string> NewEmptyDatabaseAsync() => CreateAsync("template0");

    internal static async Task DropAsync(string database)
    {
        await using var connection = await AdministratorAsync();
        await connection.ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");
    }

    internal static async Task<NpgsqlConnection> ConnectAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    internal static PostgresDatabase Open(string database, Func<PostgresStoreOptions, PostgresStoreOptions>? with = null)
    {
        var options = new PostgresStoreOptions { ConnectionString = database };
        return new PostgresDatabase(with?.Invoke(options) ?? options, TimeProvider.System, new SystemRandomSource(), NullLogger<PostgresDatabase>.Instance);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        while (s_empty.TryTake(out var left))
        {
            await DropAsync(left);
        }

        if (s_template is not null)
        {
            await DropAsync(StringFor(s_template));
        }
    }

    private static async Task<string> TemplateAsync()
    {
        await s_building.WaitAsync();
        try
        {
            if (s_template is null)
            {
                var made = await NewEmptyDatabaseAsync();
                await using (var database = Open(made))
                {
                    await new PostgresMessageStore(database).OpenAsync(CancellationToken.None);
                }

                // Each copy is an installation of its own.
                await using (var connection = await ConnectAsync(made))
                {
                    await connection.ExecuteAsync("DELETE FROM meta WHERE name = 'installation-key'");
                }

                s_template = new NpgsqlConnectionStringBuilder(made).Database;
            }

            return s_template!;
        }
        finally
        {
            s_building.Release();
        }
    }

    private static async Task<string> CreateAsync(string template)
    {
        Require();
        var name = $"{s_run}_{Interlocked.Increment(ref s_made)}";
        await using var connection = await AdministratorAsync();
        await connection.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return StringFor(name);
    }

    private static string StringFor(string database) => new NpgsqlConnectionStringBuilder(s_server) { Database = database }.ConnectionString;

    private static Task<NpgsqlConnection> AdministratorAsync() => ConnectAsync(s_server!);
}

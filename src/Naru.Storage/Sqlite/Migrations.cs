using Dapper;
using Microsoft.Data.Sqlite;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite;

/// <summary>
/// Brings a file to the schema of this program: numbered scripts, embedded, each in a transaction of its own together with its number.
/// There is no way down: a newer file is refused.
/// </summary>
internal static class Migrations
{
    /// <summary>"NARU": other programs' SQLite files do not have it.</summary>
    private const int ApplicationId = 0x4E415255;

    private static readonly Lazy<SortedList<int, string>> s_scripts = new(() => EmbeddedScripts.Of("Sqlite"));

    /// <summary>The schema of this program.</summary>
    public static int Newest => s_scripts.Value.Keys[^1];

    /// <summary>The scripts that lead to a schema, in order.</summary>
    public static IEnumerable<string> Until(int schema) => s_scripts.Value.Where(script => script.Key <= schema).Select(script => script.Value);

    public static void Run(Session session, string path)
    {
        var database = session.Connection;
        var schema = SchemaOf(database, path);
        if (schema > Newest)
        {
            throw new StoreRefusedException(
                $"'{path}' has schema {schema}; this program knows schemas up to {Newest}. It was written by a newer Naru: run that version, or restore a backup made before the upgrade.");
        }

        foreach (var (number, script) in s_scripts.Value)
        {
            if (number > schema)
            {
                Apply(session, number, script);
            }
        }
    }

    private static void Apply(Session session, int number, string script)
    {
        session.BeginWrite();
        try
        {
            session.Execute(script);
            session.Execute($"PRAGMA application_id = {ApplicationId}");
            session.Connection.Execute("INSERT INTO meta (name, value) VALUES ('schema', @number) ON CONFLICT (name) DO UPDATE SET value = @number", new { number });
            session.Commit();
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private static long SchemaOf(SqliteConnection database, string path)
    {
        if (database.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master") == 0)
        {
            return 0;
        }

        if (database.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId)
        {
            throw new StoreRefusedException($"'{path}' is a SQLite file, but none of Naru's. Give Naru a folder of its own.");
        }

        return database.ExecuteScalar<long>("SELECT value FROM meta WHERE name = 'schema'");
    }
}

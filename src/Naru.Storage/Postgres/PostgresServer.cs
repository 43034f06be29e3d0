using System.Globalization;
using Dapper;
using Naru.Engine.Ports;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>What is asked of a server before anything is written.</summary>
internal static class PostgresServer
{
    /// <summary>"NARU" and a one: one gateway owns a database, as one process owns a data folder.</summary>
    private const long OwnerLock = 0x4E41525500000001;

    private const int OldestVersion = 150000;

    /// <exception cref="StoreRefusedException">The server is too old, or keeps texts in another encoding.</exception>
    public static async Task<string> CheckAsync(NpgsqlConnection connection, string name)
    {
        var (number, version, encoding) = await connection.QuerySingleAsync<(string, string, string)>(
            "SELECT current_setting('server_version_num'), current_setting('server_version'), current_setting('server_encoding')");
        CheckVersion(int.Parse(number, CultureInfo.InvariantCulture), version, name);
        return encoding == "UTF8"
            ? version
            : throw new StoreRefusedException($"The database {name} has the encoding {encoding}; Naru needs UTF8 (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0).");
    }

    public static void CheckVersion(int number, string version, string name)
    {
        if (number < OldestVersion)
        {
            throw new StoreRefusedException($"The server of {name} is PostgreSQL {version}; Naru needs 15 or later.");
        }
    }

    /// <summary>
    /// Takes the database for the life of the session. Two gateways would each believe that they own every message in it.
    /// </summary>
    /// <exception cref="StoreRefusedException">Another session has it.</exception>
    public static async Task TakeAsync(NpgsqlConnection connection, TimeSpan patience, string name)
    {
        try
        {
            // At least one millisecond: 0 would mean for ever.
            var milliseconds = Math.Max(1, (long)patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            await connection.ExecuteAsync("SELECT set_config('lock_timeout', @milliseconds, false)", new { milliseconds });
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@key)", new { key = OwnerLock });
            await connection.ExecuteAsync("SET lock_timeout = 0");
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StoreRefusedException($"The database {name} is in use by another gateway. Stop that one, or give this one a database of its own.", taken);
        }
    }

    /// <summary>
    /// Behind a pooler that lends a server's session for one transaction, the lock would stay with a session that others use. While somebody else holds a
    /// transaction open, the next command of ours must still find what the one before has set.
    /// </summary>
    /// <exception cref="StoreRefusedException">There is such a pooler.</exception>
    public static async Task CheckNothingBetweenAsync(NpgsqlConnection connection, NpgsqlConnection other, string name)
    {
        var session = await connection.ExecuteScalarAsync<string>("SELECT set_config('naru.session', pg_backend_pid()::text, false)");
        await other.ExecuteAsync("BEGIN TRANSACTION");
        var stays = await connection.QuerySingleAsync<bool>(
            """
            SELECT coalesce(current_setting('naru.session', true), '') = @session AND pg_backend_pid()::text = @session AND EXISTS (
                SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid() AND (classid::bigint << 32 | objid::bigint) = @key)
            """,
            new { session, key = OwnerLock });
        await other.ExecuteAsync("ROLLBACK TRANSACTION");
        if (!stays)
        {
            throw new StoreRefusedException(
                $"Between Naru and the database {name} is a connection pooler that changes sessions between commands. Let Naru:Storage name the server itself, or let the pooler pool sessions.");
        }
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Naru.Storage.Sqlite;

/// <summary>
/// One connection with its settings and prepared statements. Used by one thread at a time.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly List<Statement> _statements = [];
    private Statement? _begin;
    private Statement? _beginWrite;
    private Statement? _commit;

    private Session(SqliteConnection connection) => Connection = connection;

    /// <summary>For cold SQL through Dapper.</summary>
    public SqliteConnection Connection { get; }

    private sqlite3 Handle => Connection.Handle!;

    public static Session Open(string path, SessionKind kind, int cacheMiB, int mmapMiB)
    {
        NativeSqlite.EnsureLoaded();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            Cache = SqliteCacheMode.Private,
        }.ToString());
        var session = new Session(connection);
        try
        {
            connection.Open();

            // The page size is fixed by the first write: it must be said before the journal mode.
            session.Execute($"PRAGMA page_size = 4096; PRAGMA busy_timeout = {(kind == SessionKind.Checkpoint ? 0 : 10_000)};");
            session.Execute("PRAGMA journal_mode = WAL;");
            session.Execute($"""
                PRAGMA wal_autocheckpoint = {(kind == SessionKind.Feed ? 4096 : 0)};
                PRAGMA synchronous = {(kind == SessionKind.Feed ? "NORMAL" : "FULL")};
                PRAGMA cache_size = -{cacheMiB * 1024};
                PRAGMA mmap_size = {(long)mmapMiB * 1024 * 1024};
                PRAGMA temp_store = MEMORY;
                PRAGMA foreign_keys = OFF;
                PRAGMA query_only = {(kind == SessionKind.Read ? "ON" : "OFF")};
                """);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Statement Prepare(string sql)
    {
        // PERSISTENT: the statement lives as long as the connection.
        var code = raw.sqlite3_prepare_v3(Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        if (code != raw.SQLITE_OK)
        {
            throw new SqliteException($"SQLite: {raw.sqlite3_errmsg(Handle).utf8_to_string()}", code & 0xFF, code);
        }

        var statement = new Statement(Handle, handle);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Statements without parameters, separated by semicolons.</summary>
    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A transaction whose snapshot is taken by its first read.</summary>
    public void BeginRead() => (_begin ??= Prepare("BEGIN")).Run();

    public void BeginWrite() => (_beginWrite ??= Prepare("BEGIN IMMEDIATE")).Run();

    /// <summary>Ends either kind.</summary>
    public void Commit() => (_commit ??= Prepare("COMMIT")).Run();

    /// <summary>Undoes what was begun; harmless where SQLite has done so already (a full disk, say).</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(Handle) == 0)
        {
            Execute("ROLLBACK");
        }
    }

    /// <summary>Pages that this connection has written to the log since it was opened.</summary>
    public long PagesWritten()
    {
        raw.sqlite3_db_status(Handle, CacheWrite, out var written, out _, 0);
        return (uint)written;
    }

    /// <summary>Moves pages from the log to the file.</summary>
    /// <returns>False when somebody was in the way. The size of the log and how much of it is moved, in pages.</returns>
    public bool Checkpoint(bool restart, out int logPages, out int movedPages)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(Handle, "main", restart ? raw.SQLITE_CHECKPOINT_RESTART : raw.SQLITE_CHECKPOINT_PASSIVE,
            out logPages, out movedPages);
        if (code is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
        {
            throw new SqliteException($"SQLite: {raw.sqlite3_errmsg(Handle).utf8_to_string()}", code & 0xFF, code);
        }

        return code == raw.SQLITE_OK;
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _statements.Clear();
        Connection.Dispose();
    }

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE</summary>
    private const int CacheWrite = 9;
}

internal enum SessionKind
{
    Read = 1,
    Write = 2,
    Checkpoint = 3,

    /// <summary>The search file's writer: nothing there is the only copy, so it is synced by its checkpoints only, which it makes itself.</summary>
    Feed = 4,
}

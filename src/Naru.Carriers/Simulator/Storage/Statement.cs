using SQLitePCL;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// A prepared statement on the raw handle: half the cost of a command, which is what the hot path pays most for. Not thread-safe; it
/// belongs to its connection. Columns and parameters count from 0 and 1, as in SQLite.
/// </summary>
internal sealed class Statement
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, parameter) : raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    public Statement BindNull(int parameter)
    {
        Check(raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    /// <summary>True when there is a row. Reset before the next use.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            var error = new SimulatorStoreException(result, raw.sqlite3_errmsg(_database).utf8_to_string());
            raw.sqlite3_reset(_statement);
            throw error;
        }

        return false;
    }

    /// <summary>Runs it to its end and makes it ready again. Returns how many rows changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        Reset();
        return raw.sqlite3_changes(_database);
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public string? Text(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>Called by its connection, which owns it.</summary>
    public void Close() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SimulatorStoreException(result, raw.sqlite3_errmsg(_database).utf8_to_string());
        }
    }
}

/// <summary>The simulator's file could not be read or written.</summary>
public sealed class SimulatorStoreException(int code, string message) : Exception($"SQLite {code}: {message}");

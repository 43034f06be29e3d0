using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Naru.Storage.Sqlite;

/// <summary>
/// A prepared statement of one <see cref="Session"/>, on the raw calls: the hot path binds and steps without ADO.NET in between.
/// Parameters and columns are counted from 1 and 0, as SQLite does. Not thread-safe, like its session.
/// </summary>
internal sealed class Statement(sqlite3 database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(handle, index, number) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    public Statement Bind(int index, string value)
    {
        Check(raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    /// <summary>UTF-8.</summary>
    public Statement BindText(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    public Statement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Carries out a statement that returns no rows, and says how many it changed.</summary>
    public int Run()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_DONE)
        {
            var changes = raw.sqlite3_changes(database);
            raw.sqlite3_reset(handle);
            return changes;
        }

        Fail(code);
        return 0;
    }

    /// <summary>Reads rows; dispose the reading before the statement is used again.</summary>
    public Reading Read() => new(this);

    /// <summary>The first column of the first row.</summary>
    public long? ReadNumber()
    {
        using var reading = Read();
        return reading.Next() && !reading.IsNull(0) ? reading.Number(0) : null;
    }

    /// <summary>The same of a statement that changes rows: it is carried out to its end.</summary>
    public long? ReadLastNumber()
    {
        using var reading = Read();
        long? last = null;
        while (reading.Next())
        {
            last = reading.Number(0);
        }

        return last;
    }

    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            Fail(code);
        }
    }

    private void Fail(int code)
    {
        // The message is the connection's; it must be read before the reset clears it.
        var failure = Refusal(code);
        raw.sqlite3_reset(handle);
        throw failure;
    }

    private SqliteException Refusal(int code) =>
        new($"SQLite: {raw.sqlite3_errmsg(database).utf8_to_string()}", code & 0xFF, raw.sqlite3_extended_errcode(database));

    internal readonly ref struct Reading(Statement statement)
    {
        public bool Next()
        {
            var code = raw.sqlite3_step(statement.Handle);
            if (code == raw.SQLITE_ROW)
            {
                return true;
            }

            if (code != raw.SQLITE_DONE)
            {
                statement.Fail(code);
            }

            return false;
        }

        public long Number(int column) => raw.sqlite3_column_int64(statement.Handle, column);

        public bool IsNull(int column) => raw.sqlite3_column_type(statement.Handle, column) == raw.SQLITE_NULL;

        public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

        /// <summary>Valid until the next row.</summary>
        public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement.Handle, column);

        public string Text(int column) => raw.sqlite3_column_text(statement.Handle, column).utf8_to_string();

        public void Dispose() => raw.sqlite3_reset(statement.Handle);
    }

    private sqlite3_stmt Handle => handle;
}

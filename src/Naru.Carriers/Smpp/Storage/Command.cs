using Microsoft.Data.Sqlite;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>A command that is made once and run again with other values, in their order. Parameters are <c>$1</c>, <c>$2</c> …</summary>
internal sealed class Command
{
    private readonly SqliteCommand _command;

    public Command(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }
    }

    public int Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteNonQuery();

    public List<T> Read<T>(SqliteTransaction transaction, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(transaction, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>Called by the <see cref="CommandSet"/> that owns it.</summary>
    public void Close() => _command.Dispose();

    private SqliteCommand Bind(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }
}

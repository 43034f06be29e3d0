using Microsoft.Data.Sqlite;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>One open handle on the simulator's file. Not thread-safe.</summary>
internal sealed class Connection : IDisposable
{
    // A checkpoint or another step holds the file for milliseconds; a second process on the same folder would hold it for ever.
    private const int BusyMilliseconds = 5000;

    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    public Connection(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute($"PRAGMA busy_timeout = {BusyMilliseconds}");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");

        // Checkpoints have their own connection: inside a commit they would be the slowest answers.
        Execute("PRAGMA wal_autocheckpoint = 0");
    }

    public Statement Prepare(string sql)
    {
        var statement = new Statement(_connection.Handle!, sql);
        _statements.Add(statement);
        return statement;
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Close();
        }

        _connection.Dispose();
    }
}

using Microsoft.Data.Sqlite;
using Naru.Core.Messages;

namespace Naru.Carriers.Http.Storage;

/// <summary>
/// What a dealer's carrier has to remember, in <c>carrier-{name}.db</c>: the key of its references, how far it has polled, which attempts wait for a report, which
/// requests held several of them, and how the dealer names our senders and templates. On disk when a call returns (WAL, <c>synchronous=FULL</c>). Thread-safe.
/// </summary>
internal sealed class DealerStore : IDisposable
{
    private const int KeyBytes = 32;

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS waiting (       -- taken by the dealer, not reported yet
            message INTEGER NOT NULL,
            number INTEGER NOT NULL,
            theirs TEXT,                           -- the dealer's id of it, where it told one
            at INTEGER NOT NULL,
            PRIMARY KEY (message, number)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS waiting_at ON waiting (at);
        CREATE TABLE IF NOT EXISTS member (        -- written before a request of several attempts leaves: it can be repeated only as a whole
            message INTEGER NOT NULL,
            number INTEGER NOT NULL,
            request TEXT NOT NULL,
            place INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (message, number)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS member_request ON member (request, place);
        CREATE INDEX IF NOT EXISTS member_at ON member (at);
        CREATE TABLE IF NOT EXISTS name (          -- what was imported
            kind TEXT NOT NULL,
            ours TEXT NOT NULL,
            theirs TEXT NOT NULL,
            PRIMARY KEY (kind, ours)) WITHOUT ROWID;
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    /// <param name="newKey">Fills the key of a new installation with chance.</param>
    public DealerStore(string folder, string carrier, Action<byte[]> newKey)
    {
        Directory.CreateDirectory(folder);
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, $"carrier-{carrier}.db"), Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        Execute(Tables);
        Key = ReadKey(newKey);
    }

    /// <summary>For <see cref="AttemptTag"/>: this installation's own.</summary>
    public byte[] Key { get; }

    public string? Fact(string name) => Write(command =>
    {
        command.CommandText = "SELECT value FROM fact WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    });

    public void SetFact(string name, string value) => Write(command =>
    {
        command.CommandText = "INSERT INTO fact (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value";
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", value);
        return command.ExecuteNonQuery();
    });

    /// <summary>They wait for a report from now on; what is known of one already is kept.</summary>
    public void Wait(IReadOnlyCollection<WaitingAttempt> attempts) => Each(
        attempts,
        """
        INSERT INTO waiting (message, number, theirs, at) VALUES ($0, $1, $2, $3)
        ON CONFLICT (message, number) DO UPDATE SET theirs = coalesce($2, theirs)
        """,
        static w => [w.Attempt.Message.Packed, w.Attempt.Number, (object?)w.Theirs ?? DBNull.Value, w.At.ToUnixTimeMilliseconds()]);

    /// <summary>Their report is durable.</summary>
    public void Reported(IReadOnlyCollection<AttemptId> attempts)
    {
        Each(attempts, "DELETE FROM waiting WHERE message = $0 AND number = $1", static a => [a.Message.Packed, a.Number]);
        Each(attempts, "DELETE FROM member WHERE message = $0 AND number = $1", static a => [a.Message.Packed, a.Number]);
    }

    /// <summary>Those that have waited since before an instant, the longest waiting first, from a place in that order on.</summary>
    public IReadOnlyList<WaitingAttempt> Waiting(DateTimeOffset before, WaitingAttempt? after, int limit) => Write(command =>
    {
        command.CommandText =
            """
            SELECT message, number, theirs, at FROM waiting
            WHERE at < $before AND (at, message, number) > ($at, $message, $number) ORDER BY at, message, number LIMIT $limit
            """;
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$at", after?.At.ToUnixTimeMilliseconds() ?? 0);
        command.Parameters.AddWithValue("$message", after?.Attempt.Message.Packed ?? -1);
        command.Parameters.AddWithValue("$number", after?.Attempt.Number ?? -1);
        command.Parameters.AddWithValue("$limit", limit);
        var found = new List<WaitingAttempt>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(new WaitingAttempt(
                new AttemptId(MessageKey.FromPacked(reader.GetInt64(0)), reader.GetInt32(1)), reader.IsDBNull(2) ? null : reader.GetString(2),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3))));
        }

        return found;
    });

    /// <summary>Before a request of several attempts leaves: who is in it, and where.</summary>
    public void Together(string request, IReadOnlyList<AttemptId> attempts, DateTimeOffset at) => Each(
        attempts.Select((attempt, place) => (attempt, place)).ToArray(),
        "INSERT OR REPLACE INTO member (message, number, place, at, request) VALUES ($0, $1, $2, $3, $4)",
        pair => [pair.attempt.Message.Packed, pair.attempt.Number, pair.place, at.ToUnixTimeMilliseconds(), request]);

    /// <summary>The request that an attempt left in together with others, and all who were in it that are not reported; null where it left alone.</summary>
    public (string Request, IReadOnlyList<AttemptId> Members)? RequestOf(AttemptId attempt) => Write<(string, IReadOnlyList<AttemptId>)?>(command =>
    {
        command.CommandText =
            "SELECT m.request, m.message, m.number FROM member o JOIN member m ON m.request = o.request WHERE o.message = $message AND o.number = $number ORDER BY m.place";
        command.Parameters.AddWithValue("$message", attempt.Message.Packed);
        command.Parameters.AddWithValue("$number", attempt.Number);
        using var reader = command.ExecuteReader();
        string? request = null;
        var members = new List<AttemptId>();
        while (reader.Read())
        {
            request = reader.GetString(0);
            members.Add(new AttemptId(MessageKey.FromPacked(reader.GetInt64(1)), reader.GetInt32(2)));
        }

        return request is null ? null : (request, members);
    });

    /// <summary>Nobody asks for what is older any more.</summary>
    public void Forget(DateTimeOffset before) => Write(command =>
    {
        command.CommandText = "DELETE FROM member WHERE at < $before; DELETE FROM waiting WHERE at < $before;";
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        return command.ExecuteNonQuery();
    });

    public IReadOnlyDictionary<string, string> Names(string kind) => Write(command =>
    {
        command.CommandText = "SELECT ours, theirs FROM name WHERE kind = $kind";
        command.Parameters.AddWithValue("$kind", kind);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            names[reader.GetString(0)] = reader.GetString(1);
        }

        return names;
    });

    public void SetName(string kind, string ours, string theirs) => Write(command =>
    {
        command.CommandText = "INSERT INTO name (kind, ours, theirs) VALUES ($kind, $ours, $theirs) ON CONFLICT (kind, ours) DO UPDATE SET theirs = $theirs";
        command.Parameters.AddWithValue("$kind", kind);
        command.Parameters.AddWithValue("$ours", ours);
        command.Parameters.AddWithValue("$theirs", theirs);
        return command.ExecuteNonQuery();
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    private byte[] ReadKey(Action<byte[]> newKey)
    {
        if (Fact("key") is { } known)
        {
            return Convert.FromHexString(known);
        }

        var key = new byte[KeyBytes];
        newKey(key);
        SetFact("key", Convert.ToHexStringLower(key));
        return key;
    }

    /// <param name="values">Of the parameters $0, $1 …</param>
    private void Each<T>(IReadOnlyCollection<T> rows, string sql, Func<T, object[]> values)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Write(command =>
        {
            command.CommandText = sql;
            foreach (var row in rows)
            {
                var given = values(row);
                for (var i = 0; i < given.Length; i++)
                {
                    if (command.Parameters.Count == i)
                    {
                        command.Parameters.AddWithValue($"${i}", given[i]);
                    }

                    command.Parameters[i].Value = given[i];
                }

                command.ExecuteNonQuery();
            }

            return rows.Count;
        });
    }

    private T Write<T>(Func<SqliteCommand, T> work)
    {
        lock (_lock)
        {
            using var transaction = _connection.BeginTransaction();
            using var command = _connection.CreateCommand();
            command.Transaction = transaction;
            var result = work(command);
            transaction.Commit();
            return result;
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <param name="Theirs">The dealer's id of the message, where it told one.</param>
/// <param name="At">When the dealer took it.</param>
internal sealed record WaitingAttempt(AttemptId Attempt, string? Theirs, DateTimeOffset At);

using Dapper;
using Naru.Core.Messages;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;
using Naru.Storage.Search;
using Npgsql;

namespace Naru.Storage.Postgres.Search;

/// <summary>
/// One round of the feeder, in one transaction: a stretch of new rows goes into the tables for lists and texts, and what was removed goes out. On a
/// session of its own: the journey never waits for it.
/// </summary>
internal sealed class PostgresSearchPass(SearchCursor cursor, NpgsqlConnection connection, bool hasTexts, EnvelopeCache envelopes) : ISearchPass
{
    public const string CursorName = "search-cursor";

    /// <summary>New numbers of a round: a transaction of some hundred milliseconds at most, though every text is cut into trigrams.</summary>
    private const int MostRows = 4096;

    /// <summary>
    /// Rows that are looked through again after a start. A row may be committed below the cursor (see <see cref="SearchCursor"/>), and a crash may
    /// come between that and the cursor's step back; what is on its way at one time is far less than this.
    /// </summary>
    private const long LookBack = 20_000;

    public SearchCursor Cursor => cursor;

    /// <summary>Where to begin.</summary>
    public static async Task<long> CursorOfAsync(NpgsqlConnection connection) =>
        Math.Max(0, (await connection.ExecuteScalarAsync<long?>("SELECT number FROM meta WHERE name = @name", new { name = CursorName }) ?? 0) - LookBack);

    public bool Run(int rows, int gone)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            // Ended by the server since the last round.
            connection.Close();
            connection.Open();
        }

        var more = AddRows(Math.Min(rows, MostRows));
        return RemoveGone(gone) || more;
    }

    public void Dispose() => connection.Dispose();

    private bool AddRows(int limit)
    {
        var (after, to) = cursor.Begin();
        if (after >= to)
        {
            return false;
        }

        // Numbers are dense: so many of them are about so many rows.
        var reached = Math.Min(to, after + limit);
        using (var transaction = connection.BeginTransaction())
        {
            Run($"""
                INSERT INTO listing (workspace, recipient, id, partition)
                SELECT m.workspace, m.recipient, m.id, m.partition FROM message AS m WHERE {MessageRow.InAnyPartition} AND m.id > $1 AND m.id <= $2
                ORDER BY m.workspace, m.recipient, m.id ON CONFLICT DO NOTHING
                """, Sent.One(after), Sent.One(reached));
            if (hasTexts)
            {
                AddTexts(after, reached);
                AddEnvelopeTexts(after, reached);
            }

            Run("INSERT INTO meta (name, number) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET number = excluded.number", Sent.One(CursorName), Sent.One(reached));
            transaction.Commit();
        }

        cursor.Finish(reached);
        return reached < to;
    }

    private void AddTexts(long after, long to)
    {
        var (ids, workspaces, partitions, words) = (new List<long>(), new List<int>(), new List<short>(), new List<string>());
        Ask(
            $"""
            SELECT m.id, m.workspace, m.partition, m.given FROM message AS m
            WHERE {MessageRow.InAnyPartition} AND m.id > $1 AND m.id <= $2 AND m.envelope = 0
            """,
            row =>
            {
                ids.Add(row.GetInt64(0));
                workspaces.Add(row.GetInt32(1));
                partitions.Add(row.GetInt16(2));
                words.Add(SearchWords.Of(GivenCodec.Read(row.GetFieldValue<byte[]>(3)).Envelope!));
            },
            Sent.One(after), Sent.One(to));
        if (ids.Count > 0)
        {
            Run(
                "INSERT INTO message_text (id, workspace, partition, words) SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                Sent.Column(ids), Sent.Column(workspaces), Sent.Column(partitions), Sent.Column(words));
        }
    }

    private void AddEnvelopeTexts(long after, long to)
    {
        var used = new Dictionary<long, int>();
        Ask(
            $"""
            SELECT DISTINCT m.envelope, m.workspace FROM message AS m
            WHERE {MessageRow.InAnyPartition} AND m.id > $1 AND m.id <= $2 AND m.envelope <> 0 AND NOT EXISTS (SELECT FROM envelope_text AS t WHERE t.id = m.envelope)
            """,
            row => used[row.GetInt64(0)] = row.GetInt32(1), Sent.One(after), Sent.One(to));
        if (used.Count == 0)
        {
            return;
        }

        var (ids, workspaces, words) = (new List<long>(), new List<int>(), new List<string>());
        void Add(long id, Envelope envelope)
        {
            ids.Add(id);
            workspaces.Add(used[id]);
            words.Add(SearchWords.Of(envelope));
        }

        var unknown = new List<long>();
        foreach (var id in used.Keys)
        {
            if (envelopes.Find(id) is { } envelope)
            {
                Add(id, envelope);
            }
            else
            {
                unknown.Add(id);
            }
        }

        if (unknown.Count > 0)
        {
            Ask("SELECT id, body FROM envelope WHERE id = ANY ($1)", row => Add(row.GetInt64(0), EnvelopeCodec.Read(row.GetFieldValue<byte[]>(1))), Sent.Column(unknown));
        }

        Run(
            "INSERT INTO envelope_text (id, workspace, words) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING",
            Sent.Column(ids), Sent.Column(workspaces), Sent.Column(words));
    }

    /// <summary>What a round was about to write when its message was removed: whatever is left of it.</summary>
    private bool RemoveGone(int limit)
    {
        using var transaction = connection.BeginTransaction();
        var (ids, workspaces, gone) = (new List<long>(), new List<int>(), new List<long>());
        Ask("SELECT id, workspace FROM gone_message ORDER BY id LIMIT $1", row =>
        {
            ids.Add(row.GetInt64(0));
            workspaces.Add(row.GetInt32(1));
        }, Sent.One(limit));
        Ask("SELECT id FROM gone_envelope ORDER BY id LIMIT $1", row => gone.Add(row.GetInt64(0)), Sent.One(limit));
        if (ids.Count > 0)
        {
            Run("DELETE FROM listing AS l USING unnest($1, $2) AS g (id, workspace) WHERE l.workspace = g.workspace AND l.id = g.id", Sent.Column(ids), Sent.Column(workspaces));
            RunWithTexts("DELETE FROM message_text WHERE id = ANY ($1)", ids);
            Run("DELETE FROM gone_message WHERE id = ANY ($1)", Sent.Column(ids));
        }

        if (gone.Count > 0)
        {
            RunWithTexts("DELETE FROM envelope_text WHERE id = ANY ($1)", gone);
            Run("DELETE FROM gone_envelope WHERE id = ANY ($1)", Sent.Column(gone));
        }

        transaction.Commit();
        return ids.Count == limit || gone.Count == limit;
    }

    private void RunWithTexts(string sql, List<long> ids)
    {
        if (hasTexts)
        {
            Run(sql, Sent.Column(ids));
        }
    }

    private void Run(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private void Ask(string sql, Action<NpgsqlDataReader> row, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

using Naru.Core.Messages;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>Questions on one connection.</summary>
internal sealed class Reading(NpgsqlConnection connection, EnvelopeCache envelopes, CancellationToken cancellationToken)
{
    public async Task<List<T>> AskAsync<T>(string sql, Func<NpgsqlDataReader, T> row, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        var found = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(row(reader));
        }

        return found;
    }

    /// <summary>For the rest of the snapshot: an index of trigrams has no order and is of no use without.</summary>
    public async Task UseBitmapsAsync()
    {
        await using var command = new NpgsqlCommand("SET LOCAL enable_bitmapscan = on", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<long?> NumberAsync(string sql, params NpgsqlParameter[] parameters)
    {
        var found = await AskAsync(sql, static row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), parameters);
        return found.Count == 0 ? null : found[0];
    }

    /// <param name="sql">Selects <see cref="MessageRow.Selected"/>.</param>
    public async Task<List<Message>> MessagesAsync(string sql, params NpgsqlParameter[] parameters) =>
        await CompleteAsync(await AskAsync(sql, MessageRow.Of, parameters));

    /// <summary>
    /// The rows with their envelopes. A row whose envelope is gone was itself removed since it was read, which a snapshot never shows: it is left out.
    /// </summary>
    public async Task<List<Message>> CompleteAsync(List<MessageRow> rows)
    {
        var needed = new Dictionary<long, Envelope>();
        var missing = new HashSet<long>();
        foreach (var row in rows.Where(row => row.Given.Envelope is null))
        {
            if (envelopes.Find(row.Columns.EnvelopeId) is { } known)
            {
                needed[row.Columns.EnvelopeId] = known;
            }
            else
            {
                missing.Add(row.Columns.EnvelopeId);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var (id, envelope) in await AskAsync(
                "SELECT id, body FROM envelope WHERE id = ANY ($1)", static row => (row.GetInt64(0), EnvelopeCodec.Read(row.GetFieldValue<byte[]>(1))), Sent.Column(missing.ToList())))
            {
                needed[id] = envelope;
                envelopes.Add(id, envelope);
            }
        }

        var messages = new List<Message>(rows.Count);
        foreach (var row in rows)
        {
            if ((row.Given.Envelope ?? needed.GetValueOrDefault(row.Columns.EnvelopeId)) is { } envelope)
            {
                messages.Add(row.ToMessage(envelope));
            }
            else
            {
                await RequireGoneAsync(row);
            }
        }

        return messages;
    }

    private async Task RequireGoneAsync(MessageRow row)
    {
        if (await NumberAsync(
            "SELECT 1::bigint FROM message WHERE partition = $1 AND id = $2", Sent.One((short)row.Given.Partition), Sent.One(row.Columns.Sequence)) is not null)
        {
            throw new InvalidDataException($"Envelope {row.Columns.EnvelopeId} is missing though a message names it: the store is damaged.");
        }
    }
}

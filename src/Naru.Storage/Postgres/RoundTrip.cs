using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// Statements that go to the server together and come back together: however many there are, the network is crossed once. Without a BEGIN among them
/// they are one transaction.
/// </summary>
internal sealed class RoundTrip(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);
    private readonly List<Action<NpgsqlDataReader>> _readings = [];

    public bool IsEmpty => _batch.BatchCommands.Count == 0;

    /// <summary>A statement that returns no rows.</summary>
    public void Add(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        _batch.BatchCommands.Add(command);
    }

    /// <summary>A statement that returns rows; each is shown once.</summary>
    public void Read(string sql, Action<NpgsqlDataReader> row, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        Add(sql, parameters);
        _readings.Add(row);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IsEmpty)
        {
            return;
        }

        await using var reader = await _batch.ExecuteReaderAsync(cancellationToken);
        foreach (var row in _readings)
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                row(reader);
            }

            await reader.NextResultAsync(cancellationToken);
        }

        // What a later statement failed of is told here.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();
}

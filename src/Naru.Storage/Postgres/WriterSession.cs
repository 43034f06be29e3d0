using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// The one session that writes the journey and the directory. It holds the lock of the database, so a gateway that lost the lock cannot commit: its
/// session is gone. One work at a time.
/// </summary>
internal sealed class WriterSession(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs work that begins and ends its own transaction. When it fails, nothing of it is left.</summary>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await _gate.WaitAsync();
        try
        {
            return await work(connection);
        }
        catch
        {
            await RollBackAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        await connection.DisposeAsync();
        _gate.Dispose();
    }

    private async Task RollBackAsync()
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            return;
        }

        try
        {
            await using var command = new NpgsqlCommand("ROLLBACK", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The session is gone, and the transaction with it. The failure that led here is told.
            await connection.CloseAsync();
        }
    }
}

using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Logging;
using Naru.Engine.Ports;
using Naru.Engine.Time;
using Naru.Storage.Postgres.Search;
using Naru.Storage.Rows;
using Naru.Storage.Search;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// The database that <see cref="PostgresMessageStore"/>, <see cref="PostgresContactStore"/> and <see cref="PostgresDirectoryStore"/> share: its lock,
/// its schema, the one session that writes, the readers and the search. Opened by whichever store is used first; disposed after all.
/// </summary>
public sealed partial class PostgresDatabase(PostgresStoreOptions options, TimeProvider time, IRandomSource random, ILogger<PostgresDatabase> log) : IAsyncDisposable
{
    private const string InstallationKeyName = "installation-key";

    private readonly SemaphoreSlim _opening = new(1, 1);
    private Opened? _opened;
    private bool _disposed;

    internal EnvelopeCache Envelopes { get; } = new();

    internal byte[] InstallationKey => Now.InstallationKey;

    internal WriterSession Writer => Now.Writer;

    internal SearchFeeder Feeder => Now.Feeder;

    /// <summary>False where texts have no index: they are looked for among the newest messages.</summary>
    internal bool HasTexts => Now.HasTexts;

    internal UsedNumbers Numbers => Now.Numbers;

    /// <summary>Takes the database, migrates it. Does nothing the second time.</summary>
    /// <exception cref="StoreRefusedException">The database cannot be opened, is in use, is another program's, or a newer program wrote it.</exception>
    internal async ValueTask EnsureOpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_opened is not null)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            _opened ??= await OpenAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>One question, or several of which none must fit to another.</summary>
    internal ValueTask<T> ReadAsync<T>(Func<Reading, Task<T>> read, CancellationToken cancellationToken) => AgainAsync(async () =>
    {
        await using var connection = await Now.Connections.Readers.OpenConnectionAsync(cancellationToken);
        return await read(new Reading(connection, Envelopes, cancellationToken));
    });

    /// <summary>Questions that all see the same moment.</summary>
    internal ValueTask<T> ReadSnapshotAsync<T>(Func<Reading, Task<T>> read, CancellationToken cancellationToken) => AgainAsync(async () =>
    {
        await using var connection = await Now.Connections.Readers.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        return await read(new Reading(connection, Envelopes, cancellationToken));
    });

    /// <summary>Sessions of the pool may have ended while nobody used them: a reading is made once more, on a new one.</summary>
    private async ValueTask<T> AgainAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (NpgsqlException ended) when (ended.IsTransient)
        {
            Now.Connections.Readers.Clear();
            return await read();
        }
    }

    /// <summary>Finishes the write at hand, and lets go of the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        await _opening.WaitAsync();
        var opened = _opened;
        (_opened, _disposed) = (null, true);
        if (opened is not null)
        {
            opened.Feeder.Dispose();
            await opened.Connections.DisposeAsync();
            await opened.Writer.DisposeAsync();
        }

        _opening.Dispose();
    }

    private Opened Now => _opened ?? throw new InvalidOperationException("The store is used before it was opened, or after it was closed.");

    private async Task<Opened> OpenAsync(CancellationToken cancellationToken)
    {
        var connections = new PostgresConnections(options);
        NpgsqlConnection? writing = null;
        NpgsqlConnection? feeding = null;
        try
        {
            writing = await connections.OpenWriterAsync(cancellationToken);
            var version = await PostgresServer.CheckAsync(writing, connections.Name);
            await PostgresServer.TakeAsync(writing, options.LockPatience, connections.Name);
            feeding = await connections.OpenWriterAsync(cancellationToken);
            await PostgresServer.CheckNothingBetweenAsync(writing, feeding, connections.Name);
            await PostgresMigrations.RunAsync(writing, connections.Name);
            var hasTexts = options.UseTrigrams && await TextTables.EnsureAsync(writing, log);
            var key = await EnsureKeyAsync(writing);
            var numbers = await UsedNumbers.ReadAsync(writing);
            var cursor = await PostgresSearchPass.CursorOfAsync(writing);
            if (await writing.ExecuteScalarAsync<string>("SHOW fsync") == "off")
            {
                LogNoFsync(log, connections.Name);
            }

            var last = numbers.Next.Sequence - 1;
            LogOpened(log, connections.Name, version, last - cursor);
            var pass = new PostgresSearchPass(new SearchCursor(cursor, last), feeding, hasTexts, Envelopes);
            return new Opened(connections, new WriterSession(writing), new SearchFeeder(pass, time, log), numbers, key, hasTexts);
        }
        catch
        {
            if (writing is not null)
            {
                await writing.DisposeAsync();
            }

            if (feeding is not null)
            {
                await feeding.DisposeAsync();
            }

            await connections.DisposeAsync();
            throw;
        }
    }

    private async Task<byte[]> EnsureKeyAsync(NpgsqlConnection connection)
    {
        var key = new byte[32];
        random.Fill(key);
        await connection.ExecuteAsync("INSERT INTO meta (name, bytes) VALUES (@name, @key) ON CONFLICT DO NOTHING", new { name = InstallationKeyName, key });
        var stored = await connection.ExecuteScalarAsync<byte[]>("SELECT bytes FROM meta WHERE name = @name", new { name = InstallationKeyName });
        CryptographicOperations.ZeroMemory(key);
        return stored!;
    }

    [LoggerMessage(EventId = 2020, Level = LogLevel.Information, Message = "Store {Database} opened on PostgreSQL {Version}; the search has {Lag} rows to look through")]
    private static partial void LogOpened(ILogger log, string database, string version, long lag);

    [LoggerMessage(EventId = 2021, Level = LogLevel.Warning, Message = "The server of {Database} runs with fsync = off: what was accepted is lost if it loses power")]
    private static partial void LogNoFsync(ILogger log, string database);

    private sealed record Opened(PostgresConnections Connections, WriterSession Writer, SearchFeeder Feeder, UsedNumbers Numbers, byte[] InstallationKey, bool HasTexts);
}

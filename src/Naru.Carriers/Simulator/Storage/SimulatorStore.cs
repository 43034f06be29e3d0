namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// What the centre and the phones remember, in <c>simulator.db</c>. All writes go one after the other through <see cref="WriteAsync"/>,
/// each one transaction that is on disk when it returns (WAL, <c>synchronous=FULL</c>).
/// </summary>
internal sealed class SimulatorStore : IDisposable
{
    public const string FileName = "simulator.db";

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Connection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;
    private bool _disposed;

    public SimulatorStore(string folder, int keepMessages)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(folder, FileName);
        _connection = Open(Path);
        _begin = _connection.Prepare("BEGIN IMMEDIATE");
        _commit = _connection.Prepare("COMMIT");
        _rollback = _connection.Prepare("ROLLBACK");
        Index = new HandsetIndex(keepMessages);
        Attempts = new AttemptTable(_connection);
        Handsets = new HandsetTable(_connection, Index, keepMessages);
        Later = new LaterTable(_connection);
        Reader = new HandsetReader(Path, Index);
        Log = new WriteAheadLog(Path);
    }

    public string Path { get; }

    /// <summary>Only inside <see cref="WriteAsync"/>.</summary>
    public AttemptTable Attempts { get; }

    /// <summary>Only inside <see cref="WriteAsync"/>.</summary>
    public HandsetTable Handsets { get; }

    /// <summary>Only inside <see cref="WriteAsync"/>.</summary>
    public LaterTable Later { get; }

    public HandsetIndex Index { get; }

    public HandsetReader Reader { get; }

    public WriteAheadLog Log { get; }

    /// <summary>Moves the log into the file. Writers wait only for the pages that came while most of it was moved.</summary>
    public async ValueTask CheckpointAsync(CancellationToken cancellationToken)
    {
        if (!await Task.Run(Log.MovePages, cancellationToken))
        {
            return;
        }

        await _writing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(Log.BeginAnew, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs the work in one transaction, off the caller's thread because a commit waits for the disk.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Write(work), CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _writing.Wait();
        _disposed = true;
        Log.Dispose();
        Reader.Dispose();
        _connection.Dispose();
        _writing.Dispose();
    }

    private static Connection Open(string path)
    {
        var connection = new Connection(path);
        try
        {
            Schema.Prepare(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Write<T>(Func<T> work)
    {
        _begin.Run();
        try
        {
            var result = work();
            _commit.Run();
            Handsets.Committed();
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    private void RollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SimulatorStoreException)
        {
            // SQLite rolled back by itself, as it does on a full disk; the first error is the one to tell.
        }

        Handsets.RolledBack();
        Attempts.RolledBack();
    }
}

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// Moves the write-ahead log into the file, on a connection of its own so that no commit waits for it. Not thread-safe.
/// </summary>
/// <remarks>
/// Under load a checkpoint alone never reaches the end of a log that grows meanwhile, and the log is begun anew only at its end. So it
/// has two parts: nearly all pages beside the writers, then the rest while they stand still.
/// </remarks>
internal sealed class WriteAheadLog : IDisposable
{
    /// <summary>Pages of 4 kB; below this the log may go on.</summary>
    private const long Long = 4096;

    private readonly Connection _connection;
    private readonly Statement _passive;
    private readonly Statement _restart;

    public WriteAheadLog(string path)
    {
        _connection = new Connection(path);
        _passive = _connection.Prepare("PRAGMA wal_checkpoint(PASSIVE)");
        _restart = _connection.Prepare("PRAGMA wal_checkpoint(RESTART)");
    }

    /// <summary>True when the log is long enough to be begun anew.</summary>
    public bool MovePages()
    {
        _passive.Step();
        var pages = _passive.Long(1);
        _passive.Reset();
        return pages > Long;
    }

    /// <summary>While nobody writes.</summary>
    public void BeginAnew() => _restart.Run();

    public void Dispose() => _connection.Dispose();
}

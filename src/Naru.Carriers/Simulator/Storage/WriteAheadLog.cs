namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// Moves the write-ahead log into the file, on a connection of its own so that no commit waits for it. Not thread-safe.
/// </summary>
internal sealed class WriteAheadLog(string path) : IDisposable
{
    /// <summary>Below this a checkpoint is not worth its two syncs.</summary>
    private const long Worthwhile = 4 * 1024 * 1024;

    /// <summary>
    /// A passive checkpoint never reaches the end of a log that grows meanwhile, so the log is never begun anew. Past this length one
    /// that makes writers wait for the last few pages is the lesser evil.
    /// </summary>
    private const long TooLong = 128 * 1024 * 1024;

    private readonly Connection _connection = new(path);
    private readonly string _file = path + "-wal";

    public void Checkpoint()
    {
        var length = new FileInfo(_file) is { Exists: true } file ? file.Length : 0;
        if (length < Worthwhile)
        {
            return;
        }

        _connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        if (length > TooLong)
        {
            _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

    }

    public void Dispose() => _connection.Dispose();
}

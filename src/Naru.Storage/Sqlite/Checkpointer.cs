using Microsoft.Extensions.Logging;

namespace Naru.Storage.Sqlite;

/// <summary>
/// Moves pages from the log to the file on a thread and a connection of its own, so that no commit ever does (the p99 tail of prototypes came from
/// that). Such moving never reaches the end of the log while commits go on; so when the log has grown long, the writer starts it anew between two
/// commits, with little left to move.
/// </summary>
internal sealed partial class Checkpointer : IDisposable
{
    /// <summary>4 MiB of pages: below that a checkpoint costs more syncs than it saves.</summary>
    private const int MovePages = 1024;

    private readonly Session _session;
    private readonly WriterThread _writer;
    private readonly int _restartPages;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _due = new(0);
    private readonly Thread _thread;
    private long _written;
    private long _moved;
    private volatile bool _stopping;

    public Checkpointer(Session session, WriterThread writer, int restartPages, ILogger log)
    {
        (_session, _writer, _restartPages, _log) = (session, writer, restartPages, log);
        _thread = new Thread(Run) { IsBackground = true, Name = "naru-store-checkpoint" };
        _thread.Start();
    }

    /// <summary>Called by the writer after a commit, with the pages it has written since it was opened.</summary>
    public void Committed(long pagesWritten)
    {
        Volatile.Write(ref _written, pagesWritten);
        if (pagesWritten - Volatile.Read(ref _moved) >= MovePages && _due.CurrentCount == 0)
        {
            _due.Release();
        }
    }

    public void Dispose()
    {
        _stopping = true;
        _due.Release();
        _thread.Join();
        _due.Dispose();
        _session.Dispose();
    }

    private void Run()
    {
        while (true)
        {
            _due.Wait();
            if (_stopping)
            {
                return;
            }

            try
            {
                Move();
            }
            catch (Exception failure)
            {
                // The next commits ask again; meanwhile the log grows and nothing is lost.
                LogFailed(_log, failure);
            }
        }
    }

    private void Move()
    {
        Volatile.Write(ref _moved, Volatile.Read(ref _written));
        _session.Checkpoint(restart: false, out var log, out var moved);
        if (log < _restartPages)
        {
            return;
        }

        // Once more for what was written meanwhile: the writer should find only a few pages.
        _session.Checkpoint(restart: false, out log, out moved);
        var restarted = Restart();
        LogRestarted(_log, log, log - moved, restarted);
    }

    private bool Restart()
    {
        var done = _writer.RunAsync(session =>
        {
            // Readers of the old log are not waited for: it is tried again after the next pages.
            session.Execute("PRAGMA busy_timeout = 0");
            var restarted = session.Checkpoint(restart: true, out _, out _);
            session.Execute("PRAGMA busy_timeout = 10000");
            return restarted;
        });
#pragma warning disable VSTHRD002 // a thread of its own, and the writer never waits for it
        return done.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "A checkpoint of the store failed; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception failure);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Debug, Message = "The log of the store had {Pages} pages, {Left} still to move: started anew = {Restarted}")]
    private static partial void LogRestarted(ILogger log, int pages, int left, bool restarted);
}

using System.Collections.Concurrent;

namespace Naru.Storage.Sqlite;

/// <summary>
/// The one thread that writes. Commits, changes of the directory and the restart of the log stand in its queue, so nothing here needs a lock,
/// none can deadlock, and no thread of the pool waits for a sync.
/// </summary>
internal sealed class WriterThread : IDisposable
{
    private readonly BlockingCollection<Action> _queue = [];
    private readonly Session _session;
    private readonly Thread _thread;

    public WriterThread(Session session)
    {
        _session = session;
        _thread = new Thread(Run) { IsBackground = true, Name = "naru-store-writer" };
        _thread.Start();
    }

    /// <summary>Runs the work on the writer's session, after what was queued before it.</summary>
    public Task<T> RunAsync<T>(Func<Session, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add(() =>
        {
            try
            {
                done.SetResult(work(_session));
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    /// <summary>Runs the work in a transaction: all of it, or none.</summary>
    public Task<T> CommitAsync<T>(Func<Session, T> work) => RunAsync(session =>
    {
        session.BeginWrite();
        try
        {
            var result = work(session);
            session.Commit();
            return result;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    });

    /// <summary>Finishes what is queued.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
        _session.Dispose();
    }

    private void Run()
    {
        foreach (var work in _queue.GetConsumingEnumerable())
        {
            work();
        }
    }
}

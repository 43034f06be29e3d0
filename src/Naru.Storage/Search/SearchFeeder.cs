using Microsoft.Extensions.Logging;

namespace Naru.Storage.Search;

/// <summary>
/// Feeds what lists and searches need behind the journey, on a thread of its own: first what came, then what went. It takes at most a part of the time while
/// commits go on, all of it when nothing else happens.
/// </summary>
internal sealed partial class SearchFeeder : IDisposable
{
    /// <summary>New rows of a pass. Large ones touch the random pages of the index once for many rows.</summary>
    private const int RowsPerPass = 32_768;

    /// <summary>Removed rows of a pass: each is written by the journey too.</summary>
    private const int GonePerPass = 1024;

    /// <summary>Passes are at least this far apart: a hundred singles a second become ten passes.</summary>
    private static readonly TimeSpan s_gap = TimeSpan.FromMilliseconds(100);

    /// <summary>While commits go on, a pass is followed by so many times its own length of rest.</summary>
    private const int RestPerWork = 9;

    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(1);

    private readonly ISearchPass _pass;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _gate = new();

    /// <summary>Something was committed, somebody waits, or it is over. Not a SemaphoreSlim, which spins before it waits: thousands of commits a second
    /// made that a tenth of a core.</summary>
    private readonly AutoResetEvent _wake = new(false);

    /// <summary>Somebody waits, or it is over: what ends a rest.</summary>
    private readonly AutoResetEvent _hurry = new(false);
    private readonly Thread _thread;
    private List<TaskCompletionSource> _waiting = [];
    private long _commits;
    private long _writes;
    private bool _isAsleep;
    private volatile bool _stopping;

    public SearchFeeder(ISearchPass pass, TimeProvider time, ILogger log)
    {
        (_pass, _time, _log) = (pass, time, log);
        _thread = new Thread(Run) { IsBackground = true, Name = "naru-store-search" };
        _thread.Start();
    }

    public SearchCursor Cursor => _pass.Cursor;

    /// <summary>Called by the writer after a commit that added or removed rows.</summary>
    public void Committed()
    {
        Wrote();
        Interlocked.Increment(ref _commits);
        if (Volatile.Read(ref _isAsleep))
        {
            _wake.Set();
        }
    }

    /// <summary>Called by the writer after a commit that gives no work here: it is a reason to rest, as what is delivered and reported comes first too.</summary>
    public void Wrote() => Interlocked.Increment(ref _writes);

    /// <summary>Completes after a pass that began after this call and left nothing over. Passes follow each other without rest until then.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add(waiter);
        }

        Hurry();
        return waiter.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _stopping = true;
        Hurry();
        _thread.Join();
        _wake.Dispose();
        _hurry.Dispose();
        _pass.Dispose();
        foreach (var waiter in Waiters())
        {
            waiter.TrySetException(new ObjectDisposedException(nameof(SearchFeeder)));
        }
    }

    private void Run()
    {
        while (!_stopping)
        {
            var commits = Volatile.Read(ref _commits);
            var writes = Volatile.Read(ref _writes);
            var waiters = Waiters();
            var started = _time.GetTimestamp();
            var more = false;
            try
            {
                more = _pass.Run(RowsPerPass, GonePerPass);
                Settle(waiters, more);
            }
            catch (Exception failure)
            {
                // The cursor stands where it was; lists stay right, they look at the rows themselves.
                LogFailed(_log, failure);
                Settle(waiters, more: true);
                Rest(s_afterFailure);
                continue;
            }

            var busy = Volatile.Read(ref _writes) != writes;
            var took = _time.GetElapsedTime(started);
            if (more)
            {
                Rest(busy ? took * RestPerWork : TimeSpan.Zero);
            }
            else
            {
                Sleep(commits);
                Rest(s_gap > took * RestPerWork ? s_gap : took * RestPerWork);
            }
        }
    }

    /// <summary>Not while somebody waits for the end.</summary>
    private void Rest(TimeSpan length)
    {
        if (!_stopping && !SomebodyWaits && length > TimeSpan.Zero)
        {
            _hurry.WaitOne(length);
        }
    }

    /// <summary>Until there is something to do that a pass after so many commits has not seen.</summary>
    private void Sleep(long commits)
    {
        Volatile.Write(ref _isAsleep, true);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _commits) == commits && !_stopping && !SomebodyWaits)
        {
            _wake.WaitOne();
        }

        Volatile.Write(ref _isAsleep, false);
    }

    private bool SomebodyWaits
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count > 0;
            }
        }
    }

    private List<TaskCompletionSource> Waiters()
    {
        lock (_gate)
        {
            var waiters = _waiting;
            _waiting = [];
            return waiters;
        }
    }

    private void Settle(List<TaskCompletionSource> waiters, bool more)
    {
        if (!more)
        {
            waiters.ForEach(waiter => waiter.TrySetResult());
            return;
        }

        lock (_gate)
        {
            _waiting.AddRange(waiters);
        }
    }

    private void Hurry()
    {
        _hurry.Set();
        _wake.Set();
    }

    [LoggerMessage(EventId = 2010, Level = LogLevel.Error, Message = "Feeding the search failed; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception failure);
}

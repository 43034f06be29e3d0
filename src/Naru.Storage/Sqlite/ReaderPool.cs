using System.Collections.Concurrent;

namespace Naru.Storage.Sqlite;

/// <summary>A few connections that only read; each serves one reading at a time.</summary>
internal sealed class ReaderPool(Func<Reader> open, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);
    private readonly ConcurrentBag<Reader> _idle = [];

    /// <summary>Reads in one snapshot.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Reader, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (!_idle.TryTake(out var reader))
            {
                reader = open();
            }

            try
            {
                reader.Session.BeginRead();
                var result = read(reader);
                reader.Session.Commit();
                return result;
            }
            catch
            {
                reader.Session.RollBack();
                throw;
            }
            finally
            {
                _idle.Add(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _free.Dispose();
    }
}

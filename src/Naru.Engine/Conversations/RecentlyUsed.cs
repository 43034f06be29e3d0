using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Naru.Engine.Conversations;

/// <summary>
/// Remembers what was used lately, in bounded memory: two generations, of which the older one is dropped when the younger one is full; what is used
/// moves to the younger. Thread-safe.
/// </summary>
/// <param name="generation">Entries of one generation; twice as many are held.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int generation)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (Volatile.Read(ref _young).TryGetValue(key, out value))
        {
            return true;
        }

        // Under the lock, so that what another sets or drops meanwhile is not brought back.
        lock (_turning)
        {
            if (_young.TryGetValue(key, out value))
            {
                return true;
            }

            if (!_old.TryRemove(key, out value))
            {
                return false;
            }

            Add(key, value);
            return true;
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (_turning)
        {
            _old.TryRemove(key, out _);
            Add(key, value);
        }
    }

    public void Drop(TKey key)
    {
        lock (_turning)
        {
            _young.TryRemove(key, out _);
            _old.TryRemove(key, out _);
        }
    }

    private void Add(TKey key, TValue value)
    {
        if (_young.Count >= generation && !_young.ContainsKey(key))
        {
            _old = _young;
            Volatile.Write(ref _young, new ConcurrentDictionary<TKey, TValue>());
        }

        _young[key] = value;
    }
}

using System.Collections.Concurrent;
using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>
/// Shared envelopes that were used of late: their messages hold one object. Two generations: when the younger is full, it becomes the
/// elder, and what was only in the elder is forgotten. Envelopes never change and their numbers are never used again. Thread-safe.
/// </summary>
internal sealed class EnvelopeCache
{
    /// <summary>Per generation. An envelope takes about 1 kB, rarely 10.</summary>
    private const int Size = 2048;

    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<long, Envelope> _younger = new();
    private volatile ConcurrentDictionary<long, Envelope> _elder = new();

    public Envelope? Find(long id)
    {
        if (_younger.TryGetValue(id, out var found))
        {
            return found;
        }

        if (_elder.TryGetValue(id, out found))
        {
            Add(id, found);
            return found;
        }

        return null;
    }

    public void Add(long id, Envelope envelope)
    {
        _younger[id] = envelope;
        if (_younger.Count > Size)
        {
            lock (_turning)
            {
                if (_younger.Count > Size)
                {
                    _elder = _younger;
                    _younger = new ConcurrentDictionary<long, Envelope>();
                }
            }
        }
    }
}

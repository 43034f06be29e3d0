namespace Naru.Carriers.Smpp.Links;

/// <summary>What is out on a link, by sequence number. Thread-safe.</summary>
internal sealed class Outstanding(TimeProvider time)
{
    /// <summary>The greatest sequence number (SMPP 3.4 §3.2.1); then they begin anew.</summary>
    private const uint MaxSequence = 0x7FFF_FFFF;

    /// <summary>Given up ones whose answer may still come.</summary>
    private const int MaxLate = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<uint, Request> _requests = [];
    private readonly Dictionary<uint, Request> _late = [];
    private uint _sequence;
    private bool _isClosed;
    private int _submits;

    public int Submits => Volatile.Read(ref _submits);

    /// <summary>The sequence number under which it may leave; null when nothing may any more.</summary>
    public uint? Add(Request request)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return null;
            }

            do
            {
                _sequence = _sequence == MaxSequence ? 1 : _sequence + 1;
            }
            while (_requests.ContainsKey(_sequence));

            request.LeftAt = time.GetTimestamp();
            _requests.Add(_sequence, request);
            _submits += request.IsSubmit ? 1 : 0;
            return _sequence;
        }
    }

    /// <summary>The request that this number answers; null where nobody asked.</summary>
    public Request? Take(uint sequence, out bool isLate)
    {
        lock (_lock)
        {
            isLate = false;
            if (_requests.Remove(sequence, out var request))
            {
                _submits -= request.IsSubmit ? 1 : 0;
                return request;
            }

            isLate = _late.Remove(sequence, out request);
            return request;
        }
    }

    /// <summary>Those that have waited for as long as this: they are out no more.</summary>
    public IReadOnlyList<Request> TakeOlder(TimeSpan than)
    {
        lock (_lock)
        {
            List<Request>? old = null;
            foreach (var (sequence, request) in _requests)
            {
                if (time.GetElapsedTime(request.LeftAt) >= than)
                {
                    (old ??= []).Add(request);
                    _requests.Remove(sequence);
                    _submits -= request.IsSubmit ? 1 : 0;
                    if (_late.Count < MaxLate)
                    {
                        _late[sequence] = request;
                    }
                }
            }

            return old ?? (IReadOnlyList<Request>)[];
        }
    }

    /// <summary>Nothing leaves any more. Returns what was out.</summary>
    public IReadOnlyList<Request> Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Request[] all = [.. _requests.Values];
            _requests.Clear();
            _late.Clear();
            _submits = 0;
            return all;
        }
    }
}

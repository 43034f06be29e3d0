namespace Naru.Fakes.Dealers;

/// <summary>What can go wrong with a send.</summary>
public enum SendFault
{
    /// <summary>The connection is cut before anything of the body is read: nothing was accepted.</summary>
    CutBeforeReading = 1,

    /// <summary>Accepted, and the connection is cut before the answer.</summary>
    CutAfterAccept = 2,

    /// <summary>The answer takes longer than any client waits; it was accepted.</summary>
    Slow = 3,

    /// <summary>429 with <c>Retry-After: 1</c>.</summary>
    TooMany = 4,

    /// <summary>503 without a word.</summary>
    Unavailable = 5,
}

/// <summary>What can go wrong with a webhook.</summary>
public enum PushFault
{
    Lost = 1,
    Twice = 2,

    /// <summary>By two seconds.</summary>
    Late = 3,
}

/// <summary>Faults that wait to happen, in order. Thread-safe.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly Queue<SendFault> _sends = new();
    private readonly Queue<PushFault> _pushes = new();

    public void Next(SendFault fault, int times = 1)
    {
        lock (_lock)
        {
            for (var i = 0; i < times; i++)
            {
                _sends.Enqueue(fault);
            }
        }
    }

    public void Next(PushFault fault, int times = 1)
    {
        lock (_lock)
        {
            for (var i = 0; i < times; i++)
            {
                _pushes.Enqueue(fault);
            }
        }
    }

    public SendFault? TakeSend()
    {
        lock (_lock)
        {
            return _sends.TryDequeue(out var fault) ? fault : null;
        }
    }

    public PushFault? TakePush()
    {
        lock (_lock)
        {
            return _pushes.TryDequeue(out var fault) ? fault : null;
        }
    }
}

using System.Collections;

namespace Naru.Load.Running;

/// <summary>Which messages of a run the gateway answered for with "accepted": each of them owes exactly one final report.</summary>
internal sealed class AcceptedMessages
{
    private readonly Lock _gate = new();
    private readonly BitArray _accepted = new(1024);

    public long Count { get; private set; }

    public void Add(long first, int messages)
    {
        lock (_gate)
        {
            var end = checked((int)(first + messages));
            if (end > _accepted.Length)
                _accepted.Length = Math.Max(end, _accepted.Length * 2);
            for (var sequence = (int)first; sequence < end; sequence++)
                _accepted[sequence] = true;
            Count += messages;
        }
    }

    /// <summary>One bit per sequence, as the receiver compares it with what arrived.</summary>
    public byte[] ToBytes()
    {
        lock (_gate)
        {
            var bytes = new byte[(_accepted.Length + 7) / 8];
            _accepted.CopyTo(bytes, 0);
            return bytes;
        }
    }
}

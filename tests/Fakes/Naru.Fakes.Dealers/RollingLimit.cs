namespace Naru.Fakes.Dealers;

/// <summary>So many in any second, counted exactly. Thread-safe.</summary>
public sealed class RollingLimit(int perSecond)
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<(long At, int Count)> _taken = new();
    private int _count;

    public bool TryTake(int count)
    {
        lock (_lock)
        {
            var now = TimeProvider.System.GetTimestamp();
            while (_taken.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest.At, now) >= s_second)
            {
                _count -= _taken.Dequeue().Count;
            }

            if (_count + count > perSecond)
            {
                return false;
            }

            _taken.Enqueue((now, count));
            _count += count;
            return true;
        }
    }
}

using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Links;

/// <summary>
/// A bind's answer to "slower, please" (ESME_RTHROTTLED, ESME_RMSGQFUL): nothing is submitted until the pause is over, and the next one is longer unless
/// something was taken in between. Thread-safe.
/// </summary>
internal sealed class Pause(SmppOptions options, IRandomSource random, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly GrowingGap _gap = new(options.FirstPause, options.MostPause, random);
    private long _began;
    private TimeSpan _length;

    /// <summary>Zero when it may submit.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_lock)
            {
                return LeftNow();
            }
        }
    }

    /// <summary>Those that were out together are refused together: they make one pause. Returns its length, or null where it pauses already.</summary>
    public TimeSpan? Begin()
    {
        lock (_lock)
        {
            if (LeftNow() > TimeSpan.Zero)
            {
                return null;
            }

            _began = time.GetTimestamp();
            return _length = _gap.Next();
        }
    }

    /// <summary>Something was taken.</summary>
    public void Ease()
    {
        lock (_lock)
        {
            if (LeftNow() == TimeSpan.Zero)
            {
                _length = TimeSpan.Zero;
                _gap.Reset();
            }
        }
    }

    private TimeSpan LeftNow()
    {
        if (_length == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var left = _length - time.GetElapsedTime(_began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}

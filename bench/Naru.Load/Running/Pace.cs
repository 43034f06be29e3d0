using System.Diagnostics;

namespace Naru.Load.Running;

/// <summary>Spreads messages evenly at so many a second over all connections; without a rate they go as fast as answers come.</summary>
internal sealed class Pace(int messagesPerSecond)
{
    private readonly Lock _gate = new();
    private long _nextSlot;

    public ValueTask WaitAsync(int messages) => messagesPerSecond <= 0 ? default : WaitForSlotAsync(messages);

    private async ValueTask WaitForSlotAsync(int messages)
    {
        var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), TakeSlot(messages));
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait);
    }

    private long TakeSlot(int messages)
    {
        var width = Stopwatch.Frequency * messages / messagesPerSecond;
        lock (_gate)
        {
            // What was missed is not made up for by a burst later than a tenth of a second.
            var slot = Math.Max(_nextSlot, Stopwatch.GetTimestamp() - Stopwatch.Frequency / 10);
            _nextSlot = slot + width;
            return slot;
        }
    }
}

using System.Threading.Channels;

namespace Naru.Carriers.Smpp.Links;

/// <summary>Says that something has changed. Kept until somebody has waited for it; one waits at a time.</summary>
internal sealed class Signal(TimeProvider time)
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Returns when it was set or the time is over, or the token says so: never throws.</summary>
    public async ValueTask WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var end = atMost == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(atMost, time);
        using var either = end is null ? null : CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            await _set.Reader.ReadAsync(either?.Token ?? cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The time was over: the caller looks at everything again anyway.
            return;
        }
    }
}

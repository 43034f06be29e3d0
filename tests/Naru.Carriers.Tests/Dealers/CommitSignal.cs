using System.Diagnostics.Metrics;
using Naru.Engine.Pumps;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>Tells when a gateway of this process has made a commit, by the measurement that it takes of each. Another gateway's wakes for nothing.</summary>
internal sealed class CommitSignal : IDisposable
{
    private const string Commit = "naru.commit.duration";

    private readonly MeterListener _listener = new();
    private TaskCompletionSource _next = New();

    public CommitSignal()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == Commit && instrument.Meter.Name == GatewayMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Exchange(ref _next, New()).SetResult());
        _listener.Start();
    }

    /// <summary>Completes with the first commit from now on.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Dispose() => _listener.Dispose();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

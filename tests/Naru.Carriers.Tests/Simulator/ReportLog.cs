using System.Threading.Channels;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

/// <summary>Takes reports as the engine would; a test waits for the next one.</summary>
internal sealed class ReportLog : ICarrierReportSink
{
    private readonly Channel<CarrierReport> _reports = Channel.CreateUnbounded<CarrierReport>();

    /// <summary>Thrown once instead of taking the next reports.</summary>
    public Exception? FailNext { get; set; }

    public int Waiting => _reports.Reader.Count;

    public ValueTask ReportAsync(IReadOnlyList<CarrierReport> reports, CancellationToken cancellationToken)
    {
        if (FailNext is { } failure)
        {
            FailNext = null;
            throw failure;
        }

        foreach (var report in reports)
        {
            _reports.Writer.TryWrite(report);
        }

        return ValueTask.CompletedTask;
    }

    public async Task<CarrierReport> NextAsync() => await _reports.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}

using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Http;

/// <summary>Takes reports from webhook and poll to the gateway, each once as long as it is remembered. Returns when they are durable.</summary>
internal sealed class ReportInbox
{
    private readonly RecentReports _recent = new();
    private volatile ICarrierReportSink? _sink;

    /// <summary>The gateway listens.</summary>
    public bool IsOpen => _sink is not null;

    public void Open(ICarrierReportSink sink) => _sink = sink;

    public void Close() => _sink = null;

    /// <returns>The attempts that were reported, those known before included.</returns>
    public async ValueTask<IReadOnlyCollection<AttemptId>> TakeAsync(IReadOnlyCollection<CarrierReport> reports, CancellationToken cancellationToken)
    {
        var sink = _sink ?? throw new InvalidOperationException("Nobody listens for reports.");
        CarrierReport[] fresh = [.. reports.Where(report => !_recent.Knows(report))];
        if (fresh.Length > 0)
        {
            await sink.ReportAsync(fresh, cancellationToken);
            _recent.Add(fresh);
        }

        return [.. reports.Select(report => report.Attempt)];
    }
}

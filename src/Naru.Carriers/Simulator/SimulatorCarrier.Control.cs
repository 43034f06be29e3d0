using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>What can be set while it runs.</summary>
public sealed partial class SimulatorCarrier
{
    private const int ForgetStep = 1000;

    public TimeSpan Latency
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _latencyTicks));
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            Interlocked.Exchange(ref _latencyTicks, value.Ticks);
        }
    }

    public void SetReportFaults(WorkspaceId workspace, ReportFaults faults) => _faults[workspace] = faults;

    public ReportFaults ReportFaultsOf(WorkspaceId workspace) => _faults[workspace];

    public async ValueTask ForgetAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        _faults[workspace] = ReportFaults.None;
        while (await _store.WriteAsync(() => _store.Later.Remove(workspace, ForgetStep), cancellationToken) == ForgetStep)
        {
        }

        await ClearAsync(workspace, null, cancellationToken);
        for (long? from = -1; from is { } after;)
        {
            from = await _store.WriteAsync(() => _store.Attempts.Remove(workspace, after, ForgetStep), cancellationToken);
        }
    }
}

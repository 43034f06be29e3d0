using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator;

/// <summary>The faults that were ordered for the next reports of each workspace. Thread-safe; forgotten at a restart.</summary>
internal sealed class ReportFaultBook
{
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, ReportFaults> _faults = [];

    public ReportFaults this[WorkspaceId workspace]
    {
        get
        {
            lock (_lock)
            {
                return _faults.GetValueOrDefault(workspace, ReportFaults.None);
            }
        }

        set
        {
            lock (_lock)
            {
                if (value is { Late: <= 0, Lost: <= 0, Duplicate: <= 0 })
                {
                    _faults.Remove(workspace);
                }
                else
                {
                    _faults[workspace] = value;
                }
            }
        }
    }

    /// <summary>What happens to the next report: late before lost before duplicate, each count going down by one.</summary>
    public ReportFault Take(WorkspaceId workspace)
    {
        lock (_lock)
        {
            if (_faults.Count == 0 || !_faults.TryGetValue(workspace, out var faults))
            {
                return default;
            }

            var (fault, left) = faults switch
            {
                { Late: > 0 } => (new ReportFault(ReportFaultKind.Late, faults.LateBy), faults with { Late = faults.Late - 1 }),
                { Lost: > 0 } => (new ReportFault(ReportFaultKind.Lost, default), faults with { Lost = faults.Lost - 1 }),
                _ => (new ReportFault(ReportFaultKind.Duplicate, default), faults with { Duplicate = faults.Duplicate - 1 }),
            };
            this[workspace] = left;
            return fault;
        }
    }
}

internal readonly record struct ReportFault(ReportFaultKind Kind, TimeSpan By);

internal enum ReportFaultKind
{
    None = 0,
    Late = 1,
    Lost = 2,
    Duplicate = 3,
}

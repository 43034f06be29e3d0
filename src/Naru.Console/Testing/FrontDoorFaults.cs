using Naru.Core.Workspaces;

namespace Naru.Console.Testing;

/// <summary>The faults that tests ordered for their next calls. Thread-safe; costs one read where none is set.</summary>
internal sealed class FrontDoorFaults
{
    private readonly Lock _lock = new();
    private readonly Dictionary<WorkspaceId, CallFault> _faults = [];
    private volatile bool _any;

    public bool Any => _any;

    /// <summary>Replaces what was set before.</summary>
    public void Set(WorkspaceId workspace, CallFault fault) => Change(() => _faults[workspace] = fault);

    public void Forget(WorkspaceId workspace) => Change(() => _faults.Remove(workspace));

    /// <summary>The fault for a call on this path, counted down; null when it is served as usual.</summary>
    public CallFault? Take(WorkspaceId workspace, string path)
    {
        lock (_lock)
        {
            if (!_faults.TryGetValue(workspace, out var fault) || !path.StartsWith(fault.Path, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (fault.Calls > 1)
            {
                _faults[workspace] = fault with { Calls = fault.Calls - 1 };
            }
            else
            {
                _faults.Remove(workspace);
                _any = _faults.Count > 0;
            }

            return fault;
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _any = _faults.Count > 0;
        }
    }
}

/// <param name="Calls">How many are still to be hit.</param>
/// <param name="Status">What is answered; null: nothing for a while, then the call is served as usual.</param>
/// <param name="HangFor">Only where there is no status.</param>
/// <param name="Path">Calls whose path begins so.</param>
internal sealed record CallFault(int Calls, int? Status, TimeSpan HangFor, string Path);

using System.Collections.Concurrent;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Scenarios of OMNI messages.</summary>
public sealed partial class WorkspaceDirectory
{
    private readonly ConcurrentDictionary<WorkspaceId, IReadOnlyList<OmniScenario>> _scenarios = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<OmniScenario> ScenariosOf(WorkspaceId workspace) => _scenarios.GetValueOrDefault(workspace, []);

    /// <param name="key">Upper or lower case.</param>
    public OmniScenario? FindScenario(WorkspaceId workspace, string key) =>
        ScenariosOf(workspace).FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.OrdinalIgnoreCase));

    public OmniScenario? DefaultScenarioOf(WorkspaceId workspace) => ScenariosOf(workspace).FirstOrDefault(static s => s.IsDefault);

    /// <summary>A new scenario; null where the workspace has as many as it may have, or has gone meanwhile. A new default takes the place of the old one.</summary>
    public async ValueTask<OmniScenario?> AddScenarioAsync(
        WorkspaceId workspace, string? name, IReadOnlyList<OmniStep> flow, bool isDefault, CancellationToken cancellationToken)
    {
        OmniScenario? made = null;
        await ChangeAsync(
            () =>
            {
                if (!_workspaces.ContainsKey(workspace) || ScenariosOf(workspace).Count >= OmniScenario.MostOfWorkspace)
                {
                    return null;
                }

                made = new OmniScenario(workspace, NewScenarioKey(), name, flow, isDefault, _clock.Now);
                return Written(made);
            },
            cancellationToken);
        return made;
    }

    /// <summary>Another flow and name in the place of the old; null where there is no such scenario.</summary>
    /// <param name="isDefault">Null leaves it as it is.</param>
    public async ValueTask<OmniScenario?> ReplaceScenarioAsync(
        WorkspaceId workspace, string key, string? name, IReadOnlyList<OmniStep> flow, bool? isDefault, CancellationToken cancellationToken)
    {
        OmniScenario? now = null;
        await ChangeAsync(
            () =>
            {
                now = FindScenario(workspace, key) is { } there ? there with { Name = name, Flow = flow, IsDefault = isDefault ?? there.IsDefault } : null;
                return now is null ? null : Written(now);
            },
            cancellationToken);
        return now;
    }

    /// <returns>False where there is none with this key.</returns>
    public ValueTask<bool> RemoveScenarioAsync(WorkspaceId workspace, string key, CancellationToken cancellationToken) => ChangeAsync(
        () => FindScenario(workspace, key) is { } there ? new DirectoryChange { RemovedScenarios = { (workspace, there.Key) } } : null, cancellationToken);

    private DirectoryChange Written(OmniScenario scenario)
    {
        var change = new DirectoryChange { Scenarios = { scenario } };
        if (scenario.IsDefault && DefaultScenarioOf(scenario.Workspace) is { } before && before.Key != scenario.Key)
        {
            change.Scenarios.Add(before with { IsDefault = false });
        }

        return change;
    }

    private string NewScenarioKey()
    {
        Span<byte> bytes = stackalloc byte[OmniScenario.KeyLength / 2];
        _random.Fill(bytes);
        return Convert.ToHexString(bytes);
    }

    private void ShowScenarios(DirectoryChange change)
    {
        foreach (var of in change.Scenarios.GroupBy(static s => s.Workspace))
        {
            var kept = ScenariosOf(of.Key).Where(there => of.All(s => s.Key != there.Key));
            _scenarios[of.Key] = [.. kept.Concat(of).OrderBy(static s => s.CreatedAt).ThenBy(static s => s.Key, StringComparer.Ordinal)];
        }

        foreach (var (workspace, key) in change.RemovedScenarios)
        {
            _scenarios[workspace] = [.. ScenariosOf(workspace).Where(there => there.Key != key)];
        }
    }
}

using System.Collections.Concurrent;
using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>Applications and entities.</summary>
public sealed partial class WorkspaceDirectory
{
    private readonly ConcurrentDictionary<(WorkspaceId Workspace, PlatformKind Kind, string Id), PlatformTag> _platform = new();

    public PlatformTag? FindPlatformTag(WorkspaceId workspace, PlatformKind kind, string id) =>
        _platform.GetValueOrDefault((workspace, kind, id)) ?? Implicit(workspace, kind, id);

    /// <summary>The default application first, then oldest first.</summary>
    public IReadOnlyList<PlatformTag> PlatformTagsOf(WorkspaceId workspace, PlatformKind kind)
    {
        var tags = _platform.Values.Where(t => t.Workspace == workspace && t.Kind == kind);
        if (Implicit(workspace, kind, PlatformTag.DefaultApplication) is { } always && !_platform.ContainsKey((workspace, kind, always.Id)))
        {
            tags = tags.Append(always);
        }

        return [.. tags.OrderByDescending(t => t.IsDefault).ThenBy(t => t.CreatedAt).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    /// <returns>False where there is one with this id already, or the workspace has gone.</returns>
    public ValueTask<bool> AddPlatformTagAsync(WorkspaceId workspace, PlatformKind kind, string id, string? name, CancellationToken cancellationToken) => ChangeAsync(
        () => _workspaces.ContainsKey(workspace) && FindPlatformTag(workspace, kind, id) is null
            ? new DirectoryChange { PlatformTags = { new PlatformTag(workspace, kind, id, name, _clock.Now) } }
            : null,
        cancellationToken);

    /// <returns>False where there is none with this id.</returns>
    public ValueTask<bool> RenamePlatformTagAsync(WorkspaceId workspace, PlatformKind kind, string id, string? name, CancellationToken cancellationToken) => ChangeAsync(
        () => FindPlatformTag(workspace, kind, id) is { } tag ? new DirectoryChange { PlatformTags = { tag with { Name = name } } } : null, cancellationToken);

    /// <summary>The default application stays: only its name goes.</summary>
    /// <returns>False where there is none with this id.</returns>
    public ValueTask<bool> RemovePlatformTagAsync(WorkspaceId workspace, PlatformKind kind, string id, CancellationToken cancellationToken) => ChangeAsync(
        () => _platform.TryGetValue((workspace, kind, id), out var tag) ? new DirectoryChange { RemovedPlatformTags = { tag } } : null, cancellationToken);

    private PlatformTag? Implicit(WorkspaceId workspace, PlatformKind kind, string id) =>
        kind == PlatformKind.Application && string.Equals(id, PlatformTag.DefaultApplication, StringComparison.Ordinal) && FindWorkspace(workspace) is { } there
            ? new PlatformTag(workspace, kind, id, null, there.CreatedAt)
            : null;
}

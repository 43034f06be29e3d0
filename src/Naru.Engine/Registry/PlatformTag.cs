using Naru.Core.Workspaces;

namespace Naru.Engine.Registry;

/// <summary>
/// An application or entity that a workspace has registered (Infobip's CPaaS X, contracts/infobip.md §11): a name for the tags that messages bear. Messages may
/// bear others too.
/// </summary>
/// <param name="Id">The tag, at most <see cref="MaxLength"/> characters; unique in its workspace and kind, case counts.</param>
/// <param name="Name">For people, at most <see cref="MaxLength"/> characters.</param>
public sealed record PlatformTag(WorkspaceId Workspace, PlatformKind Kind, string Id, string? Name, DateTimeOffset CreatedAt)
{
    public const int MaxLength = 255;

    /// <summary>The application that is there without having been registered.</summary>
    public const string DefaultApplication = "default";

    public bool IsDefault => Kind == PlatformKind.Application && string.Equals(Id, DefaultApplication, StringComparison.Ordinal);
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum PlatformKind : byte
{
    Application = 1,
    Entity = 2,
}

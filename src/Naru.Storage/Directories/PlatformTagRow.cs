using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Rows;

namespace Naru.Storage.Directories;

/// <summary>As Dapper fills it: properties are named as the columns are.</summary>
internal sealed record PlatformTagRow
{
    public long Workspace { get; init; }

    public long Kind { get; init; }

    public string Id { get; init; } = "";

    public string? Name { get; init; }

    public long Created { get; init; }

    public static PlatformTagRow Of(PlatformTag from) => new()
    {
        Workspace = from.Workspace.Value,
        Kind = (long)from.Kind,
        Id = from.Id,
        Name = from.Name,
        Created = Instants.ToMilliseconds(from.CreatedAt),
    };

    public PlatformTag ToTag() => new(new WorkspaceId((int)Workspace), (PlatformKind)Kind, Id, Name, Instants.FromMilliseconds(Created));
}

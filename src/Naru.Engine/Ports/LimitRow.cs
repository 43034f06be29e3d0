using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// The number of a limit, under which its row stands: of a carrier account it follows from the carrier's name, of an app from the app's number.
/// Stored: never renumber.
/// </summary>
public readonly record struct LimitId(long Value)
{
    private const long CarrierKind = 1L << 32;
    private const long AppKind = 2L << 32;

    public static LimitId OfApp(int app) => new(AppKind | (uint)app);

    public static LimitId OfCarrier(string name)
    {
        // FNV-1a: stable over processes and versions, unlike string.GetHashCode.
        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return new LimitId(CarrierKind | hash);
    }
}

/// <summary>How far the slots of a limit are given away: a restart begins there. There is none where no limit is set.</summary>
/// <param name="Workspace">Whose app it is: the row leaves with the workspace. 0 for a carrier account.</param>
/// <param name="NextFree">The first instant that is not given away, in whole milliseconds.</param>
public sealed record LimitRow(LimitId Id, WorkspaceId Workspace, DateTimeOffset NextFree);

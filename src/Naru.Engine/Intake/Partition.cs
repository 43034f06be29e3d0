using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Intake;

/// <summary>
/// The partition of a message: a hash of its workspace and its order key, the recipient. Fixed for ever, because rows are found by it.
/// </summary>
public static class Partition
{
    public static byte Of(WorkspaceId workspace, Recipient to)
    {
        // FNV-1a: stable over processes and versions, unlike string.GetHashCode.
        var hash = 14695981039346656037UL;
        hash = (hash ^ (uint)workspace.Value) * 1099511628211UL;
        if (to.Raw is null)
        {
            hash = (hash ^ (ulong)to.Digits) * 1099511628211UL;
        }
        else
        {
            foreach (var character in to.Raw)
            {
                hash = (hash ^ character) * 1099511628211UL;
            }
        }

        return (byte)((hash ^ (hash >> 32)) % MessageKey.Partitions);
    }
}

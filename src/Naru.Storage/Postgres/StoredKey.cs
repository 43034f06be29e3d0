using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>A <see cref="ClaimKey"/> as the column holds it: 16 bytes without a length before them.</summary>
internal static class StoredKey
{
    public static Guid Of(ClaimKind kind, WorkspaceId workspace, string text)
    {
        Span<byte> key = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(kind, workspace, text, key);
        return new Guid(key, bigEndian: true);
    }
}

using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Client ids: one row each, found by the hash of the text.</summary>
internal sealed class ClaimTable(Session session)
{
    private Statement? _insert;
    private Statement? _find;
    private Statement? _delete;

    /// <summary>False when the id is taken.</summary>
    public bool TryClaim(WorkspaceId workspace, string clientId, MessageKey message)
    {
        Span<byte> key = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.ClientId, workspace, clientId, key);
        return (_insert ??= session.Prepare("INSERT OR IGNORE INTO claim (key, message) VALUES (?1, ?2)"))
            .Bind(1, key).Bind(2, message.Packed).Run() == 1;
    }

    public MessageKey? Find(WorkspaceId workspace, string clientId)
    {
        Span<byte> key = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.ClientId, workspace, clientId, key);
        return (_find ??= session.Prepare("SELECT message FROM claim WHERE key = ?1")).Bind(1, key).ReadNumber() is { } packed
            ? MessageKey.FromPacked(packed)
            : null;
    }

    public void Release(WorkspaceId workspace, string clientId)
    {
        Span<byte> key = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.ClientId, workspace, clientId, key);
        (_delete ??= session.Prepare("DELETE FROM claim WHERE key = ?1")).Bind(1, key).Run();
    }
}

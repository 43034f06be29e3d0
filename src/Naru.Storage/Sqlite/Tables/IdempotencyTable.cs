using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Claims;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Idempotency keys with the answers given under them.</summary>
internal sealed class IdempotencyTable(Session session)
{
    private readonly RowWriter _row = new();
    private Statement? _find;
    private Statement? _insert;
    private Statement? _complete;
    private Statement? _expired;
    private Statement? _ofWorkspace;
    private Statement? _ofBulk;

    /// <summary>What is known under the key and has not expired by then.</summary>
    public KnownRequest? Find(WorkspaceId workspace, string key, DateTimeOffset at)
    {
        Span<byte> hash = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.Idempotency, workspace, key, hash);
        using var row = (_find ??= session.Prepare("SELECT body_hash, receipt FROM idempotency WHERE key = ?1 AND expires > ?2"))
            .Bind(1, hash).Bind(2, Instants.ToMilliseconds(at)).Read();
        return row.Next()
            ? new KnownRequest(row.Blob(0).ToArray(), row.IsNull(1) ? null : ReceiptCodec.Read(row.Blob(1)))
            : null;
    }

    /// <summary>Replaces an expired claim.</summary>
    public void Claim(WorkspaceId workspace, IdempotencyClaim claim, BulkKey bulk)
    {
        Span<byte> hash = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.Idempotency, workspace, claim.Key, hash);
        (_insert ??= session.Prepare("INSERT OR REPLACE INTO idempotency (key, workspace, expires, bulk, body_hash, receipt) VALUES (?1, ?2, ?3, ?4, ?5, NULL)"))
            .Bind(1, hash).Bind(2, workspace.Value).Bind(3, Instants.ToMilliseconds(claim.ExpiresAt)).Bind(4, bulk.Value).Bind(5, claim.BodyHash).Run();
    }

    public void Complete(WorkspaceId workspace, string key, SubmissionReceipt receipt)
    {
        Span<byte> hash = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.Idempotency, workspace, key, hash);
        (_complete ??= session.Prepare("UPDATE idempotency SET receipt = ?2 WHERE key = ?1"))
            .Bind(1, hash).Bind(2, ReceiptCodec.Write(_row, receipt)).Run();
    }

    public int DeleteExpired(DateTimeOffset before, int limit) =>
        (_expired ??= session.Prepare("DELETE FROM idempotency WHERE id IN (SELECT id FROM idempotency WHERE expires < ?1 LIMIT ?2)"))
        .Bind(1, Instants.ToMilliseconds(before)).Bind(2, limit).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM idempotency WHERE id IN (SELECT id FROM idempotency WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public void DeleteOf(long bulk) => (_ofBulk ??= session.Prepare("DELETE FROM idempotency WHERE bulk = ?1 AND bulk <> 0")).Bind(1, bulk).Run();
}

/// <param name="Receipt">Null while the submission is still being stored.</param>
internal sealed record KnownRequest(byte[] BodyHash, SubmissionReceipt? Receipt);

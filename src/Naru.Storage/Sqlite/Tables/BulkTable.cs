using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Claims;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Messages accepted together. An unsealed bulk is hidden by whoever reads rows, in the same snapshot.</summary>
internal sealed class BulkTable(Session session)
{
    private const string Columns = "id, workspace, name IS NOT NULL, first, last, count, created, sealed, body, timing";
    private static readonly HashSet<long> s_none = [];
    private readonly RowWriter _row = new();
    private Statement? _last;
    private Statement? _insert;
    private Statement? _seal;
    private Statement? _update;
    private Statement? _list;
    private Statement? _load;
    private Statement? _find;
    private Statement? _unsealed;
    private Statement? _delete;
    private Statement? _ofWorkspace;

    public void Insert(Bulk bulk)
    {
        var statement = _insert ??= session.Prepare("""
            INSERT INTO bulk (id, workspace, name, first, last, count, created, sealed, body, revision, timing)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """);
        statement.Bind(1, bulk.Key.Value).Bind(2, bulk.Workspace.Value);
        if (bulk.ByClient)
        {
            Span<byte> name = stackalloc byte[ClaimKey.Length];
            ClaimKey.Write(ClaimKind.BulkName, bulk.Workspace, bulk.PublicId, name);
            statement.Bind(3, name);
        }
        else
        {
            statement.BindNull(3);
        }

        statement.Bind(4, bulk.FirstSequence).Bind(5, bulk.LastSequence).Bind(6, bulk.Count).Bind(7, Instants.ToMilliseconds(bulk.CreatedAt))
            .Bind(8, bulk.Sealed ? 1 : 0).Bind(9, BulkCodec.Write(_row, bulk.PublicId)).Bind(10, bulk.Timing?.Revision ?? 0);
        if (bulk.Timing is { } timing)
        {
            statement.Bind(11, BulkTimingCodec.Write(_row, timing));
        }
        else
        {
            statement.BindNull(11);
        }

        statement.Run();
    }

    /// <summary>False when the row is not at that revision, or gone.</summary>
    public bool TryUpdate(BulkUpdate update) =>
        (_update ??= session.Prepare("UPDATE bulk SET revision = ?2, timing = ?3 WHERE id = ?1 AND revision = ?4"))
        .Bind(1, update.Bulk.Value).Bind(2, update.Timing.Revision).Bind(3, BulkTimingCodec.Write(_row, update.Timing)).Bind(4, update.FromRevision).Run() == 1;

    public List<Bulk> List(WorkspaceId workspace, long before, int limit)
    {
        using var row = (_list ??= session.Prepare(
                $"SELECT {Columns} FROM bulk INDEXED BY bulk_workspace WHERE workspace = ?1 AND id < ?2 AND sealed = 1 ORDER BY id DESC LIMIT ?3"))
            .Bind(1, workspace.Value).Bind(2, before).Bind(3, limit).Read();
        var found = new List<Bulk>();
        while (row.Next())
        {
            found.Add(Decode(row));
        }

        return found;
    }

    public void Seal(BulkSeal seal) =>
        (_seal ??= session.Prepare("UPDATE bulk SET sealed = 1, last = ?2 WHERE id = ?1")).Bind(1, seal.Bulk.Value).Bind(2, seal.LastSequence).Run();

    public Bulk? Load(BulkKey bulk)
    {
        using var row = (_load ??= session.Prepare($"SELECT {Columns} FROM bulk WHERE id = ?1")).Bind(1, bulk.Value).Read();
        return row.Next() ? Decode(row) : null;
    }

    public List<Bulk> Find(WorkspaceId workspace, string publicId)
    {
        Span<byte> name = stackalloc byte[ClaimKey.Length];
        ClaimKey.Write(ClaimKind.BulkName, workspace, publicId, name);
        using var row = (_find ??= session.Prepare($"SELECT {Columns} FROM bulk WHERE name = ?1 AND name IS NOT NULL AND sealed = 1 ORDER BY id")).Bind(1, name).Read();
        var found = new List<Bulk>();
        while (row.Next())
        {
            found.Add(Decode(row));
        }

        return found;
    }

    /// <summary>The bulks whose rows do not exist yet for a reader of this snapshot. Nearly always none.</summary>
    public HashSet<long> Unsealed()
    {
        using var row = (_unsealed ??= session.Prepare("SELECT id FROM bulk INDEXED BY bulk_unsealed WHERE sealed = 0")).Read();
        HashSet<long>? found = null;
        while (row.Next())
        {
            (found ??= []).Add(row.Number(0));
        }

        return found ?? s_none;
    }

    public void Delete(long bulk) => (_delete ??= session.Prepare("DELETE FROM bulk WHERE id = ?1")).Bind(1, bulk).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM bulk WHERE id IN (SELECT id FROM bulk WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM bulk")).ReadNumber() ?? 0;

    private static Bulk Decode(in Statement.Reading row)
    {
        return new Bulk(new BulkKey(row.Number(0)), new WorkspaceId((int)row.Number(1)), BulkCodec.Read(row.Blob(8)), row.Number(2) != 0, row.Number(3), row.Number(4),
            (int)row.Number(5), Instants.FromMilliseconds(row.Number(6)), row.Number(7) != 0, row.IsNull(9) ? null : BulkTimingCodec.Read(row.Blob(9)));
    }
}

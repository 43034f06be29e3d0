using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>How far the slots of limits are given away.</summary>
internal sealed class LimitTable(Session session)
{
    private Statement? _write;
    private Statement? _delete;
    private Statement? _ofWorkspace;
    private Statement? _all;

    public void Write(LimitRow row) => (_write ??= session.Prepare("""
            INSERT INTO rate_limit (id, workspace, next_free) VALUES (?1, ?2, ?3)
            ON CONFLICT (id) DO UPDATE SET workspace = ?2, next_free = ?3
            """))
        .Bind(1, row.Id.Value).Bind(2, row.Workspace.Value).Bind(3, Instants.ToMilliseconds(row.NextFree)).Run();

    public void Delete(LimitId id) => (_delete ??= session.Prepare("DELETE FROM rate_limit WHERE id = ?1")).Bind(1, id.Value).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM rate_limit WHERE id IN (SELECT id FROM rate_limit WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public List<LimitRow> All()
    {
        var found = new List<LimitRow>();
        using var rows = (_all ??= session.Prepare("SELECT id, workspace, next_free FROM rate_limit ORDER BY id")).Read();
        while (rows.Next())
        {
            found.Add(new LimitRow(new LimitId(rows.Number(0)), new WorkspaceId((int)rows.Number(1)), Instants.FromMilliseconds(rows.Number(2))));
        }

        return found;
    }
}

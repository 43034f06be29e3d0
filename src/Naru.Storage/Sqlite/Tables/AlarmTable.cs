using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>What somebody should look at.</summary>
internal sealed class AlarmTable(Session session)
{
    private readonly RowWriter _row = new();
    private Statement? _write;
    private Statement? _delete;
    private Statement? _ofWorkspace;
    private Statement? _all;

    public void Write(Alarm alarm) => (_write ??= session.Prepare("INSERT OR REPLACE INTO alarm (id, workspace, body) VALUES (?1, ?2, ?3)"))
        .Bind(1, alarm.Id).Bind(2, alarm.Key.Workspace.Value).Bind(3, AlarmCodec.Write(_row, alarm)).Run();

    public void Delete(long id) => (_delete ??= session.Prepare("DELETE FROM alarm WHERE id = ?1")).Bind(1, id).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM alarm WHERE id IN (SELECT id FROM alarm WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public List<Alarm> All()
    {
        var found = new List<Alarm>();
        using var rows = (_all ??= session.Prepare("SELECT id, workspace, body FROM alarm ORDER BY id")).Read();
        while (rows.Next())
        {
            found.Add(AlarmCodec.Read(rows.Blob(2), rows.Number(0), new WorkspaceId((int)rows.Number(1))));
        }

        return found;
    }
}

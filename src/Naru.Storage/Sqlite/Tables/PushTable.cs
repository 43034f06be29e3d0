using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Pushes of reports to endpoints: the outbox, and for a while what became of them.</summary>
internal sealed class PushTable(Session session)
{
    private const string Columns = "id, workspace, endpoint, state, due, created, settled, body";
    private readonly RowWriter _row = new();
    private Statement? _last;
    private Statement? _write;
    private Statement? _delete;
    private Statement? _load;
    private Statement? _nextEndpoint;
    private Statement? _countOf;
    private Statement? _at;
    private Statement? _later;
    private Statement? _list;
    private Statement? _settled;
    private Statement? _fromOldest;
    private Statement? _ofWorkspace;
    private Statement? _count;

    public void Write(Push push) =>
        (_write ??= session.Prepare("""
            INSERT INTO push (id, workspace, endpoint, state, due, created, settled, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (id) DO UPDATE SET workspace = ?2, endpoint = ?3, state = ?4, due = ?5, created = ?6, settled = ?7, body = ?8
            """))
        .Bind(1, push.Id).Bind(2, push.Workspace.Value).Bind(3, push.EndpointId).Bind(4, (long)push.State).Bind(5, Instants.ToMilliseconds(push.DueAt))
        .Bind(6, Instants.ToMilliseconds(push.CreatedAt)).Bind(7, Instants.ToMilliseconds(push.SettledAt)).Bind(8, PushCodec.Write(_row, push)).Run();

    public bool Delete(long id) => (_delete ??= session.Prepare("DELETE FROM push WHERE id = ?1")).Bind(1, id).Run() == 1;

    public Push? Load(long id)
    {
        using var row = (_load ??= session.Prepare($"SELECT {Columns} FROM push WHERE id = ?1")).Bind(1, id).Read();
        return row.Next() ? Decode(row) : null;
    }

    /// <summary>The next endpoint with open pushes, and the earliest instant of them.</summary>
    public (int Endpoint, long Due)? EndpointAfter(long endpoint)
    {
        using var row = (_nextEndpoint ??= session.Prepare(
            "SELECT endpoint, due FROM push INDEXED BY push_open WHERE endpoint > ?1 AND state = 1 ORDER BY endpoint, due LIMIT 1")).Bind(1, endpoint).Read();
        return row.Next() ? ((int)row.Number(0), row.Number(1)) : null;
    }

    public int CountOpen(int endpoint) => (int)((_countOf ??= session.Prepare(
        "SELECT count(*) FROM push INDEXED BY push_open WHERE endpoint = ?1 AND state = 1")).Bind(1, endpoint).ReadNumber() ?? 0);

    /// <summary>The rest of the instant at which a page ended.</summary>
    public Statement.Reading OpenAt(int endpoint, long due, long afterId) => (_at ??= session.Prepare(
            $"SELECT {Columns} FROM push INDEXED BY push_open WHERE endpoint = ?1 AND state = 1 AND due = ?2 AND id > ?3 ORDER BY id"))
        .Bind(1, endpoint).Bind(2, due).Bind(3, afterId).Read();

    public Statement.Reading OpenLater(int endpoint, long due, long until) => (_later ??= session.Prepare(
            $"SELECT {Columns} FROM push INDEXED BY push_open WHERE endpoint = ?1 AND state = 1 AND due > ?2 AND due <= ?3 ORDER BY due, id"))
        .Bind(1, endpoint).Bind(2, due).Bind(3, until).Read();

    public Statement.Reading List(WorkspaceId workspace, long before) => (_list ??= session.Prepare(
            $"SELECT {Columns} FROM push WHERE workspace = ?1 AND id < ?2 ORDER BY id DESC"))
        .Bind(1, workspace.Value).Bind(2, before).Read();

    /// <summary>Settled pushes from an id on, oldest first, until one that was made after the instant. Columns: id, made before, removable, workspace.</summary>
    public Statement.Reading Settled(long from, long before) => (_settled ??= session.Prepare(
            "SELECT id, created < ?2, state <> 1 AND settled < ?2, workspace FROM push WHERE id >= ?1 ORDER BY id"))
        .Bind(1, from).Bind(2, before).Read();

    /// <summary>
    /// The messages of open pushes that were made before the instant. Walks from the oldest push on, and pushes are settled and removed long before
    /// messages are: as a rule it ends at the first row.
    /// </summary>
    public HashSet<long> MessagesOfOpen(long before)
    {
        var found = new HashSet<long>();
        using var rows = (_fromOldest ??= session.Prepare($"SELECT {Columns} FROM push ORDER BY id")).Read();
        while (rows.Next() && rows.Number(5) < before)
        {
            if (rows.Number(3) == (long)PushState.Open)
            {
                found.UnionWith(Decode(rows).Items.Select(item => item.Message.Sequence));
            }
        }

        return found;
    }

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM push WHERE id IN (SELECT id FROM push WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public long CountOpen(WorkspaceId? workspace) => (_count ??= session.Prepare(
            "SELECT count(*) FROM push INDEXED BY push_open WHERE state = 1 AND (?1 IS NULL OR workspace = ?1)"))
        .Bind(1, (long?)workspace?.Value).ReadNumber() ?? 0;

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM push")).ReadNumber() ?? 0;

    public static Push Decode(in Statement.Reading row) => PushCodec.Read(row.Blob(7), new PushColumns(
        row.Number(0), (int)row.Number(1), (int)row.Number(2), (PushState)row.Number(3), row.Number(4), row.Number(5), row.NumberOrNull(6)));
}

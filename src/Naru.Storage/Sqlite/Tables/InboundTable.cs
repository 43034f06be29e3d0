using Naru.Core.Inbound;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Texts that came in.</summary>
internal sealed class InboundTable(Session session)
{
    private const string Columns = "id, workspace, arrived, waiting, body";

    private readonly RowWriter _row = new();
    private Statement? _write;
    private Statement? _mark;
    private Statement? _known;
    private Statement? _waiting;
    private Statement? _count;
    private Statement? _list;
    private Statement? _old;
    private Statement? _ofWorkspace;
    private Statement? _last;

    /// <summary>One that is there already, by its number or its reference, stays as it is.</summary>
    public void Write(InboundText text) => (_write ??= session.Prepare("""
            INSERT INTO inbound (id, workspace, arrived, waiting, sender, receiver, carrier, reference, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT DO NOTHING
            """))
        .Bind(1, text.Id).Bind(2, text.Workspace.Value).Bind(3, Instants.ToMilliseconds(text.At)).Bind(4, Instants.ToMilliseconds(text.WaitsSince))
        .Bind(5, TextKey.Of(text.From.Value)).Bind(6, TextKey.Of(text.To)).Bind(7, text.Carrier).Bind(8, TextKey.Of(text.Reference))
        .Bind(9, InboundCodec.Write(_row, text)).Run();

    public void Mark(InboundMark mark) => (_mark ??= session.Prepare("UPDATE inbound SET waiting = ?2 WHERE id = ?1"))
        .Bind(1, mark.Text).Bind(2, Instants.ToMilliseconds(mark.WaitsSince)).Run();

    public bool Knows(string carrier, string reference) => (_known ??= session.Prepare("SELECT 1 FROM inbound WHERE carrier = ?1 AND reference = ?2"))
        .Bind(1, carrier).Bind(2, TextKey.Of(reference)).ReadNumber() is not null;

    /// <summary>Oldest first.</summary>
    public Statement.Reading Waiting(WorkspaceId workspace, DateTimeOffset since) => (_waiting ??= session.Prepare(
            $"SELECT {Columns} FROM inbound INDEXED BY inbound_waiting WHERE workspace = ?1 AND waiting >= ?2 ORDER BY id"))
        .Bind(1, workspace.Value).Bind(2, Instants.ToMilliseconds(since)).Read();

    public long CountWaiting(WorkspaceId workspace, DateTimeOffset since) => (_count ??= session.Prepare(
            "SELECT count(*) FROM inbound INDEXED BY inbound_waiting WHERE workspace = ?1 AND waiting >= ?2"))
        .Bind(1, workspace.Value).Bind(2, Instants.ToMilliseconds(since)).ReadNumber() ?? 0;

    /// <summary>Newest first.</summary>
    public Statement.Reading List(InboundQuery query)
    {
        var list = (_list ??= session.Prepare(
                $"SELECT {Columns} FROM inbound WHERE workspace = ?1 AND id < ?2 AND (?3 IS NULL OR sender = ?3) AND (?4 IS NULL OR receiver = ?4) ORDER BY id DESC LIMIT ?5"))
            .Bind(1, query.Workspace.Value).Bind(2, query.BeforeId ?? long.MaxValue).Bind(5, query.Limit);
        list = query.From is { } from ? list.Bind(3, TextKey.Of(from.Value)) : list.BindNull(3);
        return (query.To is { } to ? list.Bind(4, TextKey.Of(to)) : list.BindNull(4)).Read();
    }

    public int DeleteBefore(DateTimeOffset before, int limit) =>
        (_old ??= session.Prepare("DELETE FROM inbound WHERE id IN (SELECT id FROM inbound WHERE arrived < ?1 ORDER BY arrived LIMIT ?2)"))
        .Bind(1, Instants.ToMilliseconds(before)).Bind(2, limit).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM inbound WHERE id IN (SELECT id FROM inbound WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM inbound")).ReadNumber() ?? 0;

    public static InboundText Decode(in Statement.Reading row) =>
        InboundCodec.Read(row.Blob(4), new InboundColumns(row.Number(0), (int)row.Number(1), row.Number(2), row.NumberOrNull(3)));
}

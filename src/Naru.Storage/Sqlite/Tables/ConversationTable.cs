using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Conversations of apps with contacts.</summary>
internal sealed class ConversationTable(Session session)
{
    private const string Columns = "id, workspace, app, contact, active, channel, body";

    private readonly RowWriter _row = new();
    private Statement? _write;
    private Statement? _delete;
    private Statement? _load;
    private Statement? _active;
    private Statement? _ofContact;
    private Statement? _ofApp;
    private Statement? _countOfApp;
    private Statement? _ofWorkspace;
    private Statement? _last;

    public void Write(Conversation talk) =>
        (_write ??= session.Prepare("""
            INSERT INTO conversation (id, workspace, app, contact, active, channel, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (id) DO UPDATE SET workspace = ?2, app = ?3, contact = ?4, active = ?5, channel = ?6, body = ?7
            """))
        .Bind(1, talk.Id).Bind(2, talk.Workspace.Value).Bind(3, talk.App).Bind(4, talk.Contact).Bind(5, talk.Active ? 1 : 0).Bind(6, (long)talk.ActiveChannel)
        .Bind(7, ConversationCodec.Write(_row, talk)).Run();

    public void Delete(long id) => (_delete ??= session.Prepare("DELETE FROM conversation WHERE id = ?1")).Bind(1, id).Run();

    public Conversation? Load(long id)
    {
        using var row = (_load ??= session.Prepare($"SELECT {Columns} FROM conversation WHERE id = ?1")).Bind(1, id).Read();
        return row.Next() ? Decode(row) : null;
    }

    public Conversation? Active(int app, long contact)
    {
        using var row = (_active ??= session.Prepare(
                $"SELECT {Columns} FROM conversation INDEXED BY conversation_active WHERE contact = ?2 AND app = ?1 AND active = 1 ORDER BY id DESC LIMIT 1"))
            .Bind(1, app).Bind(2, contact).Read();
        return row.Next() ? Decode(row) : null;
    }

    /// <summary>Newest first: a contact has few.</summary>
    public Statement.Reading OfContact(long contact, long before) => (_ofContact ??= session.Prepare(
            $"SELECT {Columns} FROM conversation INDEXED BY conversation_contact WHERE contact = ?1 AND id < ?2 ORDER BY id DESC"))
        .Bind(1, contact).Bind(2, before).Read();

    /// <summary>One stretch of the index, newest first: the active or the ended ones, last on this channel.</summary>
    public Statement.Reading OfApp(WorkspaceId workspace, int app, bool active, Channel channel, long before, int limit) => (_ofApp ??= session.Prepare(
            $"""
            SELECT {Columns} FROM conversation INDEXED BY conversation_app
            WHERE workspace = ?5 AND app = ?1 AND active = ?2 AND channel = ?3 AND id < ?4 ORDER BY id DESC LIMIT ?6
            """))
        .Bind(1, app).Bind(2, active ? 1 : 0).Bind(3, (long)channel).Bind(4, before).Bind(5, workspace.Value).Bind(6, limit).Read();

    /// <summary>A walk along the index alone.</summary>
    public long CountOfApp(WorkspaceId workspace, int app, bool active, Channel channel) => (_countOfApp ??= session.Prepare(
            "SELECT count(*) FROM conversation INDEXED BY conversation_app WHERE workspace = ?4 AND app = ?1 AND active = ?2 AND channel = ?3"))
        .Bind(1, app).Bind(2, active ? 1 : 0).Bind(3, (long)channel).Bind(4, workspace.Value).ReadNumber() ?? 0;

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("DELETE FROM conversation WHERE id IN (SELECT id FROM conversation WHERE workspace = ?1 LIMIT ?2)"))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM conversation")).ReadNumber() ?? 0;

    public static Conversation Decode(in Statement.Reading row) => ConversationCodec.Read(row.Blob(6), new ConversationColumns(
        row.Number(0), (int)row.Number(1), (int)row.Number(2), row.Number(3), row.Number(4) != 0, (Channel)row.Number(5)));
}

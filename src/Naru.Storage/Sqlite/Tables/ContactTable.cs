using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Contacts, the addresses under which they are found, and the phone numbers that several of them have.</summary>
internal sealed class ContactTable(Session session)
{
    private const string Columns = "id, workspace, body";

    private readonly RowWriter _row = new();
    private Statement? _write;
    private Statement? _delete;
    private Statement? _load;
    private Statement? _list;
    private Statement? _external;
    private Statement? _ofWorkspace;
    private Statement? _last;

    private readonly IdentityTable _identities = new(session);

    /// <summary>Written over what is there. An address that another contact has becomes this one's.</summary>
    public void Write(Contact contact)
    {
        var write = (_write ??= session.Prepare("""
            INSERT INTO contact (id, workspace, external, body) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (id) DO UPDATE SET workspace = ?2, external = ?3, body = ?4
            """)).Bind(1, contact.Id).Bind(2, contact.Workspace.Value);
        write = contact.ExternalId is null ? write.BindNull(3) : write.Bind(3, TextKey.Of(contact.ExternalId));
        write.Bind(4, ContactCodec.Write(_row, contact)).Run();
        _identities.Replace(contact);
    }

    public void Delete(long id)
    {
        _identities.Delete(id);
        (_delete ??= session.Prepare("DELETE FROM contact WHERE id = ?1")).Bind(1, id).Run();
    }

    public Contact? Load(long id)
    {
        using var row = (_load ??= session.Prepare($"SELECT {Columns} FROM contact WHERE id = ?1")).Bind(1, id).Read();
        return row.Next() ? Decode(row) : null;
    }

    public long? Find(WorkspaceId workspace, ContactIdentity identity) => _identities.Find(workspace, identity);

    /// <summary>Each contact once. With a channel, only those who have the address on it.</summary>
    public List<long> WithAddress(WorkspaceId workspace, string address, Channel? channel) => _identities.WithAddress(workspace, address, channel);

    public IReadOnlyList<(long Phone, Channel Channel, long Contact)> Conflicts(WorkspaceId workspace, long after, int limit) =>
        _identities.Conflicts(workspace, after, limit);

    /// <summary>Newest first.</summary>
    public Statement.Reading List(WorkspaceId workspace, long before, int limit) => (_list ??= session.Prepare(
            $"SELECT {Columns} FROM contact WHERE workspace = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3"))
        .Bind(1, workspace.Value).Bind(2, before).Bind(3, limit).Read();

    /// <summary>Newest first.</summary>
    public Statement.Reading WithExternalId(WorkspaceId workspace, string externalId, long before, int limit) => (_external ??= session.Prepare(
            $"SELECT {Columns} FROM contact INDEXED BY contact_external WHERE workspace = ?1 AND external = ?2 AND id < ?3 ORDER BY id DESC LIMIT ?4"))
        .Bind(1, workspace.Value).Bind(2, TextKey.Of(externalId)).Bind(3, before).Bind(4, limit).Read();

    public int DeleteOf(WorkspaceId workspace, int limit)
    {
        var gone = new List<long>();
        using (var rows = (_ofWorkspace ??= session.Prepare("SELECT id FROM contact WHERE workspace = ?1 LIMIT ?2")).Bind(1, workspace.Value).Bind(2, limit).Read())
        {
            while (rows.Next())
            {
                gone.Add(rows.Number(0));
            }
        }

        gone.ForEach(Delete);
        return gone.Count;
    }

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM contact")).ReadNumber() ?? 0;

    public static Contact Decode(in Statement.Reading row) => ContactCodec.Read(row.Blob(2), row.Number(0), new WorkspaceId((int)row.Number(1)));
}

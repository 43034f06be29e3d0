using System.Globalization;
using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>The addresses of contacts, and the phone numbers that several contacts have: the second follows every change of the first.</summary>
internal sealed class IdentityTable(Session session)
{
    private Statement? _write;
    private Statement? _of;
    private Statement? _deleteOf;
    private Statement? _find;
    private Statement? _withAddress;
    private Statement? _owners;
    private Statement? _addConflict;
    private Statement? _dropConflict;
    private Statement? _conflicts;

    public void Replace(Contact contact)
    {
        var touched = Remove(contact.Id);
        foreach (var identity in contact.Identities)
        {
            (_write ??= session.Prepare("""
                INSERT INTO contact_identity (workspace, address, channel, app, contact) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (workspace, address, channel, app) DO UPDATE SET contact = ?5
                """))
                .Bind(1, contact.Workspace.Value).Bind(2, TextKey.Of(identity.Address.Value)).Bind(3, (long)identity.Channel).Bind(4, TextKey.Of(identity.AppId))
                .Bind(5, contact.Id).Run();
            Note(touched, contact.Workspace.Value, ConflictNumber.Of(identity.Channel, identity.Address.Value));
        }

        CheckConflicts(touched);
    }

    public void Delete(long contact) => CheckConflicts(Remove(contact));

    public long? Find(WorkspaceId workspace, ContactIdentity identity) => (_find ??= session.Prepare(
            "SELECT contact FROM contact_identity WHERE workspace = ?1 AND address = ?2 AND channel = ?3 AND app = ?4"))
        .Bind(1, workspace.Value).Bind(2, TextKey.Of(identity.Address.Value)).Bind(3, (long)identity.Channel).Bind(4, TextKey.Of(identity.AppId)).ReadNumber();

    public List<long> WithAddress(WorkspaceId workspace, string address, Channel? channel)
    {
        var found = new List<long>();
        using var rows = (_withAddress ??= session.Prepare(
                "SELECT DISTINCT contact FROM contact_identity WHERE workspace = ?1 AND address = ?2 AND (?3 IS NULL OR channel = ?3)"))
            .Bind(1, workspace.Value).Bind(2, TextKey.Of(address)).Bind(3, (long?)channel).Read();
        while (rows.Next())
        {
            found.Add(rows.Number(0));
        }

        return found;
    }

    /// <summary>The addresses behind the conflicts of one page.</summary>
    public List<(long Phone, Channel Channel, long Contact)> Conflicts(WorkspaceId workspace, long after, int limit)
    {
        var found = new List<(long, Channel, long)>();
        using var rows = (_conflicts ??= session.Prepare("""
            SELECT c.phone, i.channel, i.contact
            FROM (SELECT phone FROM contact_conflict WHERE workspace = ?1 AND phone > ?2 ORDER BY phone LIMIT ?3) AS c
            JOIN contact_identity AS i ON i.workspace = ?1 AND i.address = CAST(CAST(c.phone AS TEXT) AS BLOB) AND i.channel <> ?4
            ORDER BY c.phone, i.contact, i.channel
            """)).Bind(1, workspace.Value).Bind(2, after).Bind(3, limit).Bind(4, (long)Channel.ConsultationTalk).Read();
        while (rows.Next())
        {
            found.Add((rows.Number(0), (Channel)rows.Number(1), rows.Number(2)));
        }

        return found;
    }

    /// <summary>Takes a contact's addresses away, and says which numbers are among them.</summary>
    private HashSet<(long Workspace, long Phone)> Remove(long contact)
    {
        var touched = new HashSet<(long, long)>();
        using (var rows = (_of ??= session.Prepare(
            "SELECT workspace, channel, CAST(address AS TEXT) FROM contact_identity INDEXED BY contact_identity_contact WHERE contact = ?1")).Bind(1, contact).Read())
        {
            while (rows.Next())
            {
                Note(touched, rows.Number(0), ConflictNumber.Of((Channel)rows.Number(1), rows.Text(2)));
            }
        }

        (_deleteOf ??= session.Prepare("DELETE FROM contact_identity WHERE contact = ?1")).Bind(1, contact).Run();
        return touched;
    }

    private static void Note(HashSet<(long Workspace, long Phone)> touched, long workspace, long? phone)
    {
        if (phone is { } number)
        {
            touched.Add((workspace, number));
        }
    }

    private void CheckConflicts(HashSet<(long Workspace, long Phone)> touched)
    {
        foreach (var (workspace, phone) in touched)
        {
            var owners = (_owners ??= session.Prepare(
                    "SELECT count(DISTINCT contact) FROM contact_identity WHERE workspace = ?1 AND address = ?2 AND channel <> ?3"))
                .Bind(1, workspace).Bind(2, TextKey.Of(phone.ToString(CultureInfo.InvariantCulture))).Bind(3, (long)Channel.ConsultationTalk).ReadNumber();
            var write = owners > 1
                ? _addConflict ??= session.Prepare("INSERT OR IGNORE INTO contact_conflict (workspace, phone) VALUES (?1, ?2)")
                : _dropConflict ??= session.Prepare("DELETE FROM contact_conflict WHERE workspace = ?1 AND phone = ?2");
            write.Bind(1, workspace).Bind(2, phone).Run();
        }
    }
}

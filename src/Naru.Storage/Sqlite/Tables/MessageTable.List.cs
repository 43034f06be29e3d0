using Naru.Core.Workspaces;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>The rows of messages: ways to them, newest first.</summary>
internal sealed partial class MessageTable
{
    private Statement? _failed;
    private Statement? _open;
    private Statement? _tail;
    private Statement? _tailTo;
    private Statement? _inTalk;
    private Statement? _ofTalk;
    private Statement? _inBulk;
    private Statement? _ofEnvelope;
    private Statement? _toSearch;

    public Statement.Reading Failed(WorkspaceId workspace, long before) => (_failed ??= session.Prepare(
            $"SELECT {Columns} FROM message INDEXED BY message_failed WHERE workspace = ?1 AND id < ?2 AND state IN (11, 12, 13, 14) ORDER BY id DESC"))
        .Bind(1, workspace.Value).Bind(2, before).Read();

    /// <summary>Messages of conversations.</summary>
    public Statement.Reading InTalk(WorkspaceId workspace, long before) => (_inTalk ??= session.Prepare(
            $"SELECT {Columns} FROM message INDEXED BY message_in_talk WHERE workspace = ?1 AND id < ?2 AND talk IS NOT NULL ORDER BY id DESC"))
        .Bind(1, workspace.Value).Bind(2, before).Read();

    /// <summary>Messages of one conversation.</summary>
    public Statement.Reading OfTalk(long conversation, long before) => (_ofTalk ??= session.Prepare(
            $"SELECT {Columns} FROM message INDEXED BY message_of_talk WHERE talk = ?1 AND id < ?2 ORDER BY id DESC"))
        .Bind(1, conversation).Bind(2, before).Read();

    /// <summary>Open rows of all workspaces, out of the hot index alone.</summary>
    public List<long> OpenBefore(long before)
    {
        var found = new List<long>();
        using (var rows = (_open ??= session.Prepare("SELECT id FROM message INDEXED BY message_open WHERE lane <> 0 AND id < ?1")).Bind(1, before).Read())
        {
            while (rows.Next())
            {
                found.Add(rows.Number(0));
            }
        }

        found.Sort();
        found.Reverse();
        return found;
    }

    public Statement.Reading Tail(WorkspaceId workspace, long? recipient, long after, long before)
    {
        var rows = recipient is { } digits
            ? (_tailTo ??= session.Prepare(
                $"SELECT {Columns} FROM message WHERE id > ?1 AND id < ?2 AND workspace = ?3 AND recipient = ?4 ORDER BY id DESC")).Bind(4, digits)
            : _tail ??= session.Prepare($"SELECT {Columns} FROM message WHERE id > ?1 AND id < ?2 AND workspace = ?3 ORDER BY id DESC");
        return rows.Bind(1, after).Bind(2, before).Bind(3, workspace.Value).Read();
    }

    /// <summary>Messages of a shared envelope.</summary>
    public Statement.Reading OfEnvelope(long envelope, long first, long last) => (_ofEnvelope ??= session.Prepare(
            $"SELECT {Columns} FROM message WHERE id BETWEEN ?1 AND ?2 AND envelope = ?3 ORDER BY id DESC"))
        .Bind(1, first).Bind(2, last).Bind(3, envelope).Read();

    /// <summary>What the search file is fed with. Columns: id, workspace, recipient, envelope, given.</summary>
    public Statement.Reading ToSearch(long after, long to, int limit) => (_toSearch ??= session.Prepare(
            "SELECT id, workspace, recipient, envelope, given FROM message WHERE id > ?1 AND id <= ?2 ORDER BY id LIMIT ?3"))
        .Bind(1, after).Bind(2, to).Bind(3, limit).Read();

    public Statement.Reading InBulk(Core.Messages.BulkKey bulk, long first, long last) => (_inBulk ??= session.Prepare(
            $"SELECT {Columns} FROM message WHERE id BETWEEN ?1 AND ?2 AND bulk = ?3 ORDER BY id DESC"))
        .Bind(1, first).Bind(2, last).Bind(3, bulk.Value).Read();
}

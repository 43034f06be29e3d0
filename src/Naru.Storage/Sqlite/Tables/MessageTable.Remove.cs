namespace Naru.Storage.Sqlite.Tables;

/// <summary>The rows of messages: what retention and purges look for.</summary>
internal sealed partial class MessageTable
{
    private Statement? _fromOldest;
    private Statement? _removable;
    private Statement? _ofBulk;
    private Statement? _hasBulk;
    private Statement? _tailOf;

    /// <summary>Columns of <see cref="RemovableMessage"/>.</summary>
    public Statement.Reading FromOldest(long sequence) =>
        (_fromOldest ??= session.Prepare($"SELECT {RemovableMessage.Columns} FROM message WHERE id >= ?1 ORDER BY id")).Bind(1, sequence).Read();

    public RemovableMessage? Removable(long sequence)
    {
        using var row = (_removable ??= session.Prepare($"SELECT {RemovableMessage.Columns} FROM message WHERE id = ?1")).Bind(1, sequence).Read();
        return row.Next() ? RemovableMessage.Of(row) : null;
    }

    /// <summary>Rows of a bulk that was never sealed: nobody knows where its last one is.</summary>
    public List<RemovableMessage> OfBulk(long bulk, long first)
    {
        using var rows = (_ofBulk ??= session.Prepare($"SELECT {RemovableMessage.Columns} FROM message WHERE id >= ?1 AND bulk = ?2"))
            .Bind(1, first).Bind(2, bulk).Read();
        return Collect(rows);
    }

    public bool HasBulk(long bulk, long first, long last) =>
        (_hasBulk ??= session.Prepare("SELECT 1 FROM message WHERE id BETWEEN ?1 AND ?2 AND bulk = ?3 LIMIT 1"))
        .Bind(1, first).Bind(2, last).Bind(3, bulk).ReadNumber() is not null;

    /// <summary>Rows of a workspace beyond what the search file knows.</summary>
    public List<RemovableMessage> TailOf(int workspace, long after, int limit)
    {
        using var rows = (_tailOf ??= session.Prepare($"SELECT {RemovableMessage.Columns} FROM message WHERE id > ?1 AND workspace = ?2 ORDER BY id LIMIT ?3"))
            .Bind(1, after).Bind(2, workspace).Bind(3, limit).Read();
        return Collect(rows);
    }

    private static List<RemovableMessage> Collect(Statement.Reading rows)
    {
        var found = new List<RemovableMessage>();
        while (rows.Next())
        {
            found.Add(RemovableMessage.Of(rows));
        }

        return found;
    }
}

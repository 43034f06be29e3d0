using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Final reports that wait to be pulled, in the order of their messages.</summary>
internal sealed class PullTable(Session session)
{
    private Statement? _insert;
    private Statement? _delete;
    private Statement? _read;
    private Statement? _ofMessage;
    private Statement? _ofWorkspace;
    private Statement? _count;

    /// <summary>Only for a message that exists: a report of one that was purged meanwhile would stay for ever.</summary>
    public void Add(in PulledReport report) =>
        (_insert ??= session.Prepare("""
            INSERT OR IGNORE INTO pull (workspace, dialect, channel, id, partition, at)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM message WHERE id = ?4)
            """))
        .Bind(1, report.Workspace.Value).Bind(2, (long)report.Dialect).Bind(3, (long)report.Channel).Bind(4, report.Key.Sequence)
        .Bind(5, report.Key.Partition).Bind(6, Instants.ToMilliseconds(report.At)).Run();

    public void Consume(WorkspaceId workspace, DialectName dialect, Channel channel, long sequence) =>
        (_delete ??= session.Prepare("DELETE FROM pull WHERE workspace = ?1 AND dialect = ?2 AND channel = ?3 AND id = ?4"))
        .Bind(1, workspace.Value).Bind(2, (long)dialect).Bind(3, (long)channel).Bind(4, sequence).Run();

    /// <summary>Columns: id, partition, at.</summary>
    public Statement.Reading Read(PullQuery query, long first, long last) =>
        (_read ??= session.Prepare("""
            SELECT id, partition, at FROM pull
            WHERE workspace = ?1 AND dialect = ?2 AND channel = ?3 AND id BETWEEN ?4 AND ?5 AND at >= ?6 ORDER BY id
            """))
        .Bind(1, query.Workspace.Value).Bind(2, (long)query.Dialect).Bind(3, (long)query.Channel).Bind(4, first).Bind(5, last)
        .Bind(6, query.Since is { } since ? Instants.ToMilliseconds(since) : long.MinValue).Read();

    /// <summary>Whatever queue it is in: a few seeks, where an index by message would cost every report.</summary>
    public void DeleteOf(WorkspaceId workspace, long sequence) =>
        (_ofMessage ??= session.Prepare($"""
            DELETE FROM pull WHERE workspace = ?1 AND dialect IN ({NumbersOf<DialectName>()}) AND channel IN ({NumbersOf<Channel>()}) AND id = ?2
            """))
        .Bind(1, workspace.Value).Bind(2, sequence).Run();

    public int DeleteOf(WorkspaceId workspace, int limit) =>
        (_ofWorkspace ??= session.Prepare("""
            DELETE FROM pull WHERE (workspace, dialect, channel, id) IN (SELECT workspace, dialect, channel, id FROM pull WHERE workspace = ?1 LIMIT ?2)
            """))
        .Bind(1, workspace.Value).Bind(2, limit).Run();

    public long Count(WorkspaceId? workspace) =>
        (_count ??= session.Prepare("SELECT count(*) FROM pull WHERE workspace BETWEEN ?1 AND ?2"))
        .Bind(1, workspace?.Value ?? int.MinValue).Bind(2, workspace?.Value ?? int.MaxValue).ReadNumber() ?? 0;

    /// <summary>Zero too: the queue of a front door that has one for all channels.</summary>
    private static string NumbersOf<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValuesAsUnderlyingType<T>().Cast<byte>().Prepend(default));
}

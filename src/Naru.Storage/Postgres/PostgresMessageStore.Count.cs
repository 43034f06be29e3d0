using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;

namespace Naru.Storage.Postgres;

/// <summary>What waits.</summary>
public sealed partial class PostgresMessageStore
{
    private static readonly string s_openSql = $"""
        SELECT m.state, count(*) FROM message AS m WHERE m.lane <> 0 AND ($1 IS NULL OR m.workspace = $1) AND {MessageRow.Exists} GROUP BY m.state
        """;

    public ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken) => database.ReadSnapshotAsync(
        async reading => new StoreCounts(
            (await reading.AskAsync(s_openSql, static row => (State: (MessageState)row.GetInt16(0), Count: row.GetInt64(1)), Sent.Maybe(workspace?.Value)))
                .ToDictionary(of => of.State, of => of.Count),
            await reading.NumberAsync("SELECT count(*) FROM pull WHERE $1 IS NULL OR workspace = $1", Sent.Maybe(workspace?.Value)) ?? 0,
            await reading.NumberAsync("SELECT count(*) FROM push WHERE state = 1 AND ($1 IS NULL OR workspace = $1)", Sent.Maybe(workspace?.Value)) ?? 0),
        cancellationToken);
}

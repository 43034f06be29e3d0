using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>How far the slots of limits are given away.</summary>
internal static class LimitTable
{
    public static void Write(RoundTrip trip, CommitBatch batch)
    {
        if (batch.LimitsRemoved.Count > 0)
        {
            trip.Add("DELETE FROM rate_limit WHERE id = ANY ($1)", Column(batch.LimitsRemoved.ConvertAll(limit => limit.Value)));
        }

        if (batch.Limits.Count == 0)
        {
            return;
        }

        var last = new Dictionary<LimitId, LimitRow>(batch.Limits.Count);
        batch.Limits.ForEach(row => last[row.Id] = row);
        var all = last.Values.ToList();
        trip.Add(
            """
            INSERT INTO rate_limit (id, workspace, next_free) SELECT * FROM unnest($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, next_free = excluded.next_free
            """,
            Column(all.ConvertAll(row => row.Id.Value)), Column(all.ConvertAll(row => row.Workspace.Value)), Column(all.ConvertAll(row => Instants.ToMilliseconds(row.NextFree))));
    }

    /// <summary>Of <c>id, workspace, next_free</c>.</summary>
    public static LimitRow Of(NpgsqlDataReader row) =>
        new(new LimitId(row.GetInt64(0)), new WorkspaceId(row.GetInt32(1)), Instants.FromMilliseconds(row.GetInt64(2)));
}

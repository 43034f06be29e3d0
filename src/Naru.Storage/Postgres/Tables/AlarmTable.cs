using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>What somebody should look at.</summary>
internal static class AlarmTable
{
    public static void Write(RoundTrip trip, CommitBatch batch)
    {
        if (batch.AlarmsRemoved.Count > 0)
        {
            trip.Add("DELETE FROM alarm WHERE id = ANY ($1)", Column(batch.AlarmsRemoved));
        }

        if (batch.Alarms.Count > 0)
        {
            var row = new RowWriter();
            trip.Add(
                """
                INSERT INTO alarm (id, workspace, body) SELECT * FROM unnest($1, $2, $3)
                ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, body = excluded.body
                """,
                Column(batch.Alarms.ConvertAll(alarm => alarm.Id)), Column(batch.Alarms.ConvertAll(alarm => alarm.Key.Workspace.Value)),
                Column(batch.Alarms.ConvertAll<byte[]?>(alarm => AlarmCodec.Write(row, alarm).ToArray())));
        }
    }

    /// <summary>Of <c>id, workspace, body</c>.</summary>
    public static Alarm Of(NpgsqlDataReader row) => AlarmCodec.Read(row.GetFieldValue<byte[]>(2), row.GetInt64(0), new WorkspaceId(row.GetInt32(1)));
}

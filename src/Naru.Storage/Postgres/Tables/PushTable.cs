using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Pushes of reports to endpoints: the outbox, and for a while what became of them.</summary>
internal static class PushTable
{
    /// <summary>For <see cref="Of"/>.</summary>
    public const string Selected = "id, workspace, endpoint, state, due, created, settled, body";

    /// <summary>Of one that stands in the batch twice, the last.</summary>
    public static void Write(RoundTrip trip, List<Push> pushes)
    {
        if (pushes.Count == 0)
        {
            return;
        }

        var row = new RowWriter();
        var last = new Dictionary<long, Push>(pushes.Count);
        pushes.ForEach(push => last[push.Id] = push);
        var all = last.Values.ToList();
        trip.Add(
            """
            INSERT INTO push (id, workspace, endpoint, state, due, created, settled, body) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, endpoint = excluded.endpoint, state = excluded.state, due = excluded.due,
                created = excluded.created, settled = excluded.settled, body = excluded.body
            """,
            Column(all.ConvertAll(p => p.Id)), Column(all.ConvertAll(p => p.Workspace.Value)), Column(all.ConvertAll(p => p.EndpointId)),
            Column(all.ConvertAll(p => (short)p.State)), Column(all.ConvertAll(p => Instants.ToMilliseconds(p.DueAt))),
            Column(all.ConvertAll(p => Instants.ToMilliseconds(p.CreatedAt))), Column(all.ConvertAll(p => Instants.ToMilliseconds(p.SettledAt))),
            Column(all.ConvertAll<byte[]?>(p => PushCodec.Write(row, p).ToArray())));
    }

    public static void Delete(RoundTrip trip, List<long> pushes)
    {
        if (pushes.Count > 0)
        {
            trip.Add("DELETE FROM push WHERE id = ANY ($1)", Column(pushes));
        }
    }

    public static Push Of(NpgsqlDataReader row) => PushCodec.Read(row.GetFieldValue<byte[]>(7), new PushColumns(
        row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), (PushState)row.GetInt16(3), row.GetInt64(4), row.GetInt64(5), row.IsDBNull(6) ? null : row.GetInt64(6)));
}

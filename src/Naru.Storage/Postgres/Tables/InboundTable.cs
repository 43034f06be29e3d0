using Naru.Core.Inbound;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Texts that came in.</summary>
internal static class InboundTable
{
    /// <summary>For <see cref="Of"/>.</summary>
    public const string Selected = "id, workspace, arrived, waiting, body";

    /// <summary>One that is there already, by its number or its reference, stays as it is.</summary>
    public static void Write(RoundTrip trip, CommitBatch batch)
    {
        if (batch.Inbound is { Count: > 0 } texts)
        {
            var row = new RowWriter();
            trip.Add(
                """
                INSERT INTO inbound (id, workspace, arrived, waiting, sender, receiver, carrier, reference, body) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT DO NOTHING
                """,
                Column(texts.ConvertAll(t => t.Id)), Column(texts.ConvertAll(t => t.Workspace.Value)), Column(texts.ConvertAll(t => Instants.ToMilliseconds(t.At))),
                Column(texts.ConvertAll(t => Instants.ToMilliseconds(t.WaitsSince))), Column(texts.ConvertAll<byte[]?>(t => TextKey.Of(t.From.Value))),
                Column(texts.ConvertAll<byte[]?>(t => TextKey.Of(t.To))), Column(texts.ConvertAll(t => t.Carrier)), Column(texts.ConvertAll<byte[]?>(t => TextKey.Of(t.Reference))),
                Column(texts.ConvertAll<byte[]?>(t => InboundCodec.Write(row, t).ToArray())));
        }

        if (batch.InboundMarks.Count > 0)
        {
            // Of a text that stands in the batch twice, the last counts.
            var last = new Dictionary<long, DateTimeOffset?>(batch.InboundMarks.Count);
            batch.InboundMarks.ForEach(mark => last[mark.Text] = mark.WaitsSince);
            trip.Add(
                "UPDATE inbound AS i SET waiting = m.waiting FROM unnest($1, $2) AS m (id, waiting) WHERE i.id = m.id",
                Column(last.Keys.ToList()), Column(last.Values.Select(Instants.ToMilliseconds).ToList()));
        }
    }

    public static InboundText Of(NpgsqlDataReader row) => InboundCodec.Read(
        row.GetFieldValue<byte[]>(4), new InboundColumns(row.GetInt64(0), row.GetInt32(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3)));
}

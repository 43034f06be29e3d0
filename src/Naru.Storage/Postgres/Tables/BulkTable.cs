using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Npgsql;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Messages accepted together. An unsealed bulk is hidden by whoever reads rows, in the same snapshot.</summary>
internal static class BulkTable
{
    /// <summary>For <see cref="Of"/>.</summary>
    public const string Selected = "id, workspace, name IS NOT NULL, first, last, count, created, sealed, body, timing";

    public static void Insert(RoundTrip trip, IEnumerable<Bulk> bulks)
    {
        var row = new RowWriter();
        foreach (var chunk in bulks.Chunk(512))
        {
            var all = chunk.ToList();
            trip.Add(
                """
                INSERT INTO bulk (id, workspace, name, first, last, count, created, sealed, body, revision, timing)
                SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                Column(all.ConvertAll(b => b.Key.Value)), Column(all.ConvertAll(b => b.Workspace.Value)), Column(all.ConvertAll(b => b.ByClient ? NameOf(b.Workspace, b.PublicId) : (Guid?)null)),
                Column(all.ConvertAll(b => b.FirstSequence)), Column(all.ConvertAll(b => b.LastSequence)), Column(all.ConvertAll(b => b.Count)),
                Column(all.ConvertAll(b => Instants.ToMilliseconds(b.CreatedAt))), Column(all.ConvertAll(b => b.Sealed)),
                Column(all.ConvertAll<byte[]?>(b => BulkCodec.Write(row, b.PublicId).ToArray())),
                Column(all.ConvertAll(b => b.Timing?.Revision ?? 0)),
                Column(all.ConvertAll(b => b.Timing is { } timing ? BulkTimingCodec.Write(row, timing).ToArray() : null)));
        }
    }

    /// <param name="written">Told of each update whose row was at its revision, by its place.</param>
    public static void Update(RoundTrip trip, List<BulkUpdate> updates, Action<int> written)
    {
        var row = new RowWriter();
        if (updates.Count > 0)
        {
            trip.Read(
                """
                UPDATE bulk AS b SET revision = u.revision, timing = u.timing FROM unnest($1, $2, $3, $4, $5) AS u (id, from_revision, revision, timing, place)
                WHERE b.id = u.id AND b.revision = u.from_revision RETURNING u.place
                """,
                read => written(read.GetInt32(0)),
                Column(updates.ConvertAll(u => u.Bulk.Value)), Column(updates.ConvertAll(u => u.FromRevision)), Column(updates.ConvertAll(u => u.Timing.Revision)),
                Column(updates.ConvertAll<byte[]?>(u => BulkTimingCodec.Write(row, u.Timing).ToArray())), Column(Enumerable.Range(0, updates.Count).ToList()));
        }
    }

    public static void Seal(RoundTrip trip, List<BulkSeal> seals)
    {
        if (seals.Count > 0)
        {
            trip.Add(
                "UPDATE bulk AS b SET sealed = true, last = s.last FROM unnest($1, $2) AS s (id, last) WHERE b.id = s.id",
                Column(seals.ConvertAll(seal => seal.Bulk.Value)), Column(seals.ConvertAll(seal => seal.LastSequence)));
        }
    }

    /// <summary>Those of these sealed bulks of which no message is left.</summary>
    public static void DeleteEmpty(RoundTrip trip, List<long> bulks)
    {
        if (bulks.Count > 0)
        {
            trip.Add(
                $"""
                DELETE FROM bulk AS b WHERE b.id = ANY ($1) AND b.sealed
                AND NOT EXISTS (SELECT FROM message AS m WHERE {MessageRow.InAnyPartition} AND m.id BETWEEN b.first AND b.last AND m.bulk = b.id)
                """,
                Column(bulks));
        }
    }

    public static Guid NameOf(WorkspaceId workspace, string publicId) => StoredKey.Of(ClaimKind.BulkName, workspace, publicId);

    public static Bulk Of(NpgsqlDataReader row) => new(
        new BulkKey(row.GetInt64(0)), new WorkspaceId(row.GetInt32(1)), BulkCodec.Read(row.GetFieldValue<byte[]>(8)), row.GetBoolean(2), row.GetInt64(3), row.GetInt64(4),
        row.GetInt32(5), Instants.FromMilliseconds(row.GetInt64(6)), row.GetBoolean(7), row.IsDBNull(9) ? null : BulkTimingCodec.Read(row.GetFieldValue<byte[]>(9)));
}

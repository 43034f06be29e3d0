using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Where open messages wait.</summary>
public sealed partial class PostgresMessageStore
{
    /// <summary>From lane to lane: one seek in the hot index for each, however many rows wait in it.</summary>
    private const string LanesSql = """
        WITH RECURSIVE head AS (
            (SELECT lane, due FROM message WHERE lane <> 0 ORDER BY lane, due LIMIT 1)
            UNION ALL
            SELECT next.lane, next.due FROM head, LATERAL (SELECT m.lane, m.due FROM message AS m WHERE m.lane <> 0 AND m.lane > head.lane ORDER BY m.lane, m.due LIMIT 1) AS next
        )
        SELECT lane, due, ARRAY (SELECT id FROM bulk WHERE NOT sealed) FROM head
        """;

    /// <summary>
    /// A page, and behind it the first row that is not due yet. Each half begins where its one comparison of (due, id) says: beside a second bound for "due" the
    /// index is entered at the lower of the two and everything that is due is walked over.
    /// </summary>
    private static readonly string s_laneSql = $"""
        (SELECT {MessageRow.Selected} FROM message AS m
            WHERE m.lane <> 0 AND m.lane = $1 AND (m.due, m.id) > ($2, $3) AND m.due <= $4 AND {MessageRow.Exists} ORDER BY m.due, m.id LIMIT $5)
        UNION ALL
        (SELECT {MessageRow.Selected} FROM message AS m
            WHERE m.lane <> 0 AND m.lane = $1 AND (m.due, m.id) > ($6, $7) AND {MessageRow.Exists} ORDER BY m.due, m.id LIMIT 1)
        """;

    private static readonly string s_countLaneSql = $"SELECT count(*) FROM message AS m WHERE m.lane <> 0 AND m.lane = $1 AND {MessageRow.Exists}";

    public ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<LaneHead>>(
        async reading =>
        {
            var heads = await reading.AskAsync(LanesSql, static row => (Lane: StoredLane.Of(row.GetInt64(0)), Due: row.GetInt64(1), Unsealed: row.GetFieldValue<long[]>(2)));
            return [.. heads.Where(head => !(head.Lane.Kind == LaneKind.Bulk && head.Unsealed.Contains(head.Lane.BulkOf.Value)))
                .Select(head => new LaneHead(head.Lane, Instants.FromMilliseconds(head.Due)))];
        },
        cancellationToken);

    public ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        async reading =>
        {
            var last = Instants.ToMilliseconds(until);
            var begin = after is { } position ? (Due: Instants.ToMilliseconds(position.LookAt), Id: position.Sequence) : (Due: long.MinValue, Id: long.MinValue);
            var beyond = begin.Due > last ? begin : (Due: last, Id: long.MaxValue);
            var rows = await reading.AskAsync(
                s_laneSql, MessageRow.Of, Sent.One(StoredLane.From(lane)), Sent.One(begin.Due), Sent.One(begin.Id), Sent.One(last), Sent.One((long)limit + 1),
                Sent.One(beyond.Due), Sent.One(beyond.Id));
            var page = rows.TakeWhile(row => row.Columns.Due <= last).Take(limit).ToList();
            return new LanePage(await reading.CompleteAsync(page), page.Count < rows.Count ? Instants.FromMilliseconds(rows[page.Count].Columns.Due ?? 0) : null);
        },
        cancellationToken);

    public ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken) => database.ReadAsync(
        async reading => await reading.NumberAsync(s_countLaneSql, Sent.One(StoredLane.From(lane))) ?? 0, cancellationToken);
}

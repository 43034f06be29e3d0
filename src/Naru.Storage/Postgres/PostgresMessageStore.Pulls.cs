using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Final reports that wait to be pulled.</summary>
public sealed partial class PostgresMessageStore
{
    /// <summary>Reports looked at with one question, at most.</summary>
    private const int MostPulled = 4096;

    private const string PullSql = """
        SELECT id, partition, at FROM pull
        WHERE workspace = $1 AND dialect = $2 AND channel = $3 AND id > $4 AND id <= $5 AND at >= $6 ORDER BY id LIMIT $7
        """;

    public ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync<IReadOnlyList<PulledReport>>(
            async reading =>
            {
                var found = new List<PulledReport>();
                var (after, last) = await SpanOfAsync(reading, query);
                for (var take = Math.Clamp(query.Limit, 16, MostPulled); found.Count < query.Limit; take = Math.Min(2 * take, MostPulled))
                {
                    var page = await reading.AskAsync(
                        PullSql,
                        row => new PulledReport(query.Workspace, query.Dialect, query.Channel, new MessageKey((byte)row.GetInt16(1), row.GetInt64(0)), Instants.FromMilliseconds(row.GetInt64(2))),
                        Sent.One(query.Workspace.Value), Sent.One((short)query.Dialect), Sent.One((short)query.Channel), Sent.One(after), Sent.One(last),
                        Sent.One(query.Since is { } since ? Instants.ToMilliseconds(since) : long.MinValue), Sent.One((long)take));
                    found.AddRange(await FittingAsync(reading, query, page));
                    if (page.Count < take)
                    {
                        break;
                    }

                    after = page[^1].Key.Sequence;
                }

                return found.Count <= query.Limit ? found : found[..query.Limit];
            },
            cancellationToken);

    /// <summary>The sequence numbers that can fit at all: after the first, up to the second.</summary>
    private static async Task<(long After, long Last)> SpanOfAsync(Reading reading, PullQuery query)
    {
        if (query.Key is { } key)
        {
            return (key.Sequence - 1, key.Sequence);
        }

        if (query.Bulk is not { } bulk)
        {
            return (0, long.MaxValue);
        }

        var rows = await reading.AskAsync($"SELECT {BulkTable.Selected} FROM bulk WHERE id = $1", BulkTable.Of, Sent.One(bulk.Value));
        return rows.Count == 0 ? (0, 0) : (rows[0].FirstSequence - 1, rows[0].LastSequence);
    }

    private static async Task<IEnumerable<PulledReport>> FittingAsync(Reading reading, PullQuery query, List<PulledReport> page)
    {
        page = [.. page.Where(report => query.Except?.Contains(report.Key) != true && (query.Key is null || query.Key == report.Key))];
        if (page.Count == 0 || !query.AsksMessages)
        {
            return page;
        }

        var messages = (await reading.MessagesAsync(
            s_loadSql, Sent.Column(page.ConvertAll(report => (short)report.Key.Partition)), Sent.Column(page.ConvertAll(report => report.Key.Sequence)))).ToDictionary(m => m.Key);
        return page.Where(report => messages.TryGetValue(report.Key, out var message) && query.Fits(message));
    }
}

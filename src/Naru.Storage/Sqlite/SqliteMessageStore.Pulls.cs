using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Final reports that wait to be pulled.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<IReadOnlyList<PulledReport>> ReadPullQueueAsync(PullQuery query, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<PulledReport>>(
            tables =>
            {
                var found = new List<PulledReport>();
                var (first, last) = SpanOf(tables, query);
                using var row = tables.Pulls.Read(query, first, last);
                while (found.Count < query.Limit && row.Next())
                {
                    var key = new MessageKey((byte)row.Number(1), row.Number(0));
                    if (query.Except?.Contains(key) != true && Fits(tables, query, key))
                    {
                        found.Add(new PulledReport(query.Workspace, query.Dialect, query.Channel, key, Instants.FromMilliseconds(row.Number(2))));
                    }
                }

                return found;
            },
            cancellationToken);

    /// <summary>The sequence numbers that can fit at all.</summary>
    private static (long First, long Last) SpanOf(StoreTables tables, PullQuery query)
    {
        if (query.Key is { } key)
        {
            return (key.Sequence, key.Sequence);
        }

        if (query.Bulk is not { } bulk)
        {
            return (0, long.MaxValue);
        }

        return tables.Bulks.Load(bulk) is { } row ? (row.FirstSequence, row.LastSequence) : (0, -1);
    }

    private static bool Fits(StoreTables tables, PullQuery query, MessageKey key)
    {
        if (query.Key is { } wanted && wanted != key)
        {
            return false;
        }

        if (!query.AsksMessages)
        {
            return true;
        }

        using var row = tables.Messages.Load(key.Sequence);
        if (!row.Next())
        {
            return false;
        }

        var columns = MessageTable.ColumnsOf(row);
        if (query.Bulk is { } bulk && columns.BulkKey != bulk)
        {
            return false;
        }

        return query.Fits(MessageTable.Decode(row, columns, tables.Envelopes));
    }
}

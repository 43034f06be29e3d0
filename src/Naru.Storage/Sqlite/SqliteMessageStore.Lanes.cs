using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Where open messages wait.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<IReadOnlyList<LaneHead>> OpenLanesAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<LaneHead>>(
        static tables =>
        {
            var unsealed = tables.Bulks.Unsealed();
            var heads = new List<LaneHead>();
            for (var at = tables.Messages.LaneAfter(null); at is { } head; at = tables.Messages.LaneAfter(head.Lane))
            {
                var lane = StoredLane.Of(head.Lane);
                if (!Hidden(lane, unsealed))
                {
                    heads.Add(new LaneHead(lane, Instants.FromMilliseconds(head.Due)));
                }
            }

            return heads;
        },
        cancellationToken);

    public ValueTask<LanePage> ReadLaneAsync(LaneId lane, DateTimeOffset until, LanePosition? after, int limit, CancellationToken cancellationToken) => ReadAsync(
        tables =>
        {
            var unsealed = tables.Bulks.Unsealed();
            var page = new LanePageReader(tables, unsealed, Instants.ToMilliseconds(until), limit);
            if (Hidden(lane, unsealed))
            {
                return page.Page;
            }

            var stored = StoredLane.From(lane);
            var due = long.MinValue;
            if (after is { } position)
            {
                due = Instants.ToMilliseconds(position.LookAt);
                using var same = tables.Messages.LaneAt(stored, due, position.Sequence);
                if (page.Fill(same))
                {
                    return page.Page;
                }
            }

            using var later = tables.Messages.LaneLater(stored, due);
            page.Fill(later);
            return page.Page;
        },
        cancellationToken);

    public ValueTask<long> CountLaneAsync(LaneId lane, CancellationToken cancellationToken) => ReadAsync(
        tables => Hidden(lane, tables.Bulks.Unsealed()) ? 0 : tables.Messages.CountLane(StoredLane.From(lane)), cancellationToken);

    private static bool Hidden(LaneId lane, HashSet<long> unsealed) =>
        unsealed.Count > 0 && lane.Kind == LaneKind.Bulk && unsealed.Contains(lane.BulkOf.Value);

    private sealed class LanePageReader(StoreTables tables, HashSet<long> unsealed, long until, int limit)
    {
        private readonly List<Message> _messages = new(Math.Min(limit, 256));
        private DateTimeOffset? _next;

        public LanePage Page => new(_messages, _next);

        /// <summary>True when the page is complete: the row that comes next has been seen.</summary>
        public bool Fill(Statement.Reading rows)
        {
            while (rows.Next())
            {
                var columns = MessageTable.ColumnsOf(rows);
                if (unsealed.Contains(columns.Bulk))
                {
                    continue;
                }

                if (_messages.Count == limit || columns.Due > until)
                {
                    _next = Instants.FromMilliseconds(columns.Due ?? 0);
                    return true;
                }

                _messages.Add(MessageTable.Decode(rows, columns, tables.Envelopes));
            }

            return false;
        }
    }
}

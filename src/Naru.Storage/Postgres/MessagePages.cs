using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Queries;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// Collects the messages that a query asks for, newest first, page by page. What columns say is asked of the database, the rest of the messages.
/// </summary>
internal sealed class MessagePages
{
    private const int MostRows = 4096;
    private const long FirstStretch = 4096;
    private const long LongestStretch = 262_144;

    /// <summary>The parameters 1 to 5; each way to the rows adds its own from 8 on.</summary>
    private static readonly string s_fits =
        $"m.workspace = $1 AND ($2 IS NULL OR m.state = ANY ($2)) AND m.accepted BETWEEN $3 AND $4 AND ($5 IS NULL OR m.recipient = $5) AND {MessageRow.Exists}";

    private readonly Reading _reading;
    private readonly MessageQuery _query;
    private readonly int _limit;

    public MessagePages(Reading reading, MessageQuery query)
    {
        (_reading, _query, _limit) = (reading, query, query.Limit);
        Before = query.BeforeSequence ?? long.MaxValue;
    }

    public List<Message> Found { get; } = [];

    public bool Full => Found.Count >= _limit;

    /// <summary>The first sequence number that is too young.</summary>
    public long Before { get; set; }

    /// <summary>Rows behind an index that ends with the id.</summary>
    /// <param name="from">The tables, the message's called <c>m</c>.</param>
    /// <param name="where">What else is asked of them, with parameters from <c>$8</c> on.</param>
    /// <param name="id">The column that the index ends with.</param>
    public async Task TakeAsync(string from, string where, string id, params NpgsqlParameter[] more)
    {
        for (var take = Math.Clamp(_limit, 16, MostRows); !Full; take = Math.Min(2 * take, MostRows))
        {
            var page = await PageAsync(from, $"{where} AND {id} < $6", id, take, Before, more);
            if (page.Count < take)
            {
                return;
            }

            Before = page[^1].Key.Sequence;
        }
    }

    /// <summary>Rows from an id on, from their upper end down: numbers are dense, so short stretches hold enough.</summary>
    /// <param name="last">About where they end. The snapshot may hold some beyond, which belong to the first stretch.</param>
    public async Task DescendAsync(long first, long last, string where, params NpgsqlParameter[] more)
    {
        for (var stretch = FirstStretch; !Full && Before > first; stretch = Math.Min(2 * stretch, LongestStretch))
        {
            var lowest = Math.Max(first, Math.Min(Before, last + 1) - stretch);
            await TakeAsync("message AS m", $"{MessageRow.InAnyPartition} AND m.id >= ${8 + more.Length} AND {where}", "m.id", [.. more, Sent.One(lowest)]);
            Before = Math.Min(Before, lowest);
        }
    }

    private async Task<List<Message>> PageAsync(string from, string where, string id, int take, long before, NpgsqlParameter[] more)
    {
        var states = new NpgsqlParameter<List<short>?>
        {
            TypedValue = _query.States?.Select(state => (short)state).ToList(),
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Smallint,
        };
        var page = await _reading.MessagesAsync(
            $"SELECT {MessageRow.Selected} FROM {from} WHERE {s_fits} AND {where} ORDER BY {id} DESC LIMIT $7",
            [
                Sent.One(_query.Workspace.Value), states, Sent.One(_query.Since is { } since ? Instants.ToMilliseconds(since) : long.MinValue),
                Sent.One(_query.Until is { } until ? Instants.ToMilliseconds(until) : long.MaxValue), Sent.Maybe(_query.To?.Digits), Sent.One(before), Sent.One((long)take),
                .. more.Select(parameter => parameter.Clone()),
            ]);
        Found.AddRange(page.Where(_query.Fits).Take(Math.Max(0, _limit - Found.Count)));
        return page;
    }
}

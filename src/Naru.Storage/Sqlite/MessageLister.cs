using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Queries;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Collects the messages that a query asks for out of rows that come newest first. What the columns say is asked before a row is decoded.</summary>
internal sealed class MessageLister(StoreTables tables, HashSet<long> unsealed, MessageQuery query)
{
    private readonly HashSet<MessageState>? _states = query.States?.ToHashSet();
    private readonly HashSet<long>? _bulks = query.Bulks?.Select(bulk => bulk.Value).ToHashSet();
    private readonly long _since = query.Since is { } since ? Instants.ToMilliseconds(since) : long.MinValue;
    private readonly long _until = query.Until is { } until ? Instants.ToMilliseconds(until) : long.MaxValue;

    public List<Message> Found { get; } = [];

    public bool Full => Found.Count >= query.Limit;

    /// <summary>The first sequence number that is too young for the page.</summary>
    public long Before => query.BeforeSequence ?? long.MaxValue;

    /// <summary>All rows of a reading, until the page is full.</summary>
    public void TakeAll(Statement.Reading rows)
    {
        while (!Full && rows.Next())
        {
            Take(rows);
        }
    }

    /// <summary>The row of a sequence number, if it exists.</summary>
    public void Take(long sequence)
    {
        if (sequence < Before)
        {
            using var row = tables.Messages.Load(sequence);
            if (row.Next())
            {
                Take(row);
            }
        }
    }

    private void Take(in Statement.Reading row)
    {
        var columns = MessageTable.ColumnsOf(row);
        if (!Fits(columns))
        {
            return;
        }

        var message = MessageTable.Decode(row, columns, tables.Envelopes);
        if (query.Fits(message))
        {
            Found.Add(message);
        }
    }

    private bool Fits(in MessageColumns columns) =>
        columns.Workspace == query.Workspace.Value
        && (query.To is null || columns.Recipient == query.To.Value.Digits)
        && (_states is null || _states.Contains(columns.State))
        && (_bulks is null || _bulks.Contains(columns.Bulk))
        && columns.Accepted >= _since && columns.Accepted <= _until
        && !unsealed.Contains(columns.Bulk);
}

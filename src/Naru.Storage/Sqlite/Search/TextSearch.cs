using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Queries;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite.Search;

/// <summary>One search in texts. The index tells where to look; whether the text is there is seen on the message itself.</summary>
internal sealed class TextSearch(Reader reader, TextQuery query, long indexed)
{
    /// <summary>Rows beyond the cursor that are looked through one by one; a longer tail is told as lag.</summary>
    private const long MostOfTail = 4096;

    /// <summary>A text too short for the index is looked for in so many of the newest messages.</summary>
    private const int MostWithoutIndex = 20_000;

    private readonly HashSet<long> _unsealed = reader.Tables.Bulks.Unsealed();
    private readonly long _before = query.BeforeSequence ?? long.MaxValue;
    private readonly List<Message> _found = [];

    public bool LooksAtTail(long lag) => lag <= MostOfTail || Trigrams.Query(query.Text) is null;

    public List<Message> Run(long lag)
    {
        if (query.Text.Length == 0 || query.Limit <= 0)
        {
            return _found;
        }

        var asked = Trigrams.Query(query.Text);
        if (LooksAtTail(lag))
        {
            using var tail = reader.Tables.Messages.Tail(query.Workspace, null, indexed, _before);
            TakeAll(tail, query.Limit);
        }

        if (asked is null)
        {
            TakeNewest();
            return _found;
        }

        var ofTail = _found.Count;
        TakeMessages(asked, query.Limit - ofTail);
        TakeEnvelopes(asked, ofTail);
        return [.. _found.OrderByDescending(m => m.Key.Sequence).Take(query.Limit)];
    }

    private long BeforeOfIndex => Math.Min(_before, indexed + 1);

    private void TakeNewest()
    {
        using var known = reader.Search.OfWorkspace(query.Workspace, BeforeOfIndex);
        for (var looked = 0; looked < MostWithoutIndex && _found.Count < query.Limit && known.Next(); looked++)
        {
            Take(known.Number(0));
        }
    }

    private void TakeMessages(string asked, int limit)
    {
        var most = _found.Count + limit;
        using var candidates = reader.Search.Messages(asked, BeforeOfIndex);
        while (_found.Count < most && candidates.Next())
        {
            Take(candidates.Number(0));
        }
    }

    /// <summary>Shared envelopes, newest first; one that lies wholly below a full page is passed over.</summary>
    private void TakeEnvelopes(string asked, int ofTail)
    {
        using var candidates = reader.Search.Envelopes(asked);
        while (candidates.Next())
        {
            var limit = query.Limit - ofTail;
            if (reader.Tables.Envelopes.SpanOf(candidates.Number(0)) is not { } span
                || (_found.Count >= query.Limit && span.Last < _found.OrderByDescending(m => m.Key.Sequence).ElementAt(query.Limit - 1).Key.Sequence))
            {
                continue;
            }

            // Its messages are of one workspace and have one text: where the first does not fit, none does.
            using var rows = reader.Tables.Messages.OfEnvelope(candidates.Number(0), span.First, Math.Min(span.Last, BeforeOfIndex - 1));
            for (var most = _found.Count + limit; _found.Count < most && rows.Next() && Take(rows);)
            {
            }
        }
    }

    private void TakeAll(Statement.Reading rows, int most)
    {
        while (_found.Count < most && rows.Next())
        {
            Take(rows);
        }
    }

    private void Take(long sequence)
    {
        using var row = reader.Tables.Messages.Load(sequence);
        if (row.Next())
        {
            Take(row);
        }
    }

    private bool Take(in Statement.Reading row)
    {
        var columns = MessageTable.ColumnsOf(row);
        if (columns.Workspace != query.Workspace.Value || _unsealed.Contains(columns.Bulk))
        {
            return false;
        }

        var message = MessageTable.Decode(row, columns, reader.Tables.Envelopes);
        if (!SearchedText.Contains(message.Envelope, query.Text))
        {
            return false;
        }

        _found.Add(message);
        return true;
    }
}

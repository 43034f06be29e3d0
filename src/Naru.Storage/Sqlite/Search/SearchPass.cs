using Naru.Core.Messages;
using Naru.Storage.Rows;
using Naru.Storage.Search;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite.Search;

/// <summary>One round of the feeder: a stretch of new rows goes in, and what was removed goes out.</summary>
internal sealed class SearchPass(SearchCursor cursor, Session store, EnvelopeCache envelopes, Session search, WriterThread writer, StoreTables written) : ISearchPass
{
    private readonly StoreTables _tables = new(store, envelopes);
    private readonly SearchWriting _writing = new(search);
    private readonly List<Added> _added = [];

    public SearchCursor Cursor => cursor;

    /// <summary>True when more is waiting.</summary>
    public bool Run(int rows, int gone)
    {
        var more = AddRows(rows);
        return RemoveGone(gone) || more;
    }

    public void Dispose()
    {
        store.Dispose();
        search.Dispose();
    }

    private bool AddRows(int limit)
    {
        var (after, to) = cursor.Begin();
        if (after >= to)
        {
            return false;
        }

        var reached = Read(() => Collect(after, to, limit));
        search.BeginWrite();
        try
        {
            AddCollected();
            _writing.SetCursor(reached);
            search.Commit();
        }
        catch
        {
            search.RollBack();
            throw;
        }

        cursor.Finish(reached);
        return reached < to;
    }

    /// <summary>A short snapshot: while one is held, the store's log cannot be started anew.</summary>
    private T Read<T>(Func<T> read)
    {
        store.BeginRead();
        try
        {
            return read();
        }
        finally
        {
            store.RollBack();
        }
    }

    private long Collect(long after, long to, int limit)
    {
        _added.Clear();
        using var row = _tables.Messages.ToSearch(after, to, limit);
        while (row.Next())
        {
            var envelope = row.Number(3);
            _added.Add(new Added(
                (int)row.Number(1), row.Number(2), row.Number(0), envelope, GivenCodec.Read(row.Blob(4)).Envelope ?? _tables.Envelopes.Read(envelope)));
        }

        return _added.Count < limit ? to : _added[^1].Id;
    }

    /// <summary>Sorted by recipient, so that rows that lie together in the index are written together.</summary>
    private void AddCollected()
    {
        _added.RemoveAll(row => !_writing.AddMessage(row.Workspace, row.Id));
        foreach (var row in _added)
        {
            if (row.EnvelopeId == 0)
            {
                _writing.AddText(row.Id, row.Envelope);
            }
            else if (_writing.AddEnvelope(row.EnvelopeId))
            {
                _writing.AddEnvelopeText(row.EnvelopeId, row.Envelope);
            }
        }

        _added.Sort(static (a, b) => (a.Workspace, a.Recipient, a.Id).CompareTo((b.Workspace, b.Recipient, b.Id)));
        foreach (var row in _added)
        {
            _writing.AddRecipient(row.Workspace, row.Recipient, row.Id);
        }
    }

    private bool RemoveGone(int limit)
    {
        if (_tables.Gone.IsEmpty())
        {
            return false;
        }

        // Synced: the traces must not come back after the reminders of them are gone.
        search.Execute("PRAGMA synchronous = FULL");
        search.BeginWrite();
        try
        {
            var (goneMessages, goneEnvelopes) = Read(() => (RemoveMessages(limit), RemoveEnvelopes(limit)));
            search.Commit();
            Forget(goneMessages, goneEnvelopes);
            return goneMessages.Count == limit || goneEnvelopes.Count == limit;
        }
        catch
        {
            search.RollBack();
            throw;
        }
        finally
        {
            search.Execute("PRAGMA synchronous = NORMAL");
        }
    }

    private List<long> RemoveMessages(int limit)
    {
        var done = new List<long>();
        using var row = _tables.Gone.Messages(limit);
        while (row.Next())
        {
            if (_writing.RemoveMessage((int)row.Number(1), row.Number(2), row.Number(0)) && GivenCodec.Read(row.Blob(3)).Envelope is { } envelope)
            {
                _writing.RemoveText(row.Number(0), envelope);
            }

            done.Add(row.Number(0));
        }

        return done;
    }

    private List<long> RemoveEnvelopes(int limit)
    {
        var done = new List<long>();
        using var row = _tables.Gone.Envelopes(limit);
        while (row.Next())
        {
            if (_writing.RemoveEnvelope(row.Number(0)))
            {
                _writing.RemoveEnvelopeText(row.Number(0), EnvelopeCodec.Read(row.Blob(1)));
            }

            done.Add(row.Number(0));
        }

        return done;
    }

    private void Forget(List<long> goneMessages, List<long> goneEnvelopes)
    {
        var done = writer.CommitAsync(_ =>
        {
            goneMessages.ForEach(written.Gone.ForgetMessage);
            goneEnvelopes.ForEach(written.Gone.ForgetEnvelope);
            return true;
        });
#pragma warning disable VSTHRD002 // a thread of its own, and the writer never waits for it
        done.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    /// <param name="EnvelopeId">0 where no other message has the envelope.</param>
    private readonly record struct Added(int Workspace, long Recipient, long Id, long EnvelopeId, Envelope Envelope);
}

using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Lists, newest first, each over the narrowest way to the rows.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken)
    {
        // Taken before the snapshot: what is not beyond it is in the search file by then.
        var indexed = database.Feeder.Cursor.IndexedTo;
        return database.Readers.ReadAsync<IReadOnlyList<Message>>(
            reader =>
            {
                var tables = reader.Tables;
                var unsealed = tables.Bulks.Unsealed();
                if (query.Bulks is not null && query.Keys is null)
                {
                    return ListBulks(tables, unsealed, query);
                }

                if (query.Conversations is not null && query.Keys is null)
                {
                    return ListTalks(tables, unsealed, query);
                }

                var lister = new MessageLister(tables, unsealed, query);
                if (query.Keys is not null)
                {
                    foreach (var key in query.Keys.Select(k => k.Sequence).Distinct().OrderDescending().TakeWhile(_ => !lister.Full))
                    {
                        lister.Take(key);
                    }
                }
                else if (query.To is null && query.States is { } states && states.All(s => s.IsFinal() && s != MessageState.Delivered))
                {
                    using var failed = tables.Messages.Failed(query.Workspace, lister.Before);
                    lister.TakeAll(failed);
                }
                else if (query.To is null && query.States is { } open && open.All(s => !s.IsFinal()))
                {
                    foreach (var sequence in tables.Messages.OpenBefore(lister.Before).TakeWhile(_ => !lister.Full))
                    {
                        lister.Take(sequence);
                    }
                }
                else if (query is { InTalk: true, To: null })
                {
                    using var talked = tables.Messages.InTalk(query.Workspace, lister.Before);
                    lister.TakeAll(talked);
                }
                else
                {
                    ListOfWorkspace(reader, lister, query, indexed);
                }

                return lister.Found;
            },
            cancellationToken);
    }

    /// <summary>First the young rows that the search file may not know yet, then the index in it.</summary>
    private static void ListOfWorkspace(Reader reader, MessageLister lister, MessageQuery query, long indexed)
    {
        using (var tail = reader.Tables.Messages.Tail(query.Workspace, query.To?.Digits, indexed, lister.Before))
        {
            lister.TakeAll(tail);
        }

        var before = Math.Min(lister.Before, indexed + 1);
        using var known = query.To is { } to
            ? reader.Search.OfRecipient(query.Workspace, to.Digits, before)
            : reader.Search.OfWorkspace(query.Workspace, before);
        while (!lister.Full && known.Next())
        {
            lister.Take(known.Number(0));
        }
    }

    private static List<Message> ListTalks(StoreTables tables, HashSet<long> unsealed, MessageQuery query)
    {
        var found = new List<Message>();
        foreach (var conversation in query.Conversations!.Distinct())
        {
            var lister = new MessageLister(tables, unsealed, query);
            using var rows = tables.Messages.OfTalk(conversation, lister.Before);
            lister.TakeAll(rows);
            found.AddRange(lister.Found);
        }

        return [.. found.OrderByDescending(m => m.Key.Sequence).Take(query.Limit)];
    }

    /// <summary>The rows of a bulk lie close together: its span is walked over.</summary>
    private static List<Message> ListBulks(StoreTables tables, HashSet<long> unsealed, MessageQuery query)
    {
        var found = new List<Message>();
        foreach (var key in query.Bulks!.Distinct())
        {
            if (tables.Bulks.Load(key) is { Sealed: true } bulk && bulk.Workspace == query.Workspace)
            {
                var lister = new MessageLister(tables, unsealed, query);
                using var rows = tables.Messages.InBulk(key, bulk.FirstSequence, Math.Min(bulk.LastSequence, lister.Before - 1));
                lister.TakeAll(rows);
                found.AddRange(lister.Found);
            }
        }

        return [.. found.OrderByDescending(m => m.Key.Sequence).Take(query.Limit)];
    }
}

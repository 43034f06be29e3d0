using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;

namespace Naru.Storage.Postgres;

/// <summary>Lists, newest first, each over the narrowest way to the rows.</summary>
public sealed partial class PostgresMessageStore
{
    public ValueTask<IReadOnlyList<Message>> ListAsync(MessageQuery query, CancellationToken cancellationToken)
    {
        // Taken before the snapshot: what is not beyond it is listed by then.
        var (indexed, committed) = (Cursor.IndexedTo, Cursor.CommittedTo);
        return database.ReadSnapshotAsync<IReadOnlyList<Message>>(
            async reading =>
            {
                var pages = new MessagePages(reading, query);
                if (query.Keys is { } keys)
                {
                    await pages.TakeAsync(
                        "unnest($8, $9) AS k (partition, id) JOIN message AS m ON m.partition = k.partition AND m.id = k.id", "true", "m.id",
                        Sent.Column(keys.Select(key => (short)key.Partition).ToList()), Sent.Column(keys.Select(key => key.Sequence).ToList()));
                }
                else if (query.Bulks is not null)
                {
                    return await ListBulksAsync(reading, query);
                }
                else if (query.Conversations is { } talks)
                {
                    await pages.TakeAsync("message AS m", "m.talk IS NOT NULL AND m.talk = ANY ($8)", "m.id", Sent.Column(talks.ToList()));
                }
                else if (query.To is null && query.States is { } states && states.All(s => s.IsFinal() && s != MessageState.Delivered))
                {
                    await pages.TakeAsync("message AS m", "m.state IN (11, 12, 13, 14)", "m.id");
                }
                else if (query.To is null && query.States is { } open && open.All(s => !s.IsFinal()))
                {
                    await pages.TakeAsync("message AS m", "m.lane <> 0", "m.id");
                }
                else if (query is { InTalk: true, To: null })
                {
                    await pages.TakeAsync("message AS m", "m.talk IS NOT NULL", "m.id");
                }
                else
                {
                    await ListOfWorkspaceAsync(pages, query, indexed, committed);
                }

                return pages.Found;
            },
            cancellationToken);
    }

    /// <summary>First the young rows that may not be listed yet, then those that are.</summary>
    private static async Task ListOfWorkspaceAsync(MessagePages pages, MessageQuery query, long indexed, long committed)
    {
        var before = pages.Before;
        await pages.DescendAsync(indexed + 1, committed, "true");
        pages.Before = Math.Min(before, indexed + 1);
        if (query.To is { } to)
        {
            await pages.TakeAsync(
                "listing AS l JOIN message AS m ON m.partition = l.partition AND m.id = l.id", "l.workspace = $1 AND l.recipient = $8", "l.id", Sent.One(to.Digits));
        }
        else
        {
            await pages.TakeAsync("listing AS l JOIN message AS m ON m.partition = l.partition AND m.id = l.id", "l.workspace = $1", "l.id");
        }
    }

    /// <summary>The rows of a bulk lie close together: its span is walked over.</summary>
    private static async Task<List<Message>> ListBulksAsync(Reading reading, MessageQuery query)
    {
        var found = new List<Message>();
        foreach (var bulk in await reading.AskAsync(
            $"SELECT {BulkTable.Selected} FROM bulk WHERE id = ANY ($1) AND workspace = $2 AND sealed", BulkTable.Of,
            Sent.Column(query.Bulks!.Select(bulk => bulk.Value).Distinct().ToList()), Sent.One(query.Workspace.Value)))
        {
            var pages = new MessagePages(reading, query);
            pages.Before = Math.Min(pages.Before, bulk.LastSequence + 1);
            await pages.DescendAsync(bulk.FirstSequence, bulk.LastSequence, "m.bulk = $8", Sent.One(bulk.Key.Value));
            found.AddRange(pages.Found);
        }

        return [.. found.OrderByDescending(m => m.Key.Sequence).Take(query.Limit)];
    }
}

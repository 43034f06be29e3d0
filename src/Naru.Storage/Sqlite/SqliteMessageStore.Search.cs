using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Search;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Texts of messages, and whose rows are where.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken)
    {
        var (indexed, lag) = (database.Feeder.Cursor.IndexedTo, database.Feeder.Cursor.Lag);
        return database.Readers.ReadAsync(
            reader =>
            {
                var search = new TextSearch(reader, query, indexed);
                return new TextSearchResult(search.Run(lag), search.LooksAtTail(lag) ? 0 : lag);
            },
            cancellationToken);
    }

    public long SearchLag => database.Feeder.Cursor.Lag;

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => new(database.Feeder.CatchUpAsync(cancellationToken));

    /// <summary>Up to where a purge has come: what it removed may still be known to the search file.</summary>
    private readonly Dictionary<WorkspaceId, long> _purgedTo = [];

    /// <summary>Rows of a workspace, by the search file as far as it has come, and beyond it by the rows themselves.</summary>
    private List<RemovableMessage> MessagesOf(StoreTables tables, WorkspaceId workspace, int limit)
    {
        var indexed = database.Feeder.Cursor.IndexedTo;
        var found = new List<RemovableMessage>();
        using (var known = database.WriterSearch.OldestOfWorkspace(workspace, _purgedTo.GetValueOrDefault(workspace)))
        {
            while (found.Count < limit && known.Next() && known.Number(0) <= indexed)
            {
                // A row that an earlier step removed may still be known there.
                if (tables.Messages.Removable(known.Number(0)) is { } row && row.WorkspaceId == workspace)
                {
                    found.Add(row);
                }
            }
        }

        if (found.Count == limit)
        {
            _purgedTo[workspace] = found[^1].Sequence;
            return found;
        }

        found.AddRange(tables.Messages.TailOf(workspace.Value, indexed, limit - found.Count));
        if (_purgedTo.Remove(workspace) && found.Count == 0)
        {
            // Once more from the oldest: nothing of it may stay.
            return MessagesOf(tables, workspace, limit);
        }

        return found;
    }
}

using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Queries;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Texts of messages.</summary>
public sealed partial class SqliteMessageStore
{
    private static long IndexedTo => 0;

    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken) => ReadAsync(
        tables =>
        {
            var found = new List<Message>();
            var unsealed = tables.Bulks.Unsealed();
            using var rows = tables.Messages.Tail(query.Workspace, null, IndexedTo, query.BeforeSequence ?? long.MaxValue);
            while (query.Text.Length > 0 && found.Count < query.Limit && rows.Next())
            {
                var columns = MessageTable.ColumnsOf(rows);
                if (!unsealed.Contains(columns.Bulk))
                {
                    var message = MessageTable.Decode(rows, columns, tables.Envelopes);
                    if (SearchedText.Contains(message.Envelope, query.Text))
                    {
                        found.Add(message);
                    }
                }
            }

            return new TextSearchResult(found, 0);
        },
        cancellationToken);

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static List<RemovableMessage> MessagesOf(StoreTables tables, WorkspaceId workspace, int limit) =>
        tables.Messages.TailOf(workspace.Value, IndexedTo, limit);
}

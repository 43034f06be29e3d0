using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Claims;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Single messages and bulks.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Message>>(
            tables =>
            {
                var unsealed = tables.Bulks.Unsealed();
                var found = new List<Message>(keys.Count);
                foreach (var key in keys)
                {
                    // A key is both parts: another partition is another message, which does not exist.
                    if (LoadRow(tables, key.Sequence, unsealed) is { } message && message.Key == key)
                    {
                        found.Add(message);
                    }
                }

                return found;
            },
            cancellationToken);

    public ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken) => ReadAsync(
        tables => ClaimIndex.Find(database.Claims.State, tables.Claims, workspace, clientId) is { } key
            && LoadRow(tables, key.Sequence, tables.Bulks.Unsealed()) is not null
                ? key
                : (MessageKey?)null,
        cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Bulk>>(tables => tables.Bulks.Find(workspace, clientBulkId), cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Bulk>>(
            tables =>
            {
                var found = new List<Bulk>(bulks.Count);
                foreach (var key in bulks)
                {
                    if (tables.Bulks.Load(key) is { Sealed: true } bulk)
                    {
                        found.Add(bulk);
                    }
                }

                return found;
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<Bulk>>(tables => tables.Bulks.List(workspace, before?.Value ?? long.MaxValue, limit), cancellationToken);

    private static Message? LoadRow(StoreTables tables, long sequence, HashSet<long> unsealed)
    {
        using var row = tables.Messages.Load(sequence);
        if (!row.Next())
        {
            return null;
        }

        var columns = MessageTable.ColumnsOf(row);
        return unsealed.Contains(columns.Bulk) ? null : MessageTable.Decode(row, columns, tables.Envelopes);
    }
}

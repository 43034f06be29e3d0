using Naru.Core.Inbound;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Texts that came in, on SQLite. <see cref="SqliteMessageStore"/> writes them.</summary>
public sealed class SqliteInboundStore(SqliteDatabase database) : IInboundStore
{
    public ValueTask<IReadOnlyCollection<string>> FindReferencesAsync(string carrier, IReadOnlyCollection<string> references, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyCollection<string>>(tables => [.. references.Where(reference => tables.Inbound.Knows(carrier, reference))], cancellationToken);

    public ValueTask<IReadOnlyList<InboundText>> ReadWaitingAsync(
        WorkspaceId workspace, DateTimeOffset since, IReadOnlySet<long> except, int limit, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<InboundText>>(
        tables =>
        {
            var found = new List<InboundText>();
            using var rows = tables.Inbound.Waiting(workspace, since);
            while (found.Count < limit && rows.Next())
            {
                if (!except.Contains(rows.Number(0)))
                {
                    found.Add(InboundTable.Decode(rows));
                }
            }

            return found;
        },
        cancellationToken);

    public ValueTask<long> CountWaitingAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Inbound.CountWaiting(workspace, since), cancellationToken);

    public ValueTask<IReadOnlyList<InboundText>> ListAsync(InboundQuery query, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<InboundText>>(
        tables =>
        {
            var found = new List<InboundText>();
            using var rows = tables.Inbound.List(query);
            while (rows.Next())
            {
                found.Add(InboundTable.Decode(rows));
            }

            return found;
        },
        cancellationToken);

    private ValueTask<T> ReadAsync<T>(Func<StoreTables, T> read, CancellationToken cancellationToken) =>
        database.Readers.ReadAsync(reader => read(reader.Tables), cancellationToken);
}
